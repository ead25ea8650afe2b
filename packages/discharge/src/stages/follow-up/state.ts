import type { DischargeSetup } from '../../setup.ts';

/** 在宅支援:1・3・6か月のフォロー. */
export function followUp(machine: DischargeSetup) {
  return machine.createStateConfig({
    id: 'followUp',
    entry: { type: 'enter', params: { stage: 'followUp' } },
    meta: {
      label: { ja: '退院後フォロー', en: 'Follow-up' },
      column: 'home',
      phase: 'P3',
      forward: 'followUp.closed',
      owner: 'dischargeNurse',
      guideDays: 180,
    },
    on: {
      'followUp.closed': {
        target: 'stableAtHome',
        guard: { type: 'meets', params: { needs: ['earlyContact', 'month1', 'month3', 'month6'] } },
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
