import type { CasePlan, CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { maySend, useToday, useTurnWords, useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { supplyOf } from '../../parts/supply-of.ts';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Step = CasePlan['steps'][number];
type Props = { readonly view: CaseView; readonly steps: readonly Step[] };

/** What is open in the order in which it is due, with its room. */
export function PlanSteps({ view, steps }: Props) {
  const { say } = useSpeech();
  const names = new Map(steps.map(({ code, todo }) => [code, todo]));
  return (
    <ol className="plan-steps" aria-label={say('outlook.steps')}>
      {steps.map(step => (
        <PlanStep key={step.code} view={view} step={step} after={step.after.flatMap(code => names.get(code) ?? [])} />
      ))}
    </ol>
  );
}

type StepProps = Pick<Props, 'view'> & { readonly step: Step; readonly after: readonly string[] };

function PlanStep({ view, step, after }: StepProps) {
  const { say, language } = useSpeech();
  const today = useToday();
  const turnWords = useTurnWords();
  const { me } = useWorkplace();
  const { doneBy, startBy, todo, days, reason } = step;
  const day = (on: string) => shortDay(on, language, today);
  const supply = supplyOf(reason, event => maySend(me, event));
  return (
    <li className={`plan-step${step.isCritical ? ' plan-critical' : ''}`}>
      <p className="plan-by">{say('outlook.by', { day: day(doneBy) })}</p>
      <div className="stack-tight">
        <p>
          {todo} <Room step={step} />
        </p>
        <p className="row small muted">
          <span>{days === 0 ? say('outlook.sameDay') : say('outlook.takes', { n: days, day: day(startBy) })}</span>
          {reason.turn && <span>{say('turn.label', { who: turnWords(reason.turn, view.card.lead, today) })}</span>}
        </p>
        {after.length > 0 && (
          <p className="small muted">{say('outlook.after', { what: after.join(say('common.listMark')) })}</p>
        )}
        {supply?.is === 'form' && (
          <p className="small">
            <Link to={supply.route} aria-label={say('condition.fixName', { what: todo })}>
              {say('condition.fix')}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}

/** How much room there is, in words and with a sign. */
function Room({ step: { slack, isCritical } }: { readonly step: Step }) {
  const { say } = useSpeech();
  if (slack < 0)
    return (
      <span className="tag plan-late">
        <Glyph name="overdue" /> {say('outlook.stepLate', { n: -slack })}
      </span>
    );
  if (isCritical)
    return (
      <span className="tag plan-tight">
        <Glyph name="today" /> {slack === 0 ? say('outlook.critical') : say('outlook.criticalRoom', { n: slack })}
      </span>
    );
  return <span className="tag">{say('outlook.stepRoom', { n: slack })}</span>;
}
