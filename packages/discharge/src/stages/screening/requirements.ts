import { type RequirementTable, recordedThisRound } from '../../requirement.ts';

export const screeningRequirements = {
  factorsRecorded: {
    text: { ja: '退院困難な要因を記録した(「要因なし」も記録)', en: 'Discharge barriers recorded (also “none”)' },
    todo: { ja: '退院困難な要因を記録する', en: 'Record the discharge barriers' },
    waivable: 'no',
    fix: 'factors.recorded',
    turn: 'dischargeNurse',
    isMet: facts => recordedThisRound(facts, facts.factors),
  },
} as const satisfies RequirementTable;
