import { accessOf, actsAs, mayCorrect } from '@kaerimichi/access';
import type { CaseEvent } from '@kaerimichi/discharge';
import { correctionObjections, knownWhole, type PastEvent, restsOnContent } from '@kaerimichi/discharge/chart';
import type { LoadedCase, SignedIn } from './ports.ts';
import { stateOf } from './state-of.ts';
import { type Histories, outlineOfHistory, wholeHistory } from './whole-history.ts';

type Asked = { readonly who: SignedIn; readonly loaded: LoadedCase; readonly page: readonly PastEvent[] };

/** Which entries of a page of the history this person may correct now, by what decides about a correction that is sent. */
export async function findCorrectable(
  store: Histories,
  { who, loaded, page }: Asked,
): Promise<(event: CaseEvent) => boolean> {
  const access = accessOf(loaded.access, who.viewer);
  const standing = access && actsAs(access, loaded.facts, who.viewer);
  const isPermitted = ({ type, by }: CaseEvent) =>
    standing !== null && mayCorrect(who.viewer, standing, { type, org: by.org });
  const asked = page.filter(({ event }) => isPermitted(event));
  if (asked.length === 0) return () => false;
  const isWhole = page[0]?.event.seq === 1 && (page.at(-1)?.event.seq ?? 0) >= loaded.version;
  const state = stateOf(loaded);
  const isContentAsked = asked.some(({ event }) => restsOnContent(state, event.type));
  const whole = isWhole ? page : isContentAsked ? await wholeHistory(store, loaded.id) : null;
  const known = whole ? knownWhole(whole) : { outline: await outlineOfHistory(store, loaded.id), whole };
  const objectionTo = correctionObjections(state, known);
  return event => isPermitted(event) && objectionTo({ seq: event.seq, by: who.viewer }) === null;
}
