import type { DischargeSetup } from '../../setup.ts';

/** 在宅で安定. */
export function stableAtHome(machine: DischargeSetup) {
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'stableAtHome' } },
    meta: {
      label: { ja: '在宅で安定', en: 'Stable at home' },
      column: 'home',
      phase: 'P3',
      forward: 'case.completed',
      owner: 'dischargeNurse',
    },
    on: {
      'case.completed': {
        target: '#closed.completed',
        guard: { type: 'meets', params: { needs: ['adultClosedOrReason', 'nothingOpen'] } },
        actions: 'record',
      },
      'evaluation.admitted': {
        target: 'evaluationAdmission',
        guard: { type: 'meets', params: { needs: [], when: { origin: 'home' } } },
        actions: 'record',
      },
      'readmission.begun': { target: 'readmission', actions: 'record' },
    },
  });
}
