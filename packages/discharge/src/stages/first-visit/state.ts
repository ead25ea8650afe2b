import type { DischargeSetup } from '../../setup.ts';

/** 初回訪問. */
export function firstVisit(machine: DischargeSetup) {
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'firstVisit' } },
    meta: {
      label: { ja: '初回訪問', en: 'First visit' },
      column: 'discharge',
      phase: 'P3',
      forward: 'firstVisit.closed',
      owner: 'dischargeNurse',
      guideDays: 3,
    },
    on: {
      'firstVisit.closed': {
        target: 'followUp',
        guard: { type: 'meets', params: { needs: ['visitSignedByBoth', 'differencesResolved'] } },
        actions: 'record',
      },
      'firstVisit.refused': { target: 'followUp', actions: 'record' },
      'readmission.begun': { target: 'readmission', actions: 'record' },
    },
  });
}
