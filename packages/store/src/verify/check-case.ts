import { createHash } from 'node:crypto';
import { canonicalJson, chainHash, emptyHead } from '@kaerimichi/casework';
import { z } from 'zod';
import type { EventRow, FaultCode, Finding, RecordRow, StateRow, VerifyOptions } from './verify-chains.ts';

type Parts = {
  readonly state: StateRow;
  readonly events: readonly EventRow[];
  readonly records: readonly RecordRow[];
};
type Fault = Omit<Finding, 'caseId'>;

/** Everything about one case that does not hold; a chain's faults end with the first, what follows it proves nothing. */
export function checkCase(parts: Parts, redecide: VerifyOptions['redecide']): Finding[] {
  const { state, events } = parts;
  const chain = chainFault(events);
  const faults = [
    ...(chain ? [chain] : endFaults(parts)),
    ...recordFaults(parts),
    ...(state.has_case && state.card_version !== null ? [] : [fault('missing', null, 'identity or card is gone')]),
  ];
  if (state.card_version !== null && state.card_version !== state.version)
    faults.push(fault('card', null, `the board shows ${state.card_version}, the case is at ${state.version}`));
  if (!chain && faults.length === 0 && redecide) faults.push(...redecided(parts, redecide));
  return faults.map(found => ({ caseId: state.case_id, ...found }));
}

const fault = (code: FaultCode, seq: number | null, detail: string): Fault => ({ fault: code, seq, detail });

const hashed = z.object({
  type: z.string(),
  seq: z.int(),
  at: z.string(),
  record: z.object({ id: z.string(), hash: z.string() }).optional(),
});
type Hashed = z.infer<typeof hashed>;

function parseHashed(payload: Uint8Array): Hashed | null {
  try {
    return hashed.parse(JSON.parse(Buffer.from(payload).toString('utf8')));
  } catch {
    return null;
  }
}

/** The first entry that does not follow from the one before. */
function chainFault(events: readonly EventRow[]): Fault | null {
  let head = emptyHead;
  let seq = 0;
  for (const event of events) {
    seq += 1;
    if (event.seq !== seq) return fault('gap', seq, `entry ${seq} is missing, ${event.seq} follows`);
    if (!Buffer.from(chainHash(head, event.payload)).equals(event.hash))
      return fault('chain', seq, 'the hash does not follow from this entry and the one before');
    const entry = parseHashed(event.payload);
    if (!entry) return fault('payload', seq, 'the bytes are no event');
    if (entry.type !== event.type || entry.seq !== event.seq || entry.at !== event.at)
      return fault('columns', seq, 'type, number or instant of the row are not those of the hashed bytes');
    head = event.hash;
  }
  return null;
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
function recordFaults({ events, records }: Parts): Fault[] {
  const placeOf = (seq: number, id: string) => `${seq} ${id}`;
  const kept = new Map(records.map(record => [placeOf(record.seq, record.id), record]));
  const named = events.flatMap(({ seq, payload }) => {
    const record = parseHashed(payload)?.record;
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

function redecided({ state, events }: Parts, redecide: NonNullable<VerifyOptions['redecide']>): Fault[] {
  const { case_id: caseId, pathway_version: pathwayVersion, value, facts, no, identity, card, active } = state;
  const deadlines = state.deadlines ?? [];
  const kept = { pathwayVersion: pathwayVersion ?? 0, value, facts };
  const wrong = redecide({ caseId, no, identity, card, active, deadlines, events, state: kept });
  return wrong ? [wrong] : [];
}
