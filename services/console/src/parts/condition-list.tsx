import type { CaseView, Reason, Transition } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { maySend, useToday, useTurnWords, useWorkplace } from '../app/workplace.tsx';
import { withoutPlaces } from '../features/board/columns.ts';
import { shortDay } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import './condition-list.css';
import { Glyph } from './glyph.tsx';
import { supplyOf } from './supply-of.ts';
import { askOf } from './waiver-ask.ts';
import { waiverOffer } from './waiver-offer.ts';

type Props = {
  readonly caseId: string;
  readonly lead: string;
  readonly done: Transition['done'];
  readonly reasons: readonly Reason[];
  /** Whether this person may waive a condition. */
  readonly canWaive: boolean;
  /** The case, where the conditions are those of its stage: an exception is asked for there. */
  readonly askIn?: CaseView;
  /** Called when a link leads away (a sheet closes itself). */
  readonly onLeave?: (() => void) | undefined;
};

/** Conditions of a move as the server states them: what is done, what is missing, whose turn, and where to go. */
export function ConditionList({ done, reasons, ...around }: Props) {
  return (
    <ul className="conditions">
      {reasons.map(reason => (
        <UnmetCondition key={reason.code} reason={reason} {...around} />
      ))}
      {done.map(condition => (
        <MetCondition key={condition.code} condition={condition} {...around} />
      ))}
    </ul>
  );
}

type MetProps = Pick<Props, 'caseId' | 'onLeave'> & { readonly condition: Transition['done'][number] };

function MetCondition({ condition, caseId, onLeave }: MetProps) {
  const { say, language } = useSpeech();
  const today = useToday();
  const { how, text, evidence } = condition;
  const day = (on: string) => shortDay(on, language, today);
  const daysOf = (on: string, until = on) =>
    until === on ? day(on) : say('condition.period', { from: day(on), until: day(until) });
  return (
    <li className="condition condition-met">
      <Glyph name={how === 'waived' ? 'waived' : 'check'} />
      <span>
        <span className="hidden-visually">{say(`condition.${how}`)}: </span>
        {withoutPlaces(text)}
        {evidence?.on && <span className="muted small"> {daysOf(evidence.on, evidence.until)}</span>}
        {how !== 'met' && <span className="tag">{say(`condition.${how}`)}</span>}
        {evidence?.seq !== undefined && (
          <Link
            className="condition-evidence small"
            to={`/cases/${caseId}?entry=${evidence.seq}`}
            onClick={onLeave}
            aria-label={say('condition.evidenceName', { what: withoutPlaces(text) })}
          >
            {say('condition.evidence')}
          </Link>
        )}
      </span>
    </li>
  );
}

type UnmetProps = Omit<Props, 'done' | 'reasons'> & { readonly reason: Reason };

function UnmetCondition({ reason, caseId, lead, canWaive, askIn, onLeave }: UnmetProps) {
  const { say } = useSpeech();
  const today = useToday();
  const turnWords = useTurnWords();
  const { me } = useWorkplace();
  const { code, text, turn, waivable } = reason;
  const offer = waiverOffer(reason, me.membership.role);
  const supply = supplyOf(reason, event => maySend(me, event));
  const waiver = `/cases/${caseId}/record/requirement.waived?${new URLSearchParams({ requirementId: code })}`;
  return (
    <li className="condition condition-unmet">
      <Glyph name="cross" />
      <div>
        <p>
          <span className="hidden-visually">{say('condition.unmet')}: </span>
          {text}
        </p>
        <p className="row small">
          {turn && <span className="muted">{say('turn.label', { who: turnWords(turn, lead, today) })}</span>}
          {supply?.is === 'form' && (
            <Link to={supply.route} onClick={onLeave} aria-label={say('condition.fixName', { what: text })}>
              {say('condition.fix')}
            </Link>
          )}
          {/* Where it is somebody's turn, that says who records it. */}
          {supply?.is === 'others' && !turn && <span className="muted">{say('record.notYours')}</span>}
          {canWaive && offer && (
            <Link to={waiver} onClick={onLeave} aria-label={say('condition.waiveName', { what: text })}>
              {say(offer)}
            </Link>
          )}
          {askIn && waivable !== 'no' && <Asked reason={reason} view={askIn} {...{ canWaive, onLeave }} />}
        </p>
      </div>
    </li>
  );
}

type AskedProps = Pick<UnmetProps, 'reason' | 'canWaive' | 'onLeave'> & { readonly view: CaseView };

/** Whether an exception was asked for and what became of it; else the way to ask whoever may make one. */
function Asked({ reason: { code, text }, view, canWaive, onLeave }: AskedProps) {
  const { say, language } = useSpeech();
  const today = useToday();
  const ask = askOf(view, code);
  const to = (type: string) => `/cases/${view.id}/record/${type}?${new URLSearchParams({ requirementId: code })}`;
  const day = (on: string) => shortDay(on, language, today);
  const mayAsk = !canWaive && view.can.includes('requirement.waiverAsked');
  return (
    <>
      {ask && !ask.refusedOn && <strong>{say('condition.waiverAsked', { on: day(ask.on) })}</strong>}
      {ask?.refusedOn && <strong>{say('condition.waiverRefused', { on: day(ask.refusedOn) })}</strong>}
      {canWaive && ask && !ask.refusedOn && (
        <Link
          to={to('requirement.waiverRefused')}
          onClick={onLeave}
          aria-label={say('condition.refuseName', { what: text })}
        >
          {say('condition.refuse')}
        </Link>
      )}
      {mayAsk && (!ask || ask.refusedOn) && (
        <Link
          to={to('requirement.waiverAsked')}
          onClick={onLeave}
          aria-label={say('condition.askName', { what: text })}
        >
          {say(ask ? 'condition.askAgain' : 'condition.ask')}
        </Link>
      )}
    </>
  );
}
