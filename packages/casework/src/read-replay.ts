import {
  accessOf,
  categoryRights,
  deriveAccess,
  projectFacts,
  type Rights,
  readsWhole,
  withinRights,
} from '@kaerimichi/access';
import type { Day } from '@kaerimichi/discharge';
import { conditionsOf, foldFacts, type PastEvent } from '@kaerimichi/discharge/chart';
import type { ReplayQuestion, ReplaySeen } from './answers-seen.ts';
import type { CaseworkPorts } from './casework.ts';
import { HIDDEN, type Reader, readerOf, typeFor } from './entry-kind.ts';
import { accepted, type Outcome } from './outcome.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { seenDone, seenReason, toReason } from './reasons.ts';
import { caseWithWay } from './view-case.ts';
import { wholeHistory } from './whole-history.ts';

type Question = ReplayQuestion & { readonly who: SignedIn; readonly caseId: string };

/**
 * The case at the end of a day, from what had been recorded by then: what was put right later is not put right yet. Who
 * saw what follows from the facts of that day, for the role and organisation that the viewer has today; what somebody was
 * in the network then, the case does not know.
 */
export async function readReplay(ports: CaseworkPorts, question: Question): Promise<Outcome<ReplaySeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'replay' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  const reader = readerOf(question.who.viewer, loaded);
  const history = await wholeHistory(ports.store, loaded.id);
  const until = history.filter(({ event }) => event.on <= question.on);
  const hubs = await ports.store.listHubs();
  return accepted({
    on: question.on,
    days: daysTold(history, reader),
    seen: until.length === 0 ? null : asShownThen(loaded, reader, { until, hubs, on: question.on }),
  });
}

const daysTold = (history: readonly PastEvent[], reader: Reader): Day[] => [
  ...new Set(history.flatMap(({ event }) => (typeFor(event, reader) === HIDDEN ? [] : [event.on]))),
];

type Then = { readonly until: readonly PastEvent[]; readonly hubs: readonly string[]; readonly on: Day };

function asShownThen(loaded: LoadedCase, now: Reader, { until, hubs, on }: Then): ReplaySeen['seen'] {
  const facts = foldFacts(until);
  const { viewer } = now;
  const access = accessOf({ id: loaded.id, access: deriveAccess(facts, { hubs, on }) }, viewer);
  if (!access) return null;
  const rights = withinRights(categoryRights(viewer, access), now.rights);
  const stage = until.at(-1)?.stage ?? '';
  const shown = projectFacts(facts, rights, viewer.org);
  return {
    stage,
    class: access.class,
    ...shown,
    conditions: conditionsThen(loaded.id, { viewer, rights, facts }, { stage, on }),
  };
}

type Conditions = NonNullable<ReplaySeen['seen']>['conditions'];

/** What the way on asked on that day. Nothing leads to a form: that day is over. */
function conditionsThen(id: string, reader: Reader, at: { readonly stage: string; readonly on: Day }): Conditions {
  if (!readsPlan(reader.rights)) return null;
  const asked = conditionsOf(at.stage, reader.facts, at.on);
  if (!asked) return null;
  return {
    done: asked.done.map(condition => seenDone(condition, reader.rights)),
    reasons: asked.unmet.map(unmet => {
      const { fix: _fix, ...reason } = toReason(id, seenReason(unmet, reader));
      return reason;
    }),
  };
}

const readsPlan = (rights: Rights): boolean => readsWhole(rights, 'plan');
