import { met, type RequirementTable, unmet } from '../../requirement.ts';
import { isEarlierStage } from '../../stage-order.ts';

export const closedRequirements = {
  dischargedBefore: {
    text: { ja: '以前に退院している', en: 'Was discharged before' },
    todo: { ja: '退院の段階まで進める', en: 'Complete a discharge first' },
    waivable: 'no',
    fix: 'case.reopened',
    turn: 'dischargeNurse',
    isMet: facts => {
      const isAtHome = facts.adopted && !isEarlierStage(facts.adopted.stage, 'discharged');
      const before = facts.discharged ?? (isAtHome ? facts.adopted : undefined);
      return before ? met(before) : { ...unmet(), fix: { event: 'case.reopened', fill: { to: 'planning' } } };
    },
  },
} as const satisfies RequirementTable;
