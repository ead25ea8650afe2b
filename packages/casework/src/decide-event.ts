import {
  type Actor,
  beginsWithRules,
  type CaseEvent,
  type CaseRules,
  checkOccurredOn,
  completeEvent,
  tokyoDay,
} from '@kaerimichi/discharge';
import { type Decision, decide, decideCorrection, decideUndo, explainObjection } from '@kaerimichi/discharge/chart';
import { parseEventBytes } from './event-bytes.ts';
import type { ParsedEvent } from './parse-event.ts';
import type { CaseStore, LoadedCase, SignedIn } from './ports.ts';
import { stateOf } from './state-of.ts';
import { wholeHistory } from './whole-history.ts';

export const actorOf = ({ viewer }: SignedIn): Actor => ({
  membership: viewer.membership,
  person: viewer.person,
  org: viewer.org,
  role: viewer.role,
  mayWaive: viewer.flags.includes('mayWaive'),
});

/** The event as the next one of a case, stamped by the server. */
export function nextEvent(
  loaded: LoadedCase,
  parsed: Omit<ParsedEvent, 'records'>,
  stamp: { by: Actor; at: string; rules?: CaseRules | null },
): CaseEvent {
  const event = {
    type: parsed.definition.type,
    seq: loaded.version + 1,
    at: stamp.at,
    on: tokyoDay(stamp.at),
    by: stamp.by,
    body: parsed.body,
    said: parsed.said,
    ...(parsed.occurredOn ? { occurredOn: parsed.occurredOn } : {}),
    ...(parsed.record ? { record: parsed.record } : {}),
  };
  return completeEvent(parsed.definition, loaded.facts, event, stamp.rules);
}

/** The rules that come with an event of somebody; null for all but those few that begin with a lead. */
export async function rulesWith(
  store: CaseStore,
  { facts }: LoadedCase,
  { definition, by, at }: { definition: ParsedEvent['definition']; by: Actor; at: string },
): Promise<CaseRules | null> {
  if (!beginsWithRules(definition)) return null;
  return store.rulesOf(definition.type === 'lead.accepted' ? by.org : facts.lead, tokyoDay(at));
}

/** Asks the chart, or, for undo and correction, the stored history. */
export async function decideEvent(store: CaseStore, loaded: LoadedCase, event: CaseEvent): Promise<Decision> {
  if (event.type === 'move.undone')
    return decideUndo(stateOf(loaded), event, await undoTarget(store, loaded.id, event));
  if (event.type === 'entry.corrected')
    return decideCorrection(stateOf(loaded), event, await correction(store, loaded.id, event));
  const early = event.occurredOn && !event.record ? await beforePrevious(store, loaded.id, event) : null;
  return early ?? decide(stateOf(loaded), event);
}

/** What is recorded afterwards, without a word, may not lie before what was recorded of the same kind already. */
async function beforePrevious(store: CaseStore, caseId: string, event: CaseEvent): Promise<Decision | null> {
  const row = await store.findLast(caseId, event.type);
  const objection = row && checkOccurredOn(event, parseEventBytes(row.payload));
  return objection ? { ok: false, kind: 'wrongStage', reasons: [explainObjection(objection)] } : null;
}

async function undoTarget(store: CaseStore, caseId: string, event: CaseEvent) {
  const seq = Number(event.body.seq);
  const [row] = await store.listEvents(caseId, seq - 1, 1);
  if (!row || row.seq !== seq) return null;
  const { by } = parseEventBytes(row.payload);
  return { seq, type: row.type, at: row.at, person: by.person, before: await store.findBefore(caseId, seq) };
}

async function correction(store: CaseStore, caseId: string, event: CaseEvent) {
  const history = await wholeHistory(store, caseId);
  return { history, before: await store.findBefore(caseId, Number(event.body.seq)) };
}
