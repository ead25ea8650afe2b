import type { CaseView, EvaluationRow } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';
import { FatigueList } from './fatigue-list.tsx';
import { ValueTable } from './value-table.tsx';

type Props = { readonly view: CaseView; readonly row: EvaluationRow; readonly children?: ReactNode };

const steps: readonly string[] = ['requested', 'bedHeld', 'admitted', 'evaluated'];

/** One evaluation admission from its request to its result. */
export function EvaluationPart({ view, row, children }: Props) {
  const { say, code } = useSpeech();
  return (
    <article className="panel stack" aria-label={say('evaluation.title', { n: row.ordinal })}>
      <h3>
        {say('evaluation.title', { n: row.ordinal })} <span className="tag">{code('evaluationState', row.status)}</span>
      </h3>
      <Steps status={row.status} />
      <Request row={row} />
      <RequestActs {...{ view, row }} />
      {children}
      <Visit {...{ view, row }} />
      <ValueTable {...{ view, row }} />
      <FatigueList row={row} />
      <Result {...{ view, row }} />
    </article>
  );
}

function Steps({ status }: { status: EvaluationRow['status'] }) {
  const { say, code } = useSpeech();
  const at = steps.indexOf(status);
  if (at < 0) return null;
  return (
    <ol className="aftercare-steps" aria-label={say('evaluation.steps')}>
      {steps.map((step, n) => (
        <li key={step} aria-current={n === at ? 'step' : undefined} className={n < at ? 'aftercare-step-done' : ''}>
          {n < at && <span aria-hidden="true">✓ </span>}
          {code('evaluationStep', step)}
        </li>
      ))}
    </ol>
  );
}

function Request({ row }: { row: EvaluationRow }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const { from, to, purposes, care, wishes, note, bed, waitingSince } = row;
  const day = (on: string) => shortDay(on, language, today);
  return (
    <dl className="aftercare-facts">
      <dt>{say('evaluation.purposes')}</dt>
      <dd>{purposes.map(one => code('purpose', one)).join(say('common.listMark')) || '–'}</dd>
      <dt>{say('evaluation.days')}</dt>
      <dd>
        {from ? say('evaluation.fromTo', { from: day(from), to: to ? day(to) : '' }) : say('evaluation.noDays')}
        {bed !== null && ` ${say('evaluation.bedNo', { no: bed })}`}
        {waitingSince && <span className="tag tag-alert"> {say('evaluation.waits', { day: day(waitingSince) })}</span>}
      </dd>
      {care && <Said term={say('evaluation.care')} text={care} />}
      {wishes && <Said term={say('evaluation.wishes')} text={wishes} />}
      {note && <Said term={say('evaluation.note')} text={note} />}
    </dl>
  );
}

const Said = ({ term, text }: { term: string; text: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{text}</dd>
  </>
);

function RequestActs({ view, row: { id, status } }: Props) {
  const { say } = useSpeech();
  const fill = { evaluationId: id };
  const act = (event: string, label: string, more: Readonly<Record<string, string>> = {}) => (
    <FormLink key={event} view={view} can={view.can} event={event} fill={{ ...fill, ...more }}>
      {label}
    </FormLink>
  );
  const isAsked = status === 'requested' || status === 'bedHeld';
  if (!isAsked) return null;
  return (
    <p className="row">
      {act('evaluation.admitted', say('evaluation.admit'), {
        origin: view.stage === 'jointConference' ? 'ward' : 'home',
      })}
      {act('evaluation.withdrawn', say('evaluation.withdraw'))}
    </p>
  );
}

/** 入院前の訪問: how the care is done at home, seen before the child comes. */
function Visit({ view, row: { id, status, visit } }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const isBefore = ['requested', 'bedHeld', 'admitted'].includes(status);
  return (
    <section className="stack-tight">
      <h4>{say('evaluation.visit')}</h4>
      {visit ? (
        <>
          <p className="small muted">
            {shortDay(visit.on, language, today)} {code('means', visit.means)} {code('role', visit.by.role)}{' '}
            {visit.by.name}
          </p>
          <p>{visit.findings}</p>
          {visit.bring && <p>{say('evaluation.bring', { text: visit.bring })}</p>}
        </>
      ) : (
        <p className="muted">{say('evaluation.noVisit')}</p>
      )}
      {isBefore && (
        <p>
          <FormLink view={view} can={view.can} event="evaluation.visited" fill={{ evaluationId: id }}>
            {say(visit ? 'evaluation.visitAgain' : 'evaluation.recordVisit')}
          </FormLink>
        </p>
      )}
    </section>
  );
}

function Result({ view, row }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const { status, result } = row;
  const isIn = status === 'admitted' || status === 'evaluated';
  if (!result && !isIn) return null;
  const target = result?.goesTo;
  return (
    <section className="stack-tight">
      <h4>{say('evaluation.result')}</h4>
      {result ? (
        <>
          <p className="small muted">
            {shortDay(result.on, language, today)} {code('role', result.by.role)} {result.by.name}
          </p>
          <p>{result.result}</p>
          <p>{say(result.changesCare ? 'evaluation.changesCare' : 'evaluation.sameCare')}</p>
          {result.changes && <p>{say('evaluation.changes', { text: result.changes })}</p>}
          {target && <p>{say('evaluation.goesTo', { stage: code('stage', target) })}</p>}
        </>
      ) : (
        <p className="muted">{say('evaluation.noResult')}</p>
      )}
      <p className="row">
        {isIn && (
          <FormLink view={view} can={view.can} event="evaluation.recorded">
            {say(result ? 'evaluation.resultAgain' : 'evaluation.recordResult')}
          </FormLink>
        )}
        {status === 'evaluated' && (
          <FormLink view={view} can={view.can} event="evaluation.closed" fill={target ? { returnTo: target } : {}}>
            {say('evaluation.close')}
          </FormLink>
        )}
      </p>
    </section>
  );
}
