import type { DischargeSetup } from '../../setup.ts';

/** 家族面談. */
export function familyInterview(machine: DischargeSetup) {
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'familyInterview' } },
    meta: {
      label: { ja: '家族面談', en: 'Family interview' },
      column: 'assessment',
      phase: 'P1',
      forward: 'interview.completed',
      owner: 'dischargeNurse',
      guideDays: 7,
    },
    on: {
      'interview.completed': {
        target: 'planning',
        guard: { type: 'meets', params: { needs: ['interviewHeld', 'wishRecorded', 'hospitalConsentRecorded'] } },
        actions: 'record',
      },
    },
  });
}
