import { parseEventBytes } from './event-bytes.ts';
import { type ParsedEvent, recordOf } from './parse-event.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

type Texts = Readonly<Record<string, unknown>>;

/**
 * A handoff that is revised keeps every text that does not come anew, so that each version can be read by itself; and as
 * changed counts only a text that is another than the one the recipient has.
 */
export async function reviseHandoff(store: CaseStore, loaded: LoadedCase, parsed: ParsedEvent): Promise<ParsedEvent> {
  const handoff = loaded.facts.handoffs.find(({ id }) => id === parsed.body.handoffId);
  if (!handoff || parsed.definition.type !== 'handoff.composed') return parsed;
  const before = await textsAt(store, loaded.id, handoff.seq);
  const sentSeq = handoff.given?.at(-1);
  const sent = sentSeq === undefined || sentSeq === handoff.seq ? before : await textsAt(store, loaded.id, sentSeq);
  // Texts of one event: names and what was written.
  const came = (parsed.records[0]?.body ?? {}) as Texts;
  const said = Object.keys(came).filter(name => sentSeq === undefined || came[name] !== sent[name]);
  return { ...parsed, ...recordOf(parsed.definition, { ...before, ...came }), said };
}

async function textsAt(store: CaseStore, caseId: string, seq: number): Promise<Texts> {
  const [row] = await store.listEvents(caseId, seq - 1, 1);
  const record = row && parseEventBytes(row.payload).record;
  const [found] = record ? await store.listRecords(caseId, [record.id]) : [];
  // Destroyed on request, a record has no body any more.
  return (found?.body ?? {}) as Texts;
}
