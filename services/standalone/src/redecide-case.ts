import { cardFor } from '@kaerimichi/casework';
import { canOpen, deadlinesOf, pathwayVersion, positionOf, redecide, upgradeState } from '@kaerimichi/discharge/chart';
import type { Finding, KeptCase } from '@kaerimichi/store';
import { isSameJson } from './is-same-json.ts';

type Fault = Omit<Finding, 'caseId'>;
type Led = Extract<ReturnType<typeof redecide>, { ok: true }>['state'];

/** Decides a case's events again, and compares state, card and deadlines with where that leads; the first difference. */
export function redecideCase(kept: KeptCase): Fault | null {
  const again = redecideUntilFault(kept.events);
  if (!again.ok) return { fault: 'state', seq: again.seq, detail: again.why };
  return stateFault(kept, again.state) ?? cardFault(kept, again.state) ?? deadlineFault(kept, again.state);
}

/** Bytes that were forged with their hashes may hold what no decision was made for. */
function redecideUntilFault(events: KeptCase['events']): ReturnType<typeof redecide> {
  try {
    return redecide(events);
  } catch (fault) {
    const shorter = redecideUntilFault(events.slice(0, -1));
    const why = `it cannot be decided: ${fault instanceof Error ? fault.message : fault}`;
    return shorter.ok ? { ok: false, seq: events.length, why } : shorter;
  }
}

/** A state of another version of the pathway counts as what it becomes here; one that becomes nothing opens no case. */
function stateFault({ state }: KeptCase, led: Led): Fault | null {
  if (state.pathwayVersion !== pathwayVersion && !canOpen(state))
    return { fault: 'state', seq: null, detail: `no way leads here from pathway version ${state.pathwayVersion}` };
  const kept = state.pathwayVersion === pathwayVersion ? state : upgradeState(state);
  return isSameJson(led.facts, kept.facts) && isSameJson(led.value, kept.value)
    ? null
    : { fault: 'state', seq: null, detail: 'the kept state is not the one that the events lead to' };
}

function cardFault({ caseId: id, no, identity, card, active, events }: KeptCase, led: Led): Fault | null {
  const last = events.at(-1);
  if (!last) return null;
  const { on, seq } = last.event;
  if (!isSameJson(cardFor({ id, no, identity }, led, { version: seq, on }), card))
    return { fault: 'card', seq: null, detail: 'card or identity are not those that the events and the name lead to' };
  return active === positionOf(led.value).isOpen
    ? null
    : { fault: 'card', seq: null, detail: 'the board shows a closed case, or hides an open one' };
}

function deadlineFault({ deadlines }: KeptCase, led: Led): Fault | null {
  const wanted = new Set(deadlinesOf(led.facts).map(keyOf));
  const there = new Set(deadlines.map(keyOf));
  const missing = [...wanted].find(key => !there.has(key));
  if (missing) return { fault: 'deadline', seq: null, detail: `nothing waits for ${missing}` };
  const stray = deadlines.find(row => row.isOpen && !wanted.has(keyOf(row)));
  return stray ? { fault: 'deadline', seq: null, detail: `something waits for ${keyOf(stray)}` } : null;
}

const keyOf = ({ kind, ref, on }: { kind: string; ref: string; on: string }) => `${kind} ${ref} on ${on}`;
