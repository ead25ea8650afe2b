import type { FullCard } from '@kaerimichi/discharge';
import { type CaseState, cardOf, type Decision, positionOf } from '@kaerimichi/discharge/chart';
import type { Identity, LoadedCase } from './ports.ts';

// The chart keeps what it restored beside the state object: one object per loaded case makes a warm command cheap.
const states = new WeakMap<LoadedCase, CaseState>();

export function stateOf(loaded: LoadedCase): CaseState {
  const known = states.get(loaded);
  if (known) return known;
  const state = { value: loaded.value, facts: loaded.facts };
  states.set(loaded, state);
  return state;
}

/** The case as it is after an accepted event, for the cache. */
export function afterEvent(
  loaded: LoadedCase,
  decision: Extract<Decision, { ok: true }>,
  change: Pick<LoadedCase, 'version' | 'head' | 'access' | 'accessEpoch' | 'pathwayVersion' | 'identity'>,
): LoadedCase {
  const next = { ...loaded, ...change, value: decision.state.value, facts: decision.state.facts };
  states.set(next, decision.state);
  return next;
}

/** Name on a card: family and given name with a space; an unnamed baby has none. */
export const fullName = ({ familyName, givenName }: Identity): string | null =>
  familyName || givenName ? [familyName, givenName].filter(Boolean).join(' ') : null;

export const fullKana = ({ familyKana, givenKana }: Identity): string | null =>
  familyKana || givenKana ? [familyKana, givenKana].filter(Boolean).join(' ') : null;

export function cardFor(
  loaded: Pick<LoadedCase, 'id' | 'no' | 'identity'>,
  state: CaseState,
  at: { version: number; on: string },
): FullCard {
  const { id, no, identity } = loaded;
  const isUnnamed = identity.givenName === null;
  return cardOf({ id, no, name: fullName(identity), kana: fullKana(identity), isUnnamed }, state, at);
}

export const isActive = (state: CaseState): boolean => positionOf(state.value).isOpen;
