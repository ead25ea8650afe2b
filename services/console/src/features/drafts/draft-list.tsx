import type { ListedFormDraft } from '@kaerimichi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi, useServices } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { draftsOf } from '../form/drafts.ts';

/** 下書き: what one has typed on whichever computer and not sent; nothing where there is none. */
export function DraftList() {
  const { say } = useSpeech();
  const api = useApi();
  const drafts = useQuery({
    queryKey: ['form-drafts'],
    queryFn: ({ signal }) => api.call(routes.formDrafts, { signal }),
    staleTime: 0,
  });
  const discard = useDiscard();
  if (!drafts.error && !drafts.data?.drafts.length) return null;
  return (
    <section className="stack-tight" aria-labelledby="drafts">
      <h2 id="drafts">
        {say('drafts.title')}{' '}
        {drafts.data && <span className="muted small">{say('common.toDo', { n: drafts.data.drafts.length })}</span>}
      </h2>
      <ProblemNote error={drafts.error ?? discard.error} onRetry={() => void drafts.refetch()} />
      <ul className="task-list">
        {drafts.data?.drafts.map(draft => (
          <DraftRow key={draft.place} draft={draft} onDiscard={() => discard.mutate(draft.place)} />
        ))}
      </ul>
    </section>
  );
}

/** Gone here and with the account. */
function useDiscard() {
  const api = useApi();
  const client = useQueryClient();
  const person = useWorkplace().me.person.id;
  const { hasLeft } = useServices().leaving;
  return useMutation({
    mutationFn: (place: string) => api.call(routes.forgetFormDraft, { params: { place } }),
    onSuccess: (_answer, place) => {
      if (!hasLeft.read()) draftsOf(sessionStorage, { person, place }).forget();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['form-drafts'] }),
  });
}

type RowProps = { readonly draft: ListedFormDraft; readonly onDiscard: () => void };

function DraftRow({ draft, onDiscard }: RowProps) {
  const speech = useSpeech();
  const { say, pick, findWord, language } = speech;
  const { pathway } = useWorkplace();
  const today = useToday();
  const { subject, route, at, no = '' } = draft;
  const event = pathway.events.find(({ type }) => type === subject);
  const what = event ? pick(event.todo) : (findWord('draftForm', subject) ?? say('drafts.form'));
  const called = childCalled(draft, speech);
  return (
    <li className="task">
      <Link className="task-link" to={route}>
        <span className="task-child">
          <span className="case-no">{no}</span> {called && <strong>{called}</strong>}
        </span>
        <span className="task-what">{what}</span>
      </Link>
      <span className="task-when small">
        <span className="muted">{say('drafts.at', { time: dayAndTime(at, language, today) })}</span>
        <Button isSmall kind="quiet" aria-label={say('drafts.discardOf', { no, what })} onClick={onDiscard}>
          {say('drafts.discard')}
        </Button>
      </span>
    </li>
  );
}
