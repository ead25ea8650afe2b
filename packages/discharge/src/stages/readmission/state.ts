import type { DischargeSetup } from '../../setup.ts';

/** 再入院中. */
export function readmission(machine: DischargeSetup) {
  const back = <Stage extends string>(returnTo: Stage, cameFrom?: readonly string[]) =>
    ({
      target: returnTo,
      guard: {
        type: 'meets',
        params: { needs: ['readmissionReviewed'], when: { returnTo }, ...(cameFrom ? { cameFrom } : {}) },
      },
      actions: 'record',
    }) as const;
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'readmission' } },
    meta: {
      label: { ja: '再入院中', en: 'Readmission' },
      column: 'home',
      phase: 'P3',
      forward: 'readmission.ended',
      owner: 'dischargeNurse',
      guideDays: 14,
    },
    on: {
      'readmission.ended': [
        back('discharged', ['discharged', 'firstVisit']),
        back('followUp', ['followUp']),
        back('stableAtHome', ['stableAtHome']),
        back('planning'),
      ],
    },
  });
}
