import type { RequirementId } from '../requirements.ts';
import type { DischargeSetup } from '../setup.ts';

/** A track of preparation: `working ⇄ ready`, following the facts; a lost fact takes ready back. */
export function preparationTrack(machine: DischargeSetup, id: RequirementId) {
  return machine.createStateConfig({
    initial: 'working',
    states: {
      working: { always: { target: 'ready', guard: { type: 'isReady', params: { id } } } },
      ready: { always: { target: 'working', guard: { type: 'isNotReady', params: { id } } } },
    },
  });
}
