import { accessOf, type CaseAccess } from '@kaerimichi/access';
import { decide, eventsByType } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts } from './casework.ts';
import { conflictOf } from './conflict.ts';
import { actorOf, nextEvent } from './decide-event.ts';
import { readerOf } from './entry-kind.ts';
import type { InTurn } from './in-lanes.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import { recordOf } from './parse-event.ts';
import { planCommit } from './plan-commit.ts';
import type { TimeEvent } from './plan-event.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { toSeenRefusal } from './reasons.ts';
import { stateOf } from './state-of.ts';

const RETRIES = 5;

/** An event that a route writes for whoever asks it: what it says is made by the program and sent by nobody. */
export type OwnEvent = {
  readonly who: SignedIn;
  readonly caseId: string;
  /** Version of If-Match; '*': whichever there is. */
  readonly match: number | '*';
  readonly event: TimeEvent & { /** Of the record of its texts. */ readonly recordId?: string };
  /** Asked of the case as it is when the event is decided. */
  readonly allows: (access: CaseAccess, loaded: LoadedCase) => boolean;
  readonly meta: RequestMeta;
};

/** Writes it in the name of whoever asked, by the same decision and the same commit as what is sent. */
export async function writeOwnEvent(
  ports: CaseworkPorts,
  inTurn: InTurn,
  own: OwnEvent,
): Promise<Outcome<{ version: number }>> {
  const outcome = await inTurn(own.caseId, async () => {
    for (let turn = 0; turn < RETRIES; turn++) {
      const written = await writeOnce(ports, own);
      if (written) return written;
    }
    return refused({ code: 'busy' });
  });
  if (!outcome.ok) logRefusal(ports, own, outcome.refusal.code);
  return outcome;
}

async function writeOnce(ports: CaseworkPorts, own: OwnEvent): Promise<Outcome<{ version: number }> | null> {
  const { store, clock } = ports;
  const { who, caseId, match } = own;
  const loaded = await store.loadFresh(caseId);
  const access = loaded && accessOf(loaded, who.viewer);
  if (!loaded || !access) return refused({ code: 'not-found' });
  if (!own.allows(access, loaded)) return refused({ code: 'not-permitted' });
  if (match !== '*' && loaded.version !== match)
    return conflictOf(store, { viewer: who.viewer, loaded, seen: Math.min(match, loaded.version) });
  const { event, records } = asEvent(own, loaded, clock.now());
  const decision = decide(stateOf(loaded), event);
  if (!decision.ok) return refused(toSeenRefusal(caseId, decision, readerOf(who.viewer, loaded)));
  const { plan, next } = planCommit({
    ...{ loaded, event, decision, records, session: who.session, key: null },
    answer: { status: 200, body: '' },
    hubs: await store.listHubs(),
  });
  const outcome = await store.commit(plan);
  if (!outcome.committed) return outcome.fresh.signedIn ? null : refused({ code: 'sign-in' });
  store.remember(next);
  return accepted({ version: next.version });
}

/** @throws when it is no event that a route of its own writes */
function asEvent({ who, event: { type, body, texts = {}, recordId } }: OwnEvent, loaded: LoadedCase, at: string) {
  const definition = eventsByType.get(type);
  if (definition?.kind !== 'time') throw new Error(`${type} is sent, or is no event`);
  const { records, record } = recordOf(definition, texts, recordId);
  const parsed = {
    definition,
    occurredOn: undefined,
    body: definition.body.parse(body),
    said: Object.keys(texts),
    record,
  };
  return { event: nextEvent(loaded, parsed, { by: actorOf(who), at }), records };
}

function logRefusal(ports: CaseworkPorts, { who, caseId, match, event, meta }: OwnEvent, outcome: string): void {
  const { person, membership, org, role } = who.viewer;
  const seq = typeof match === 'number' ? match : null;
  const by = { person, membership, org, role };
  ports.log.write({ action: 'refused', ...by, caseId, seq, what: event.type, outcome, requestId: meta.requestId });
}
