import { readsWhole } from '@kaerimichi/access';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import { type WayAhead, waysAhead, waysFrom } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts, WayAheadSeen } from './casework.ts';
import { type Reader, readerOf } from './entry-kind.ts';
import { accepted, type Outcome, type RequestMeta } from './outcome.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { seenDone, seenReason, toReason } from './reasons.ts';
import { stateOf } from './state-of.ts';
import { caseWithWay } from './view-case.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

/** What must still happen on the way forward, of each condition as much as its category is seen; nothing without the plan. */
export async function listAhead(ports: CaseworkPorts, question: Question): Promise<Outcome<readonly WayAheadSeen[]>> {
  const seen = await caseWithWay(ports, { ...question, what: 'ahead' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  return accepted(aheadOf(loaded, readerOf(question.who.viewer, loaded), tokyoDay(ports.clock.now())));
}

/** The same of a case that was opened already. */
export function aheadOf(loaded: LoadedCase, reader: Reader, on: Day): WayAheadSeen[] {
  if (!readsWhole(reader.rights, 'plan')) return [];
  return waysAhead(stateOf(loaded), on).map(way => toSeen(way, loaded, reader));
}

const toSeen = ({ unmet, done, ...way }: WayAhead, loaded: LoadedCase, reader: Reader): WayAheadSeen => ({
  ...way,
  done: done.map(condition => seenDone(condition, reader.rights)),
  reasons: unmet.map(reason => toReason(loaded.id, seenReason(reason, reader))),
});

/** What each way out of one stage asks today, wherever the case stands; nothing without the plan. */
export async function listWays(
  ports: CaseworkPorts,
  question: Question & { readonly stage: string },
): Promise<Outcome<readonly WayAheadSeen[]>> {
  const seen = await caseWithWay(ports, { ...question, what: 'ahead' });
  if (!seen.ok) return seen;
  const { loaded } = seen.answer;
  const reader = readerOf(question.who.viewer, loaded);
  if (!readsWhole(reader.rights, 'plan')) return accepted([]);
  const ways = waysFrom(question.stage, stateOf(loaded), tokyoDay(ports.clock.now()));
  return accepted(ways.map(way => toSeen(way, loaded, reader)));
}
