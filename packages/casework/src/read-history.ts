import { readsEntry, readsWhole } from '@kaerimichi/access';
import { aboutNoteTypes, type CaseEvent, joinRowTexts } from '@kaerimichi/discharge';
import { eventsByType, isOutsideChart, type OutlinedEvent } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts, HistoryEntry } from './casework.ts';
import {
  categoryOf,
  fieldsFor,
  HIDDEN,
  hiddenLabel,
  type Reader,
  readerOf,
  typeFor,
  writtenEntry,
} from './entry-kind.ts';
import { parseEventBytes } from './event-bytes.ts';
import { findCorrectable } from './find-correctable.ts';
import { foldHidden } from './fold-hidden.ts';
import { isCalled, newestVersions, revisableBy } from './note-versions.ts';
import { accepted, type Outcome, type RequestMeta } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { tellCorrections } from './tell-corrections.ts';
import { caseWithWay } from './view-case.ts';
import { outlineOfHistory } from './whole-history.ts';

type HistoryQuestion = {
  readonly who: SignedIn;
  readonly caseId: string;
  readonly after: number;
  readonly limit: number;
  readonly meta: RequestMeta;
};

/** The history of a case after a seq; what lies outside the viewer's categories shows that something happened, not what or when. */
export async function readHistory(
  ports: CaseworkPorts,
  question: HistoryQuestion,
): Promise<Outcome<{ events: readonly HistoryEntry[]; version: number }>> {
  const seen = await caseWithWay(ports, { ...question, what: 'history' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  const { viewer } = question.who;
  const reader = readerOf(viewer, loaded);
  const rows = await ports.store.listEvents(question.caseId, question.after, question.limit);
  const events = rows.map(row => ({ stage: row.stage, event: parseEventBytes(row.payload) }));
  const outline = await outlineOfHistory(ports.store, loaded, events);
  const judgedBy = await judging(ports, question.caseId, { events, outline });
  const isReadable = (event: CaseEvent) =>
    judgedBy(event).every(one => readsEntry(reader.rights, writtenEntry(one, reader)));
  const isHidden = (event: CaseEvent) => judgedBy(event).some(one => typeFor(one, reader) === HIDDEN);
  const readable = events.filter(({ event }) => isReadable(event));
  const texts = await textsOf(
    ports,
    question.caseId,
    readable.map(({ event }) => event),
  );
  const textsFor = (event: CaseEvent) => {
    const written = texts.get(event.record?.id ?? '');
    return written ? fieldsFor(written, event, reader) : null;
  };
  const toldOf = tellCorrections(outline, reader);
  const asked = { who: question.who, loaded, page: events, outline };
  const isCorrectable = await findCorrectable(ports.store, asked);
  const isRevisable = revisableBy(question.who, loaded);
  const entries = events.map(({ event, stage }) => {
    if (isHidden(event)) return hiddenEntry(event, stage);
    const isRead = isReadable(event);
    const told = toldOf(event);
    return toEntry(event, {
      stage,
      by: senderFor(event, reader),
      ...told,
      ...(isRead
        ? contentOf(event, fieldsFor(event.body, event, reader), textsFor(event))
        : { body: null, texts: null }),
      // What somebody cannot read they are not asked to put right.
      correctable: isRead && isCorrectable(event),
      revisable: isRead && !told.corrected && isRevisable(event),
      called: isRead && isCalled(event, loaded.facts, viewer.membership),
    });
  });
  return accepted({ events: foldHidden(entries), version: loaded.version });
}

/** Body and texts of an entry, each text where it was written. */
function contentOf(
  { type }: CaseEvent,
  body: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>> | null,
) {
  const definition = eventsByType.get(type);
  return definition && texts ? joinRowTexts(definition, { body, texts }) : { body, texts };
}

/** What an entry is judged by: a correction tells of what it corrects, a version of its note, a note of its newest version. */
async function judging(
  ports: CaseworkPorts,
  caseId: string,
  { events, outline }: { readonly events: readonly Read[]; readonly outline: readonly OutlinedEvent[] },
): Promise<(event: CaseEvent) => readonly CaseEvent[]> {
  const targets = await targetsOf(ports, caseId, events);
  const newestOf = await newestVersions(ports.store, caseId, outline);
  return event => {
    const told = [event, targets.get(event.seq) ?? []].flat();
    return [...told, ...told.flatMap(one => newestOf(one) ?? [])];
  };
}

type Read = { readonly event: CaseEvent };

/** What corrections, undos and versions of notes are about, by their own seq; what is not on the page is read, at most once each. */
async function targetsOf(
  ports: CaseworkPorts,
  caseId: string,
  events: readonly Read[],
): Promise<Map<number, CaseEvent>> {
  const onPage = new Map(events.map(({ event }) => [event.seq, event]));
  const targets = new Map<number, CaseEvent>();
  for (const { event } of events.filter(
    ({ event: { type } }) => isOutsideChart(type) || aboutNoteTypes.includes(type),
  )) {
    const seq = Number(event.body.seq);
    const [row] = onPage.has(seq) ? [] : await ports.store.listEvents(caseId, seq - 1, 1);
    const target = onPage.get(seq) ?? (row && parseEventBytes(row.payload));
    if (target) targets.set(event.seq, target);
  }
  return targets;
}

/** The line stays, since nothing may be missing between two others: that something happened, and where the case stood. */
const hiddenEntry = ({ seq }: CaseEvent, stage: string): HistoryEntry => ({
  seq,
  at: null,
  stage,
  type: HIDDEN,
  label: hiddenLabel(1),
  count: 1,
  by: null,
  category: HIDDEN,
  body: null,
  texts: null,
  corrected: false,
  proposed: null,
  correctable: false,
  revisable: false,
  called: false,
});

async function textsOf(ports: CaseworkPorts, caseId: string, events: readonly CaseEvent[]) {
  const ids = events.flatMap(({ record }) => (record ? [record.id] : []));
  const records = ids.length > 0 ? await ports.store.listRecords(caseId, ids) : [];
  // A record written by an event holds its text fields by name.
  return new Map(records.map(({ id, body }) => [id, body as Record<string, string>]));
}

/** A guardian is somebody of the family, by name only to whoever reads the family's situation whole. */
function senderFor({ by: { membership, person, org, role } }: CaseEvent, { rights }: Reader): HistoryEntry['by'] {
  const isNamed = role !== 'family' || readsWhole(rights, 'family');
  return { membership, person: isNamed ? person : null, org, role };
}

type Shown = Pick<
  HistoryEntry,
  'stage' | 'by' | 'label' | 'body' | 'texts' | 'corrected' | 'proposed' | 'correctable' | 'revisable' | 'called'
>;

function toEntry(event: CaseEvent, shown: Shown): HistoryEntry {
  return {
    seq: event.seq,
    type: event.type,
    at: event.at,
    occurredOn: event.occurredOn,
    category: categoryOf(event.type),
    ...shown,
  };
}
