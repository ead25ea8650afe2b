import type { DischargeSetup } from '../../setup.ts';

/** 退院したが初回訪問の前. */
export function discharged(machine: DischargeSetup) {
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'discharged' } },
    meta: {
      label: { ja: '退院', en: 'Discharged' },
      column: 'discharge',
      phase: 'P3',
      forward: 'firstVisit.begun',
      owner: 'dischargeNurse',
      guideDays: 3,
    },
    on: {
      'firstVisit.begun': {
        target: 'firstVisit',
        guard: { type: 'meets', params: { needs: ['visitPlanned'] } },
        actions: 'record',
      },
      'firstVisit.notPlanned': { target: 'followUp', actions: 'record' },
      'firstVisit.refused': { target: 'followUp', actions: 'record' },
      'readmission.begun': { target: 'readmission', actions: 'record' },
    },
  });
}
