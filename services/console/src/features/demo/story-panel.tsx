import type { DemoHappening, DemoStart, DemoStory } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** 次の出来事: each press has somebody of the story do one thing, and says what it was. */
export function StoryPanel({ story }: { story: DemoStory }) {
  const { say, code } = useSpeech();
  const { happened, goOn } = useStory();
  const { next, stopped, done, all } = story;
  return (
    <section className="panel stack" aria-labelledby="demo-story">
      <h2 id="demo-story">{say('demo.story')}</h2>
      <p className="small">{say('demo.storyText')}</p>
      {next ? (
        <>
          <p>
            {say('demo.nextIs', {
              no: next.no,
              child: next.child,
              name: next.who.name,
              role: code('role', next.who.role),
            })}
          </p>
          <Button kind="primary" isBusy={goOn.isPending} onClick={() => goOn.mutate()}>
            {say('demo.next')}
          </Button>
        </>
      ) : (
        <p className="note-info">{say(done === all ? 'demo.over' : 'demo.nothing')}</p>
      )}
      <p className="small muted">{say('demo.progress', { done, all })}</p>
      <ProblemNote error={goOn.error} />
      <Told happened={happened} />
      {stopped.map(({ no, child, why }) => (
        <p key={no} className="note-soon">
          {say('demo.stopped', { no, child, why })}
        </p>
      ))}
    </section>
  );
}

/** The newest is said by a screen reader; the others stand below it. */
function Told({ happened }: { happened: readonly DemoHappening[] }) {
  const { say, code } = useSpeech();
  const wordsOf = ({ who: { name, org, role }, no, child, what }: DemoHappening) =>
    say('demo.happened', { no, child, what, name, org, role: code('role', role) });
  const [newest, ...before] = happened;
  return (
    <>
      <p role="status" className={newest ? 'note-done' : 'hidden-visually'}>
        {newest ? wordsOf(newest) : ''}
      </p>
      {before.length > 0 && (
        <>
          <h3>{say('demo.log')}</h3>
          <ol reversed className="demo-log small">
            {before.map(told => (
              <li key={`${told.no} ${told.what}`}>{wordsOf(told)}</li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

/** What happened since this page was opened, the newest first. */
function useStory() {
  const api = useApi();
  const client = useQueryClient();
  const [happened, setHappened] = useState<readonly DemoHappening[]>([]);
  const goOn = useMutation({
    mutationFn: () => api.call(routes.demoNext, { key: crypto.randomUUID() }),
    // An answer that is on its way is of before.
    onMutate: () => client.cancelQueries({ queryKey: ['demo'] }),
    onSuccess: ({ happened: newest, story }) => {
      if (newest) setHappened(before => [newest, ...before]);
      client.setQueriesData<DemoStart>({ queryKey: ['demo'] }, start => start && { ...start, story });
    },
  });
  return { happened, goOn };
}
