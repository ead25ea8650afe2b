import { readsEntry } from '@kaerimichi/access';
import type { CaseEvent } from '@kaerimichi/discharge';
import { correctionsIn, outlineOf, outsideChart } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts } from './casework.ts';
import { fieldsFor, type Reader, writtenEntry } from './entry-kind.ts';
import { parseEventBytes } from './event-bytes.ts';

/** An entry of a case, with those of its texts that its reader may read. */
export type Written = { readonly event: CaseEvent; readonly texts: Readonly<Record<string, string>> };

type Asked = { readonly caseId: string; readonly reader: Reader; readonly types: readonly string[] };

/** Entries of some types that were not taken back, oldest first, as far as this reader may read them. */
export async function readWritten(ports: CaseworkPorts, { caseId, reader, types }: Asked): Promise<Written[]> {
  const rows = await ports.store.listEventsOf(caseId, [...types, ...outsideChart]);
  const all = rows.map(({ payload }) => parseEventBytes(payload));
  const { taken } = correctionsIn(all.map(event => outlineOf({ event })));
  const isRead = (event: CaseEvent) => readsEntry(reader.rights, writtenEntry(event, reader));
  const events = all.filter(event => types.includes(event.type) && !taken.has(event.seq) && isRead(event));
  const ids = events.flatMap(({ record }) => (record ? [record.id] : []));
  const records = ids.length > 0 ? await ports.store.listRecords(caseId, ids) : [];
  // A record written by an event holds its text fields by name.
  const bodies = new Map(records.map(({ id, body }) => [id, body as Record<string, string> | null]));
  // What of an entry is of a category that is not read is left out of body and texts alike.
  return events.map(event => ({
    event: { ...event, body: fieldsFor(event.body, event, reader) },
    texts: fieldsFor(bodies.get(event.record?.id ?? '') ?? {}, event, reader),
  }));
}
