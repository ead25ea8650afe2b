import { accessOf, actsAs, mayCorrect } from '@kaerimichi/access';
import type { CaseEvent } from '@kaerimichi/discharge';
import { correctionObjections, type OutlinedEvent, type PastEvent, restsOnContent } from '@kaerimichi/discharge/chart';
import type { CaseStore, LoadedCase, SignedIn } from './ports.ts';
import { stateOf } from './state-of.ts';
import { wholeHistory } from './whole-history.ts';

type Asked = {
  readonly who: SignedIn;
  readonly loaded: LoadedCase;
  readonly page: readonly PastEvent[];
  /** Of the whole history. */
  readonly outline: readonly OutlinedEvent[];
};

/** Which entries of a page of the history this person may correct now, by what decides about a correction that is sent. */
export async function findCorrectable(
  store: Pick<CaseStore, 'listEvents'>,
  { who, loaded, page, outline }: Asked,
): Promise<(event: CaseEvent) => boolean> {
  const access = accessOf(loaded, who.viewer);
  const standing = access && actsAs(access, loaded.facts, who.viewer);
  const isPermitted = ({ type, by }: CaseEvent) =>
    standing !== null && mayCorrect(who.viewer, standing, { type, org: by.org, role: by.role });
  const asked = page.filter(({ event }) => isPermitted(event));
  if (asked.length === 0) return () => false;
  const state = stateOf(loaded);
  const isContentAsked = asked.some(({ event }) => restsOnContent(state, event.type));
  const isWhole = page.length === outline.length;
  const whole = isWhole ? page : isContentAsked ? await wholeHistory(store, loaded.id) : null;
  const objectionTo = correctionObjections(state, { outline, whole });
  return event => isPermitted(event) && objectionTo({ seq: event.seq, by: who.viewer }) === null;
}
