import { accessOf, actsAs, mayCorrect } from '@kaerimichi/access';
import type { CaseEvent } from '@kaerimichi/discharge';
import { correctionObjections, type PastEvent } from '@kaerimichi/discharge/chart';
import type { CaseStore, LoadedCase, SignedIn } from './ports.ts';
import { stateOf } from './state-of.ts';
import { wholeHistory } from './whole-history.ts';

type Asked = { readonly who: SignedIn; readonly loaded: LoadedCase; readonly page: readonly PastEvent[] };

/** Which entries of a page of the history this person may correct now, by what decides about a correction that is sent. */
export async function findCorrectable(
  store: CaseStore,
  { who, loaded, page }: Asked,
): Promise<(event: CaseEvent) => boolean> {
  const access = accessOf(loaded.access, who.viewer);
  const standing = access && actsAs(access, loaded.facts, who.viewer);
  const isPermitted = ({ type, by }: CaseEvent) =>
    standing !== null && mayCorrect(who.viewer, standing, { type, org: by.org });
  if (!page.some(({ event }) => isPermitted(event))) return () => false;
  const isWhole = page[0]?.event.seq === 1 && (page.at(-1)?.event.seq ?? 0) >= loaded.version;
  const history = isWhole ? page : await wholeHistory(store, loaded.id);
  const objectionTo = correctionObjections(stateOf(loaded), history);
  return event => isPermitted(event) && objectionTo({ seq: event.seq, by: who.viewer }) === null;
}
