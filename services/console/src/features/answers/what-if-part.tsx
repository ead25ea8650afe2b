import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import type { EventBody } from '../../api/send-event.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './answers.css';
import { Difference } from './difference.tsx';
import { isTried } from './is-tried.ts';
import { useWhatIf } from './use-answers.ts';

type Props = {
  readonly view: CaseView;
  readonly event: string;
  /** What the form would send; null where something is wrong with it, which the form then says. */
  readonly written: () => EventBody | null;
};

/** もしも: what would come of this form if it were recorded, today or on a later day. Nothing is recorded. */
export function WhatIfPart({ view, event, written }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const [typed, setTyped] = useState('');
  const asking = useWhatIf(view);
  if (!isTried(event, view)) return null;
  const on = parseDay(typed, today);
  const ask = () => {
    const body = written();
    if (body) asking.mutate({ events: [{ event: body, ...(on && on > today ? { on } : {}) }] });
  };
  return (
    <details className="panel what-if">
      <summary>{say('whatIf.title')}</summary>
      <div className="stack-tight">
        <p className="small muted">{say('whatIf.about')}</p>
        <DayField
          label={say('whatIf.on')}
          hint={say('whatIf.onHint')}
          isRequired={false}
          value={typed}
          onChange={setTyped}
          today={today}
        />
        <p>
          <Button onClick={ask} isBusy={asking.isPending}>
            {say('whatIf.ask')}
          </Button>
        </p>
        <ProblemNote error={asking.error} />
        <div role="status">{asking.data && <Difference answer={asking.data} />}</div>
      </div>
    </details>
  );
}
