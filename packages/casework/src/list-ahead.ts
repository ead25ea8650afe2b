import { readsWhole } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import { waysAhead } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts, WayAheadSeen } from './casework.ts';
import { readerOf } from './entry-kind.ts';
import { accepted, type Outcome, type RequestMeta } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { seenDone, seenReason, toReason } from './reasons.ts';
import { stateOf } from './state-of.ts';
import { caseWithWay } from './view-case.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

/** What must still happen on the way forward, of each condition as much as its category is seen; nothing without the plan. */
export async function listAhead(ports: CaseworkPorts, question: Question): Promise<Outcome<readonly WayAheadSeen[]>> {
  const seen = await caseWithWay(ports, { ...question, what: 'ahead' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  const reader = readerOf(question.who.viewer, loaded);
  if (!readsWhole(reader.rights, 'plan')) return accepted([]);
  return accepted(
    waysAhead(stateOf(loaded), tokyoDay(ports.clock.now())).map(({ unmet, done, ...way }) => ({
      ...way,
      done: done.map(condition => seenDone(condition, reader.rights)),
      reasons: unmet.map(reason => toReason(loaded.id, seenReason(reason, reader))),
    })),
  );
}
