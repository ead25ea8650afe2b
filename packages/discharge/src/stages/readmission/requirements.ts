import { met, type RequirementTable, unmet } from '../../requirement.ts';

export const readmissionRequirements = {
  readmissionReviewed: {
    text: { ja: '再入院を振り返り、計画を見直した', en: 'The readmission was reviewed' },
    todo: { ja: '再入院を振り返り、計画を見直す', en: 'Review the readmission' },
    waivable: 'no',
    fix: 'readmission.reviewed',
    turn: 'dischargeNurse',
    isMet: facts =>
      facts.readmission?.reviewed ? met({ seq: facts.readmission.seq, on: facts.readmission.reviewedOn }) : unmet(),
  },
} as const satisfies RequirementTable;
