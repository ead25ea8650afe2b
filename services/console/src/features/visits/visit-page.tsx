import type { CaseView } from '@kaerimichi/contracts';
import type { VisitArea } from '@kaerimichi/discharge';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCase, useCaseWatch, useLastEvents } from '../../api/queries.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable } from '../../app/services.tsx';
import { maySend, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useOutboxAtHand, useProgram } from '../offline/use-program.ts';
import { outgoingOfVisit } from './outgoing-of-visit.ts';
import { useSubmit } from './use-submit.ts';
import { useVisitDraft } from './use-visit-draft.ts';
import { useCarriedCard } from './use-visits.ts';
import { VisitActions } from './visit-actions.tsx';
import { toRecord } from './visit-draft.ts';
import { newestOf, recordsOf, sideOf, type VisitFact, type VisitRecord, visitOf } from './visit-facts.ts';
import { VisitForm } from './visit-form.tsx';
import { VisitRecords } from './visit-records.tsx';
import type { Before } from './visit-steps.tsx';
import { outgoingWords } from './visit-words.ts';
import './visits.css';

/** One visit: what was recorded of it by either nurse, the record of one's own, and what follows from both. */
export function VisitPage() {
  const { id = '', vid = '' } = useParams();
  const { say } = useSpeech();
  const found = useCase(id);
  useCaseWatch(id);
  useOutboxAtHand();
  usePageTitle(`${say('visit.title')} ${found.data?.no ?? ''}`.trim());
  const view = found.data;
  if (!view && found.isError) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!view) return <Patience />;
  const visit = visitOf(view, vid);
  if (!visit)
    return (
      <div className="page narrow stack visits">
        <h1>{say('visit.title')}</h1>
        <p>{say('visit.unknown')}</p>
        <Link to={`/cases/${id}`}>{say('visits.toCase')}</Link>
      </div>
    );
  return <OneVisit view={view} visit={visit} />;
}

/** Entries of a case among which those of a visit are looked for. */
const MOST_ENTRIES = 200;

type Props = { readonly view: CaseView; readonly visit: VisitFact };

function OneVisit({ view, visit }: Props) {
  const { say, language, code } = useSpeech();
  const { me } = useWorkplace();
  const events = useLastEvents(view.id, { version: view.version, most: MOST_ENTRIES });
  const records = useMemo(() => recordsOf(events.data ?? [], visit.id), [events.data, visit.id]);
  const side = sideOf(view, me.membership.org.id);
  return (
    <div className="page narrow stack visits">
      <h1>{code('visitKind', visit.kind)}</h1>
      <p className="row">
        <CaseName card={view.card} />
        {visit.plannedOn && <span>{longDay(visit.plannedOn, language)}</span>}
        {visit.nth && <span>{say('visits.nth', { n: visit.nth })}</span>}
        <Link to={`/cases/${view.id}/card`}>{say('visits.card')}</Link>
      </p>
      <Begin view={view} visit={visit} />
      <Outgoing caseId={view.id} visitId={visit.id} />
      {events.isError && !events.data && <ProblemNote error={events.error} onRetry={() => void events.refetch()} />}
      {events.data && (
        <>
          <Recorded visit={visit} records={records} />
          <VisitActions view={view} visit={visit} records={records} side={side} />
          {maySend(me, 'visit.recorded') && view.stage !== 'closed' && (
            <OwnRecord view={view} visit={visit} records={records} />
          )}
        </>
      )}
      <p className="row">
        <Link to="/today">{say('nav.today')}</Link> <Link to={`/cases/${view.id}`}>{say('visits.toCase')}</Link>
      </p>
    </div>
  );
}

/** The stage of the first visit begins with a move of its own. */
function Begin({ view, visit }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  if (visit.kind !== 'first' || view.stage !== 'discharged' || !maySend(me, 'firstVisit.begun')) return null;
  return (
    <p>
      <Link className="button button-plain" to={`/cases/${view.id}/record/firstVisit.begun`}>
        {say('visit.beginStage')}
      </Link>
    </p>
  );
}

function Outgoing(visit: { readonly caseId: string; readonly visitId: string }) {
  const speech = useSpeech();
  const items = useObservable(useProgram().outbox.items);
  const going = outgoingOfVisit(items, visit);
  if (going.length === 0) return null;
  return (
    <ul className="stack visit-list" role="status">
      {going.map(item => (
        <li key={item.id} data-outgoing={item.state.is}>
          <strong>{outgoingWords(item, speech)}</strong>{' '}
          {item.state.is === 'refused' && item.state.why.reasons.join(' ')}{' '}
          <Link to="/outbox">{speech.say('outbox.title')}</Link>
        </li>
      ))}
    </ul>
  );
}

function Recorded({ visit, records }: { readonly visit: VisitFact; readonly records: readonly VisitRecord[] }) {
  const { say } = useSpeech();
  const both = (['hospital', 'station'] as const).flatMap(side => {
    const versions = (visit.versions ?? []).filter(one => one.side === side).map(({ seq }) => seq);
    const standing = records.filter(({ seq }) => versions.includes(seq));
    return standing.length > 0 ? standing : (newestOf(records, side) ?? []);
  });
  if (both.length === 0) return <p className="muted">{say('visit.noRecords')}</p>;
  return (
    <section className="panel stack" aria-labelledby="visit-records">
      <h2 id="visit-records">{say('visit.records')}</h2>
      <VisitRecords records={both} differing={visit.differing ?? []} />
    </section>
  );
}

type OwnProps = Props & { readonly records: readonly VisitRecord[] };

function OwnRecord({ view, visit, records }: OwnProps) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { outbox } = useProgram();
  const side = sideOf(view, me.membership.org.id);
  const newest = newestOf(records, side);
  const own = useVisitDraft({ caseId: view.id, visitId: visit.id, base: newest?.seq ?? 0 });
  const before = useBefore(view.id, records);
  const submit = useSubmit();
  const going = outgoingOfVisit(useObservable(outbox.items), { caseId: view.id, visitId: visit.id });
  const isGoing = going.some(
    ({ type, state }) => type === 'visit.recorded' && ['waiting', 'sending'].includes(state.is),
  );
  const [isAgain, setAgain] = useState(false);
  if (!own.isRead || isGoing) return null;
  if (newest && !isAgain && own.keptAt === null)
    return (
      <p>
        <Button onClick={() => setAgain(true)}>{say('visit.again')}</Button>
      </p>
    );
  const finish = async () => {
    const body = toRecord(own.draft, { visitId: visit.id, side });
    const isDone = await submit.submit({ view, visitId: visit.id, body, append: true });
    if (!isDone) return;
    await own.forget();
    setAgain(false);
  };
  return <VisitForm own={own} before={before} isBusy={submit.isBusy} error={submit.error} onFinish={finish} />;
}

/** How it was at discharge and at the last record of this child that is told. */
function useBefore(caseId: string, records: readonly VisitRecord[]): Before {
  const card = useCarriedCard(caseId);
  return useMemo(() => {
    const atDischarge: Partial<Record<VisitArea, { label: string; text: string }[]>> = {};
    for (const { label, text, area, recorded } of card.data?.sections.flatMap(({ rows }) => rows) ?? [])
      if (area && recorded) atDischarge[area] = [...(atDischarge[area] ?? []), { label, text }];
    return { atDischarge, last: records.at(-1) };
  }, [card.data, records]);
}
