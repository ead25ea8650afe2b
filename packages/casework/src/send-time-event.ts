import type { CaseworkPorts } from './casework.ts';
import type { InTurn } from './in-lanes.ts';
import { accepted, type Outcome, refused } from './outcome.ts';
import { planTimeEvent, type TimeEvent } from './plan-event.ts';

const RETRIES = 5;

/** The clock's own event: no session, no key; a case that changed meanwhile is decided again. */
export async function sendTimeEvent(
  ports: CaseworkPorts,
  inTurn: InTurn,
  { caseId, ...event }: { caseId: string } & TimeEvent,
): Promise<Outcome<{ version: number }>> {
  return inTurn(caseId, async () => {
    for (let turn = 0; turn < RETRIES; turn++) {
      const outcome = await sendOnce(ports, caseId, event);
      if (outcome) return outcome;
    }
    return refused({ code: 'busy' });
  });
}

async function sendOnce(
  { store, clock }: CaseworkPorts,
  caseId: string,
  event: TimeEvent,
): Promise<Outcome<{ version: number }> | null> {
  const loaded = await store.loadFresh(caseId);
  if (!loaded) return refused({ code: 'not-found' });
  const planned = planTimeEvent(loaded, event, { at: clock.now(), hubs: await store.listHubs() });
  if (!planned.ok) return planned;
  const { plan, next } = planned.answer;
  const outcome = await store.commit(plan);
  if (!outcome.committed) return null;
  store.remember(next);
  return accepted({ version: next.version });
}
