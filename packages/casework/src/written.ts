import { readsEntry } from '@kaerimichi/access';
import type { CaseEvent } from '@kaerimichi/discharge';
import { correctionsIn, outlineOf, outsideChart } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts } from './casework.ts';
import { fieldsFor, type Reader, writtenEntry } from './entry-kind.ts';
import { parseEventBytes } from './event-bytes.ts';

/** An entry of a case, with those of its texts that its reader may read. */
export type Written = { readonly event: CaseEvent; readonly texts: Readonly<Record<string, string>> };

type Asked = { readonly caseId: string; readonly reader: Reader; readonly types: readonly string[] };

/** Entries as they stand, and those that were taken back, each with the entry by which it was. */
export type WrittenAndTaken = {
  readonly standing: readonly Written[];
  readonly takenBack: readonly { readonly written: Written; readonly bySeq: number }[];
};

/** Entries of some types that were not taken back, oldest first, as far as this reader may read them. */
export const readWritten = async (ports: CaseworkPorts, asked: Asked): Promise<Written[]> => [
  ...(await readWrittenAndTaken(ports, asked)).standing,
];

/** The same with those that were taken back. */
export async function readWrittenAndTaken(
  ports: CaseworkPorts,
  { caseId, reader, types }: Asked,
): Promise<WrittenAndTaken> {
  const rows = await ports.store.listEventsOf(caseId, [...types, ...outsideChart]);
  const all = rows.map(({ payload }) => parseEventBytes(payload));
  const outline = all.map(event => outlineOf({ event }));
  const { taken } = correctionsIn(outline);
  const isRead = (event: CaseEvent) => readsEntry(reader.rights, writtenEntry(event, reader));
  const events = all.filter(event => types.includes(event.type) && isRead(event));
  const ids = events.flatMap(({ record }) => (record ? [record.id] : []));
  const records = ids.length > 0 ? await ports.store.listRecords(caseId, ids) : [];
  // A record written by an event holds its text fields by name.
  const bodies = new Map(records.map(({ id, body }) => [id, body as Record<string, string> | null]));
  // What of an entry is of a category that is not read is left out of body and texts alike.
  const withTexts = (event: CaseEvent): Written => ({
    event: { ...event, body: fieldsFor(event.body, event, reader) },
    texts: fieldsFor(bodies.get(event.record?.id ?? '') ?? {}, event, reader),
  });
  // The last that is about it: of two by whom something is taken back, the second.
  const takenBy = (seq: number) => outline.findLast(({ about }) => about?.seq === seq)?.seq ?? seq;
  return {
    standing: events.filter(({ seq }) => !taken.has(seq)).map(withTexts),
    takenBack: events
      .filter(({ seq }) => taken.has(seq))
      .map(event => ({ written: withTexts(event), bySeq: takenBy(event.seq) })),
  };
}
