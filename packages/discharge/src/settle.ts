import type { StateValue } from 'xstate';
import type { CaseState } from './decide.ts';
import type { CaseEvent } from './event.ts';
import { runningEvaluation } from './stages/evaluation-admission/running.ts';
import { adultLevel } from './tracks/adult/level.ts';
import { isTrackReady, trackRequirements } from './tracks/is-ready.ts';

/**
 * Tracks, adult region and the step of an evaluation as the facts have them; the stage stays. Used where facts change
 * beside the chart, whose eventless transitions say the same.
 */
export function settleRegions(state: CaseState, event: CaseEvent): CaseState {
  const { facts } = state;
  const { open } = state.value as { open?: Record<string, StateValue> };
  if (!open) return state;
  const tracks = Object.entries(trackRequirements).map(([track, id]) => [
    track,
    isTrackReady(facts, id, event.on) ? 'ready' : 'working',
  ]);
  const main =
    typeof open.main === 'object' && 'evaluationAdmission' in open.main
      ? { evaluationAdmission: runningEvaluation(facts)?.resultSeq ? 'evaluated' : 'admitted' }
      : open.main;
  return { facts, value: { open: { ...open, main, ...Object.fromEntries(tracks), adult: adultLevel(facts) } } };
}
