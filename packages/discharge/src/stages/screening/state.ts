import type { DischargeSetup } from '../../setup.ts';
import { stageOrder } from '../../stage-order.ts';

/** Adopted into where it stands already, a case stays; into every later stage it goes. */
const [, ...further] = stageOrder;

/** 受付:依頼とスクリーニング. */
export function screening(machine: DischargeSetup) {
  const into = <Stage extends string>(stage: Stage) =>
    ({
      target: stage,
      guard: { type: 'meets', params: { needs: [], when: { stage }, isFirstIntake: true } },
      actions: 'record',
    }) as const;
  return machine.createStateConfig({
    id: 'screening',
    entry: { type: 'enter', params: { stage: 'screening' } },
    meta: {
      label: { ja: '依頼・スクリーニング', en: 'Screening' },
      column: 'intake',
      phase: 'P1',
      forward: 'screening.completed',
      owner: 'dischargeNurse',
      guideDays: 3,
    },
    on: {
      'screening.completed': {
        target: 'familyInterview',
        guard: { type: 'meets', params: { needs: ['factorsRecorded'] } },
        actions: 'record',
      },
      'case.adopted': [
        {
          guard: { type: 'meets', params: { needs: [], when: { stage: 'screening' }, isFirstIntake: true } },
          actions: 'record',
        },
        ...further.map(into),
      ],
    },
  });
}
