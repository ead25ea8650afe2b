import type { RequirementId } from '../../requirements.ts';
import type { DischargeSetup } from '../../setup.ts';

export const closings = [
  'completed',
  'withdrawn',
  'noSupportNeeded',
  'transferredToHospital',
  'facility',
  'movedOut',
  'merged',
  'deceased',
] as const;

/**
 * 終了: accepts reopening, death after another closing, and the care of the bereaved. A consent ends on its last day all
 * the same, since partners see a closed case as long as it lasts (docs/decisions/008).
 */
export function closed(machine: DischargeSetup) {
  const to = <Stage extends string>(stage: Stage, needs: readonly RequirementId[]) =>
    ({
      target: `#${stage}`,
      guard: { type: 'meets', params: { needs, when: { to: stage } } },
      actions: 'record',
    }) as const;
  const leaf = machine.createStateConfig({
    on: {
      'child.died': { target: 'deceased', actions: 'record' },
      'fact.lapsed': { actions: 'record' },
      'case.reopened': [
        to('screening', []),
        to('planning', ['hospitalConsentRecorded']),
        to('followUp', ['hospitalConsentRecorded', 'dischargedBefore']),
      ],
    },
  });
  return machine.createStateConfig({
    id: 'closed',
    entry: { type: 'enter', params: { stage: 'closed' } },
    meta: { label: { ja: '終了', en: 'Closed' }, column: 'closed', phase: '-', forward: null, owner: 'dischargeNurse' },
    initial: 'withdrawn',
    states: {
      completed: leaf,
      withdrawn: leaf,
      noSupportNeeded: leaf,
      transferredToHospital: leaf,
      facility: leaf,
      movedOut: leaf,
      merged: leaf,
      deceased: { on: { 'grief.contacted': { actions: 'record' }, 'grief.closed': { actions: 'record' } } },
    },
  });
}
