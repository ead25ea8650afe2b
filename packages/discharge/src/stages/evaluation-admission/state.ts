import type { DischargeSetup } from '../../setup.ts';

/** 在宅医療評価入院:在宅から、または退院前の病棟から. 在宅からは来たところか計画へ、病棟からは準備か共同カンファへ戻る. */
export function evaluationAdmission(machine: DischargeSetup) {
  const back = <Stage extends string>(returnTo: Stage, cameFrom?: readonly string[]) =>
    ({
      target: returnTo,
      guard: {
        type: 'meets',
        params: {
          needs: ['resultRecorded', 'planUpdated', 'affectedHandoffsReissued'],
          when: { returnTo },
          ...(cameFrom ? { cameFrom } : {}),
        },
      },
      actions: 'record',
    }) as const;
  return machine.createStateConfig({
    entry: { type: 'enter', params: { stage: 'evaluationAdmission' } },
    meta: {
      label: { ja: '評価入院', en: 'Evaluation admission' },
      column: 'evaluation',
      phase: 'P2',
      forward: 'evaluation.closed',
      owner: 'dischargeNurse',
      guideDays: 7,
    },
    initial: 'admitted',
    states: {
      admitted: { always: { target: 'evaluated', guard: { type: 'isReady', params: { id: 'resultRecorded' } } } },
      evaluated: {},
    },
    on: {
      'evaluation.closed': [
        back('followUp', ['followUp']),
        back('stableAtHome', ['stableAtHome']),
        back('jointConference', ['jointConference']),
        back('preparing', ['jointConference']),
        back('planning', ['followUp', 'stableAtHome']),
      ],
      'readmission.begun': { target: 'readmission', actions: 'record' },
    },
  });
}
