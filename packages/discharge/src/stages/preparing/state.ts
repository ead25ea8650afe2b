import type { DischargeSetup } from '../../setup.ts';

/** 準備・技術習得. */
export function preparing(machine: DischargeSetup) {
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'preparing' } },
    meta: {
      label: { ja: '準備・技術習得', en: 'Preparing' },
      column: 'preparation',
      phase: 'P1',
      forward: 'conference.convened',
      owner: 'dischargeNurse',
      guideDays: 60,
    },
    on: {
      'conference.convened': {
        target: 'jointConference',
        guard: { type: 'meets', params: { needs: ['communityCandidatesAsked'] } },
        actions: 'record',
      },
      'trialStay.begun': [
        {
          target: 'trialStay',
          guard: {
            type: 'meets',
            params: {
              needs: [
                'trainingReady',
                'doctorPermittedStay',
                'equipmentReady',
                'emergencyRouteAgreed',
                'nursingOrderForStay',
              ],
              stay: 'home',
            },
          },
          actions: 'record',
        },
        {
          target: 'trialStay',
          guard: { type: 'meets', params: { needs: ['trainingReady', 'doctorPermittedStay'], stay: 'rehearsal' } },
          actions: 'record',
        },
      ],
    },
  });
}
