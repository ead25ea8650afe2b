import { met, type RequirementTable, unmet } from '../../requirement.ts';

export const closedRequirements = {
  dischargedBefore: {
    text: { ja: '以前に退院している', en: 'Was discharged before' },
    waivable: 'no',
    fix: 'case.reopened',
    turn: 'dischargeNurse',
    isMet: facts => (facts.discharged ? met(facts.discharged) : unmet()),
  },
} as const satisfies RequirementTable;
