import type { DischargeSetup } from '../../setup.ts';

const goingHome = [
  'doctorOrderedDischarge',
  'trainingReady',
  'equipmentReady',
  'handoffAccepted',
  'firstVisitDated',
  'nursingOrderCoversFirstVisit',
  'contactsDayAndNight',
  'consentEveryRecipient',
  'medicationTranscribed',
  'powerPlanned',
  'conditionStable',
  'firstOutpatientDated',
  'municipalityInformed',
  'schoolInformed',
] as const;

/** 引き継ぎ:退院の準備が整い、受け手に渡す段階. */
export function readyForDischarge(machine: DischargeSetup) {
  const leaving = (how: 'facility' | 'transferredToHospital') =>
    ({
      target: `#closed.${how}`,
      guard: {
        type: 'meets',
        params: { needs: ['doctorOrderedDischarge', 'consentEveryRecipient', 'medicationTranscribed'], when: { how } },
      },
      actions: 'record',
    }) as const;
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'readyForDischarge' } },
    meta: {
      label: { ja: '引き継ぎ', en: 'Ready for discharge' },
      column: 'handoff',
      phase: 'P2',
      forward: 'discharge.done',
      owner: 'dischargeNurse',
      guideDays: 14,
    },
    on: {
      'discharge.done': {
        target: 'discharged',
        guard: {
          type: 'meets',
          params: {
            needs: goingHome,
          },
        },
        actions: 'record',
      },
      'discharge.postponed': { target: 'preparing', actions: 'record' },
      'case.closed': [leaving('facility'), leaving('transferredToHospital')],
    },
  });
}
