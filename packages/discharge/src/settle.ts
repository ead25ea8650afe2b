import type { CaseState } from './decide.ts';
import type { CaseEvent } from './event.ts';
import type { CaseFacts } from './facts.ts';
import { requirements } from './requirements.ts';
import { adultLevel } from './tracks/adult/level.ts';

const tracks = {
  community: 'communityReady',
  training: 'trainingReady',
  equipment: 'equipmentReady',
  entitlements: 'entitlementsReady',
} as const;

/** Tracks and adult region as the facts have them; the main stage stays. Used where facts change beside the chart. */
export function settleRegions(state: CaseState, event: CaseEvent): CaseState {
  const { open } = state.value as { open?: Record<string, unknown> };
  if (!open) return state;
  const levels = Object.fromEntries(
    Object.entries(tracks).map(([track, id]) => [track, isReady(id, state.facts, event.on) ? 'ready' : 'working']),
  );
  return { facts: state.facts, value: { open: { ...open, ...levels, adult: adultLevel(state.facts) } } };
}

const isReady = (id: string, facts: CaseFacts, on: string) => requirements.get(id)?.isMet(facts, on).ok ?? false;
