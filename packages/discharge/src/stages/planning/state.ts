import type { DischargeSetup } from '../../setup.ts';

/** 退院支援計画. */
export function planning(machine: DischargeSetup) {
  return machine.createStateConfig({
    id: 'planning',
    entry: { type: 'enter', params: { stage: 'planning' } },
    meta: {
      label: { ja: '退院支援計画', en: 'Planning' },
      column: 'assessment',
      phase: 'P1',
      forward: 'preparation.begun',
      owner: 'dischargeNurse',
      guideDays: 7,
    },
    on: {
      'preparation.begun': {
        target: 'preparing',
        guard: {
          type: 'meets',
          params: { needs: ['inHouseConferenceHeld', 'planWritten', 'planExplained', 'planHandedOver'] },
        },
        actions: 'record',
      },
      'planning.returned': { target: 'familyInterview', actions: 'record' },
    },
  });
}
