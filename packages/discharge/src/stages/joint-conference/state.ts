import type { DischargeSetup } from '../../setup.ts';

/** 退院前共同カンファレンス:準備を閉じる段階. */
export function jointConference(machine: DischargeSetup) {
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'jointConference' } },
    meta: {
      label: { ja: '共同カンファ', en: 'Joint conference' },
      column: 'conference',
      phase: 'P2',
      forward: 'preparation.closed',
      owner: 'dischargeNurse',
      guideDays: 14,
    },
    on: {
      'preparation.closed': {
        target: 'readyForDischarge',
        guard: {
          type: 'meets',
          params: {
            needs: [
              'conferenceHeld',
              'minutesApproved',
              'actionItemsOwned',
              'lastConferenceAfterLastStay',
              'communityReady',
              'trainingReady',
              'equipmentReady',
              'entitlementsReady',
              'trialStaySucceeded',
              'dischargeDayPlanned',
            ],
          },
        },
        actions: 'record',
      },
      'preparation.resumed': { target: 'preparing', actions: 'record' },
      'evaluation.admitted': {
        target: 'evaluationAdmission',
        guard: { type: 'meets', params: { needs: [], when: { origin: 'ward' } } },
        actions: 'record',
      },
    },
  });
}
