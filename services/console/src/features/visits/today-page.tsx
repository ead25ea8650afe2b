import type { VisitAhead } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime, longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { DeviceSettings } from '../offline/device-settings.tsx';
import { useDeviceState, useOutboxAtHand, useProgram } from '../offline/use-program.ts';
import { NoCaseYet } from '../start/no-case-yet.tsx';
import { outgoingOfVisit } from './outgoing-of-visit.ts';
import { useCarried, useVisits } from './use-visits.ts';
import { visitWords } from './visit-words.ts';
import './visits.css';

/** きょうの訪問: whom to visit, what to read before ringing the bell, and where to write. */
export function TodayPage() {
  const { say, language } = useSpeech();
  const today = useToday();
  const visits = useVisits();
  usePageTitle(say('nav.today'));
  useOutboxAtHand();
  const all = visits.data?.visits ?? [];
  const isNow = ({ plannedOn }: VisitAhead) => plannedOn === null || plannedOn <= today;
  return (
    <div className="page narrow stack visits">
      <h1>
        {say('nav.today')} <span className="small muted">{longDay(today, language)}</span>
      </h1>
      {visits.isPending && <Patience />}
      {visits.isError && !visits.data && <ProblemNote error={visits.error} onRetry={() => void visits.refetch()} />}
      {visits.data && all.length === 0 && <NoVisits />}
      <VisitList title={say('visits.now')} visits={all.filter(isNow)} />
      <VisitList title={say('visits.later')} visits={all.filter(visit => !isNow(visit))} />
      {visits.data?.more && <p className="small muted">{say('visits.more')}</p>}
      <Carried visits={all} />
    </div>
  );
}

function NoVisits() {
  const { say } = useSpeech();
  const { live } = useWorkplace();
  const { isLoaded, held } = useObservable(live.feed.state);
  return isLoaded && held.cards.size === 0 ? <NoCaseYet /> : <p>{say('visits.none')}</p>;
}

function VisitList({ title, visits }: { readonly title: string; readonly visits: readonly VisitAhead[] }) {
  if (visits.length === 0) return null;
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <ul className="stack visit-list">
        {visits.map(visit => (
          <VisitItem key={`${visit.caseId} ${visit.visitId}`} visit={visit} />
        ))}
      </ul>
    </section>
  );
}

function VisitItem({ visit }: { readonly visit: VisitAhead }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const { outbox } = useProgram();
  const items = useObservable(outbox.items);
  const { caseId, visitId, card, kind, nth, accompanied, plannedOn, side, recordedBy } = visit;
  const going = outgoingOfVisit(items, { caseId, visitId }).at(-1);
  const isRecorded = recordedBy.includes(side);
  const path = `/cases/${caseId}/visits/${visitId}`;
  return (
    <li className="panel stack" data-visit={visitId}>
      <h3 className="row">
        <CaseName card={card} />
      </h3>
      <p>
        {plannedOn === null ? say('visits.undated') : longDay(plannedOn, language)}{' '}
        <strong>{speech.code('visitKind', kind)}</strong> {nth !== null && say('visits.nth', { n: nth })}{' '}
        {accompanied && <span className="tag">{say('visits.accompanied')}</span>}
      </p>
      <p className="small">{visitWords(visit, going, speech)}</p>
      <p className="row visit-links">
        <Link className="button button-plain" to={`/cases/${caseId}/card`}>
          {say('visits.card')}
        </Link>
        <Link className={`button button-${isRecorded || going ? 'plain' : 'primary'}`} to={path}>
          {say(isRecorded || going ? 'visits.open' : 'visits.begin')}
        </Link>
      </p>
    </li>
  );
}

/** Whether what is needed on the way is on this device; else how it comes there. */
function Carried({ visits }: { readonly visits: readonly VisitAhead[] }) {
  const { say, language } = useSpeech();
  const state = useDeviceState();
  const { at, failed } = useCarried(visits.map(({ caseId }) => caseId));
  if (state.is !== 'open') return <DeviceSettings />;
  return (
    <p className="small" role="status">
      {at !== null && say('visits.carried', { at: clockTime(at, language), n: visits.length })}
      {failed > 0 && say('visits.notCarried', { n: failed })} <Link to="/outbox">{say('outbox.title')}</Link>{' '}
      <Link to="/settings">{say('offline.settings')}</Link>
    </p>
  );
}
