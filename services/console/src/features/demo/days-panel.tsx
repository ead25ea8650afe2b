import type { DemoDayStep, DemoHappening, DemoStart } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** たどる一日: each press plays the next step of a day that goes otherwise than planned, and says what to look at. */
export function DaysPanel({ days }: { readonly days: DemoStart['days'] }) {
  const { say } = useSpeech();
  const [id, setId] = useState(days[0]?.id ?? '');
  const play = usePlay();
  const day = days.find(one => one.id === id);
  if (!day) return null;
  const choose = (other: string) => {
    setId(other);
    play.reset();
  };
  return (
    <section className="panel stack-tight" aria-labelledby="demo-days">
      <h2 id="demo-days">{say('demo.days')}</h2>
      <p className="small">{say('demo.daysText')}</p>
      <ChoiceField
        id="demo-day"
        label={say('demo.daysWhich')}
        options={days.map(({ id, title }) => ({ value: id, label: title }))}
        value={id}
        onChange={choose}
      />
      <p className="small">{day.about}</p>
      <p>
        <Button kind="primary" isBusy={play.isPending} onClick={() => play.mutate(id)}>
          {say('demo.daysNext')}
        </Button>
      </p>
      <ProblemNote error={play.error} />
      <div role="status" className={play.data ? 'stack-tight' : 'hidden-visually'}>
        {play.data && <Played played={play.data} />}
      </div>
    </section>
  );
}

/** What happened by the last press, what was refused, and where to look. */
function Played({ played: { step, done, all, today, leftOut } }: { readonly played: DemoDayStep }) {
  const { say, language } = useSpeech();
  return (
    <>
      <p className="small muted">{say('demo.daysAt', { done, all, day: longDay(today, language) })}</p>
      {step ? (
        <>
          <p className="note-done">{step.what}</p>
          {step.refused && <Refused refused={step.refused} />}
          <p>
            <strong>{say('demo.daysLook')}</strong> {step.look}
          </p>
          <Happened happened={step.happened} />
        </>
      ) : (
        <p className="note-info">{say('demo.daysOver')}</p>
      )}
      {leftOut.map(({ no, child, why }) => (
        <p key={`${no} ${why}`} className="note-soon">
          {say('demo.stopped', { no, child, why })}
        </p>
      ))}
    </>
  );
}

function Refused({ refused }: { readonly refused: NonNullable<NonNullable<DemoDayStep['step']>['refused']> }) {
  const { say } = useSpeech();
  const { no, child, what, why } = refused;
  return (
    <div className="note-soon">
      <p>{say('demo.daysRefused', { no, child, what })}</p>
      <ul className="demo-missing">
        {why.map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function Happened({ happened }: { readonly happened: readonly DemoHappening[] }) {
  const { say, code } = useSpeech();
  if (happened.length === 0) return null;
  const lines = happened.map(({ who: { name, role }, no, child, what }) =>
    say('demo.daysDid', { no, child, what, name, role: code('role', role) }),
  );
  return (
    <details>
      <summary>{say('demo.daysAll', { count: lines.length })}</summary>
      <ol className="demo-log small">
        {[...new Set(lines)].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  );
}

function usePlay() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (day: string) => api.call(routes.demoDay, { body: { day }, key: crypto.randomUUID() }),
    onSuccess: () => Promise.all([['demo'], ['place']].map(queryKey => client.invalidateQueries({ queryKey }))),
  });
}
