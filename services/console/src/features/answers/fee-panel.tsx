import type { CaseFee, CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Glyph, type GlyphName } from '../../parts/glyph.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { recordPath } from '../case/record-path.ts';
import { metOf } from './fee-order.ts';

type Condition = CaseFee['conditions'][number];
type Props = {
  readonly view: CaseView;
  readonly fee: CaseFee;
  /** Takes a fact of yes or no as true, to see what would come of it. */
  readonly onAssume: (fact: string) => void;
};

const glyphs = {
  met: 'check',
  missing: 'cross',
  lost: 'overdue',
  needsReview: 'waived',
  bundled: 'none',
} as const satisfies Record<CaseFee['status'], GlyphName>;

/** One fee: how it stands in one line, and why when it is opened. */
export function FeePanel({ view, fee, onAssume }: Props) {
  const { say, language } = useSpeech();
  const today = useToday();
  const { status, lostOn, title, conditions } = fee;
  const since = lostOn && status === 'lost' ? say('fees.lostOn', { day: shortDay(lostOn, language, today) }) : '';
  return (
    <details className="panel fee">
      <summary className="fee-summary">
        <span className={`fee-status fee-${status}`}>
          <Glyph name={glyphs[status]} /> {say(`fees.status.${status}`)}
          {since}
        </span>
        <span className="fee-title">{title}</span>
        <FeeAmount fee={fee} />
        <span className="small muted">{say('fees.count', { done: metOf(fee), all: conditions.length })}</span>
      </summary>
      <ul className="conditions">
        {conditions.map(condition => (
          <FeeCondition key={condition.code} view={view} condition={condition} onAssume={onAssume} />
        ))}
      </ul>
      <FeeSource fee={fee} />
    </details>
  );
}

function FeeAmount({ fee: { amount } }: { readonly fee: CaseFee }) {
  const { say } = useSpeech();
  if (!amount) return null;
  return (
    <span>
      {say(`fees.${amount.unit}`, { n: amount.value })}
      {!amount.verified && <span className="tag">{say('fees.unverified')}</span>}
    </span>
  );
}

const signs = { true: 'check', false: 'cross', unknown: 'ring' } as const;

type ConditionProps = Omit<Props, 'fee'> & { readonly condition: Condition };

function FeeCondition({ view, condition, onAssume }: ConditionProps) {
  const { say, language } = useSpeech();
  const today = useToday();
  const { ok, text, on, review, basis } = condition;
  return (
    <li className={`condition ${ok === true ? 'condition-met' : 'condition-unmet'}`}>
      <Glyph name={signs[`${ok}`]} />
      <div>
        <p>
          <span className="hidden-visually">{say(`fees.ok.${ok}`)}: </span>
          {text}
          {on && <span className="muted small"> {shortDay(on, language, today)}</span>}
        </p>
        {review && <p className="small">{say('fees.review', { why: review })}</p>}
        {basis.length > 0 && (
          <p className="small muted">
            {basis.map(({ title, how }) => say(`fees.basis.${how}`, { what: title })).join(say('common.listMark'))}
          </p>
        )}
        <Needs view={view} condition={condition} onAssume={onAssume} />
      </div>
    </li>
  );
}

/** What is missing, and where it comes from: a form of this case, or the hospital's own chart and accounts. */
function Needs({ view, condition: { needs }, onAssume }: ConditionProps) {
  const { say } = useSpeech();
  if (needs.length === 0) return null;
  return (
    <ul className="small fee-needs">
      {needs.map(({ fact, title, event, isFlag }) => (
        <li key={fact} className="row">
          <span>{say('fees.needs', { what: title })}</span>
          {event && view.can.includes(event) ? (
            <Link to={recordPath(view.id, event)} aria-label={say('condition.fixName', { what: title })}>
              {say('condition.fix')}
            </Link>
          ) : (
            <span className="muted">{say(event ? 'record.notNow' : 'fees.outside')}</span>
          )}
          {isFlag && (
            <Button isSmall onClick={() => onAssume(fact)} aria-label={say('fees.assumeName', { what: title })}>
              {say('fees.assumeYes')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where it stands, in which revision, and how sure the reading is. */
function FeeSource({ fee: { source, markText, revision, revisionBy } }: { readonly fee: CaseFee }) {
  const { say } = useSpeech();
  return (
    <p className="small muted fee-source">
      {say('fees.source', { source, mark: markText })}{' '}
      {revisionBy
        ? say('fees.revisionBy', { revision: revision.label, what: revisionBy })
        : say('fees.revisionToday', { revision: revision.label })}
    </p>
  );
}
