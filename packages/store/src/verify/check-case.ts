import { createHash } from 'node:crypto';
import { canonicalJson, chainHash, emptyHead, parseEventBytes } from '@kaerimichi/casework';
import type { CaseEvent } from '@kaerimichi/discharge';
import type { FaultCode, Finding, ReadEvent, VerifyOptions } from './verify-chains.ts';
import type { EventRow, RecordRow, StateRow } from './verify-range.ts';

type Parts = {
  readonly state: StateRow;
  readonly events: readonly EventRow[];
  readonly records: readonly RecordRow[];
};
type Fault = Omit<Finding, 'caseId'>;

/** A chain as far as it holds: its entries with what they say, and what is wrong with the next one. */
type Chain = { readonly entries: readonly ReadEvent[]; readonly broken: Fault | null };

/** Everything about one case that does not hold; a chain's faults end with the first, what follows it proves nothing. */
export function checkCase(parts: Parts, redecide: VerifyOptions['redecide']): Finding[] {
  const { state } = parts;
  const { entries, broken } = readChain(parts.events);
  const faults = [
    ...(broken ? [broken] : endFaults(parts)),
    ...recordFaults(parts, entries),
    ...(state.has_case && state.card_version !== null ? [] : [fault('missing', null, 'identity or card is gone')]),
  ];
  if (state.card_version !== null && state.card_version !== state.version)
    faults.push(fault('card', null, `the board shows ${state.card_version}, the case is at ${state.version}`));
  if (faults.length === 0 && redecide) faults.push(...redecided(state, entries, redecide));
  return faults.map(found => ({ caseId: state.case_id, ...found }));
}

const fault = (code: FaultCode, seq: number | null, detail: string): Fault => ({ fault: code, seq, detail });

function readEvent(payload: Uint8Array): CaseEvent | null {
  try {
    return parseEventBytes(payload);
  } catch {
    return null;
  }
}

/** Up to the first entry that does not follow from the one before; each is parsed once, for everything that asks. */
function readChain(events: readonly EventRow[]): Chain {
  const entries: ReadEvent[] = [];
  let head = emptyHead;
  for (const row of events) {
    const seq = entries.length + 1;
    const broken = (code: FaultCode, detail: string): Chain => ({ entries, broken: fault(code, seq, detail) });
    if (row.seq !== seq) return broken('gap', `entry ${seq} is missing, ${row.seq} follows`);
    if (Buffer.compare(chainHash(head, row.payload), row.hash) !== 0)
      return broken('chain', 'the hash does not follow from this entry and the one before');
    const event = readEvent(row.payload);
    if (!event) return broken('payload', 'the bytes are no event');
    if (event.type !== row.type || event.seq !== row.seq || event.at !== row.at)
      return broken('columns', 'type, number or instant of the row are not those of the hashed bytes');
    entries.push({ ...row, event });
    head = row.hash;
  }
  return { entries, broken: null };
}

function endFaults({ state, events }: Parts): Fault[] {
  const last = events.at(-1);
  if (!last) return [fault('missing', null, 'the case has no history')];
  if (state.version === null || state.head === null) return [fault('missing', null, 'the case has no state')];
  if (state.version > last.seq)
    return [fault('end', last.seq + 1, `entries ${last.seq + 1} to ${state.version} are missing at the end`)];
  if (state.version !== last.seq || !Buffer.from(last.hash).equals(state.head))
    return [fault('end', last.seq, 'the state names another newest entry')];
  return [];
}

/** Every record that an event names is there with the hash that the event keeps, its body gives it, and there is no other. */
function recordFaults({ events, records }: Parts, entries: readonly ReadEvent[]): Fault[] {
  const placeOf = (seq: number, id: string) => `${seq} ${id}`;
  const kept = new Map(records.map(record => [placeOf(record.seq, record.id), record]));
  const named = events.flatMap(({ seq, payload }, at) => {
    // Behind a broken link entries still name their records.
    const record = (entries[at]?.event ?? readEvent(payload))?.record;
    return record ? [{ seq, ...record }] : [];
  });
  const known = new Set(named.map(({ seq, id }) => placeOf(seq, id)));
  const strangers = records.filter(({ seq, id }) => !known.has(placeOf(seq, id)));
  return [
    ...named.flatMap(name => recordFault(kept.get(placeOf(name.seq, name.id)), name)),
    ...strangers.map(({ seq, id }) => fault('record', seq, `record ${id} belongs to no entry`)),
  ].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
}

function recordFault(
  record: RecordRow | undefined,
  { seq, id, hash }: { seq: number; id: string; hash: string },
): Fault[] {
  if (!record) return [fault('record', seq, `record ${id} is gone`)];
  if (record.hash !== hash) return [fault('record', seq, `record ${id} has another hash than its event`)];
  // Destroyed on purpose: salt and body together.
  if (record.salt === null && record.body === null) return [];
  const itsHash = createHash('sha256')
    .update(record.salt ?? '')
    .update(canonicalJson(record.body))
    .digest('hex');
  return itsHash === hash ? [] : [fault('record', seq, `record ${id} is not what the event kept`)];
}

function redecided(
  state: StateRow,
  events: readonly ReadEvent[],
  redecide: NonNullable<VerifyOptions['redecide']>,
): Fault[] {
  const { case_id: caseId, pathway_version: pathwayVersion, value, facts, no, identity, card, active } = state;
  const deadlines = state.deadlines ?? [];
  const kept = { pathwayVersion: pathwayVersion ?? 0, value, facts };
  const wrong = redecide({ caseId, no, identity, card, active, deadlines, events, state: kept });
  return wrong ? [wrong] : [];
}
