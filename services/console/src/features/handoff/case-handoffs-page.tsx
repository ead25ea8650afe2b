import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { useCase, useCaseWatch } from '../../api/queries.ts';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday } from '../../app/workplace.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { CaseFrame } from '../case/case-frame.tsx';
import { isItem } from '../form/items-of.ts';
import './handoff.css';
import { countsOf, statusWords, turnKey } from './status-words.ts';
import { useCaseHandoffs } from './use-handoffs.ts';

/** The handoffs of one case, side by side: who was asked, where each stands, and what each answered. */
export function CaseHandoffsPage() {
  const { id = '' } = useParams();
  const { say } = useSpeech();
  const view = useCase(id);
  const read = useCaseHandoffs(id);
  useCaseWatch(id);
  usePageTitle(view.data ? `${say('handoff.title')} ${view.data.no}` : say('handoff.title'));
  const error = view.error ?? read.error;
  if (problemOf(error)?.code === 'not-found') return <MissingPage />;
  if (error)
    return (
      <div className="page">
        <ProblemNote error={error} onRetry={() => void read.refetch()} />
      </div>
    );
  if (!view.data || !read.data) return <Patience />;
  const { handoffs, mayCompose } = read.data;
  return (
    <CaseFrame view={view.data} tab="handoffs">
      <div className="page case-page">
        <div className="stack">
          <h2>{say('handoff.title')}</h2>
          {mayCompose && (
            <p>
              <Link className="button button-primary" to={`/cases/${id}/handoffs/new`}>
                {say('handoff.compose')}
              </Link>
            </p>
          )}
          {mayCompose && <ToNewLead view={view.data} handoffs={handoffs} />}
          {handoffs.length === 0 && <p className="muted">{say('handoff.none')}</p>}
          {handoffs.length > 0 && <Comparison caseId={id} handoffs={handoffs} />}
        </div>
      </div>
    </CaseFrame>
  );
}

/** 転院・主担当の引き継ぎ: whoever was offered the lead is handed over to by the same loop, and answers it before it leads. */
function ToNewLead({ view, handoffs }: { readonly view: CaseView; readonly handoffs: readonly HandoffView[] }) {
  const { say } = useSpeech();
  const offered = view.facts.plan?.leadOffered;
  const org = isItem(offered) && typeof offered.org === 'string' ? offered.org : null;
  const isLive = ({ status }: HandoffView) => !['declined', 'withdrawn'].includes(status);
  if (!org || handoffs.some(one => one.org?.id === org && isLive(one))) return null;
  return (
    <p className="note-info">
      {say('handoff.toNewLead')}{' '}
      <Link to={`/cases/${view.id}/handoffs/new?to=${encodeURIComponent(org)}`}>{say('handoff.writeToNewLead')}</Link>
    </p>
  );
}

type Props = { readonly caseId: string; readonly handoffs: readonly HandoffView[] };

function Comparison({ caseId, handoffs }: Props) {
  const { say } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table handoff-table">
        <caption className="hidden-visually">{say('handoff.comparison')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('handoff.with')}</th>
            <th scope="col">{say('handoff.status')}</th>
            <th scope="col">{say('handoff.turn')}</th>
            <th scope="col">{say('handoff.sentAt')}</th>
            <th scope="col">{say('handoff.openedAt')}</th>
            <th scope="col">{say('handoff.reply')}</th>
          </tr>
        </thead>
        <tbody>
          {handoffs.map(handoff => (
            <ComparedRow key={handoff.id} caseId={caseId} handoff={handoff} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ComparedRow({ caseId, handoff }: { readonly caseId: string; readonly handoff: HandoffView }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const today = useToday();
  const turn = turnKey(handoff.turn, handoff.side);
  const last = (step: string) => handoff.clock.findLast(one => one.step === step);
  const when = (step: string) => {
    const found = last(step);
    return found ? dayAndTime(found.at, language, today) : '';
  };
  const opened = last('handoff.opened');
  const cell = (key: Parameters<typeof say>[0]) => ({ 'data-label': say(key) });
  return (
    <tr>
      <th scope="row">
        <Link to={`/cases/${caseId}/handoffs/${handoff.id}`}>
          {handoff.org?.name ?? handoff.outside ?? say('handoff.somebody')}
        </Link>
      </th>
      <td {...cell('handoff.status')}>{statusWords(countsOf(handoff), speech)}</td>
      <td {...cell('handoff.turn')}>{turn ? say(turn) : ''}</td>
      <td {...cell('handoff.sentAt')}>{when('handoff.sent')}</td>
      <td {...cell('handoff.openedAt')}>{opened ? `${when('handoff.opened')} ${opened.name ?? ''}` : ''}</td>
      <td {...cell('handoff.reply')}>
        <Reply handoff={handoff} />
      </td>
    </tr>
  );
}

function Reply({ handoff: { decision, replyDueAt } }: { readonly handoff: HandoffView }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (!decision) return replyDueAt ? say('handoff.replyDue', { time: dayAndTime(replyDueAt, language, today) }) : '';
  const parts = [
    decision.reason ? code('declineReason', decision.reason) : '',
    decision.firstVisitOn ? say('handoff.firstVisit', { day: shortDay(decision.firstVisitOn, language, today) }) : '',
    decision.text ?? '',
  ];
  return parts.filter(Boolean).join(' ');
}
