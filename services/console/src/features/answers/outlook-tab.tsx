import type { CasePlan, CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import './answers.css';
import { PlanSteps } from './plan-steps.tsx';
import { usePlan } from './use-answers.ts';

/** 見通し: from a day of discharge back to today, what is due by when, and what the day hangs on. */
export function OutlookTab({ view }: { readonly view: CaseView }) {
  const { say, code } = useSpeech();
  const today = useToday();
  const [typed, setTyped] = useState('');
  const target = parseDay(typed, today) ?? '';
  const plan = usePlan(view, target);
  return (
    <section className="stack">
      <h2>{code('tab', 'outlook')}</h2>
      <p className="muted small">{say('outlook.about')}</p>
      <div className="row outlook-target">
        <DayField
          label={say('outlook.target')}
          hint={say('outlook.targetHint')}
          isRequired={false}
          value={typed}
          onChange={setTyped}
          today={today}
        />
        {typed !== '' && (
          <Button isSmall onClick={() => setTyped('')}>
            {say('outlook.clear')}
          </Button>
        )}
      </div>
      <ProblemNote error={plan.error} onRetry={() => void plan.refetch()} />
      {plan.data === null && <p>{say('outlook.none')}</p>}
      {plan.data && <Planned view={view} plan={plan.data} />}
    </section>
  );
}

type Props = { readonly view: CaseView; readonly plan: CasePlan };

function Planned({ view, plan }: Props) {
  const { say } = useSpeech();
  const print = new URLSearchParams({ until: 'discharged', target: plan.target });
  return (
    <>
      <PlanHead plan={plan} />
      {plan.steps.length === 0 ? <p>{say('outlook.nothing')}</p> : <PlanSteps view={view} steps={plan.steps} />}
      <p className="row">
        <Link className="button" to={`/cases/${view.id}/print/needed?${print}`}>
          {say('needed.print', { title: say('needed.untilDischarge') })}
        </Link>
      </p>
      <p className="muted small">{say('outlook.whatIf')}</p>
    </>
  );
}

/** The target, the earliest day, and how far they are apart. */
function PlanHead({ plan: { target, targetIs, earliestOn, slack } }: { readonly plan: CasePlan }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  const room = slack < 0 ? say('outlook.late', { n: -slack }) : slack > 0 ? say('outlook.room', { n: slack }) : '';
  return (
    <div className="panel stack-tight" role="status">
      <p className="outlook-days">
        <span>
          {say(`outlook.target.${targetIs}`)} <strong>{day(target)}</strong>
        </span>
        {targetIs !== 'earliest' && (
          <span>
            {say('outlook.earliest')} <strong>{day(earliestOn)}</strong>
          </span>
        )}
      </p>
      {room && <p className={slack < 0 ? 'note-soon' : 'muted'}>{room}</p>}
    </div>
  );
}
