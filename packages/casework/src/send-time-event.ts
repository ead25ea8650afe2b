import { tokyoDay } from '@kaerimichi/discharge';
import { decide, eventsByType } from '@kaerimichi/discharge/chart';
import type { CaseQueue } from './case-queue.ts';
import type { CaseworkPorts } from './casework.ts';
import { nextEvent } from './decide-event.ts';
import { accepted, type Outcome, refused } from './outcome.ts';
import { planCommit } from './plan-commit.ts';
import { systemActor } from './ports.ts';
import { toRefusal } from './reasons.ts';
import { stateOf } from './state-of.ts';

const RETRIES = 5;

type TimeEvent = { readonly type: string; readonly body: Record<string, unknown> };

/** The clock's own event: no session, no key; a case that changed meanwhile is decided again. */
export async function sendTimeEvent(
  ports: CaseworkPorts,
  inTurn: CaseQueue,
  sent: { caseId: string } & TimeEvent,
): Promise<Outcome<{ version: number }>> {
  const definition = eventsByType.get(sent.type);
  const body = definition?.body.safeParse(sent.body);
  if (definition?.kind !== 'time' || !body?.success)
    return refused({ code: 'bad-input', issues: [{ path: 'type', message: 'not a time event' }] });
  return inTurn(sent.caseId, async () => {
    for (let turn = 0; turn < RETRIES; turn++) {
      const outcome = await sendOnce(ports, sent.caseId, {
        definition,
        occurredOn: undefined,
        record: undefined,
        body: body.data,
        said: [],
      });
      if (outcome) return outcome;
    }
    return refused({ code: 'busy' });
  });
}

async function sendOnce(
  ports: CaseworkPorts,
  caseId: string,
  parsed: Parameters<typeof nextEvent>[1],
): Promise<Outcome<{ version: number }> | null> {
  const loaded = await ports.store.loadFresh(caseId);
  if (!loaded) return refused({ code: 'not-found' });
  const event = nextEvent(loaded, parsed, { by: systemActor, at: ports.clock.now() });
  const decision = decide(stateOf(loaded), { ...event, on: tokyoDay(event.at) });
  if (!decision.ok) return refused(toRefusal(caseId, decision));
  const hubs = await ports.store.listHubs();
  const answer = { status: 200, body: '' };
  const { plan, next } = planCommit({ loaded, event, decision, records: [], session: null, key: null, answer, hubs });
  const outcome = await ports.store.commit(plan);
  if (!outcome.committed) return null;
  ports.store.remember(next);
  return accepted({ version: next.version });
}
