import { deadlineRules } from './deadlines/deadline-rules.ts';
import { feeRules } from './fees/fee-rules.ts';
import type { Rule } from './rule.ts';
import { medicalCareScore } from './scores/medical-care-score.ts';
import { severeChildScore } from './scores/severe-child-score.ts';

/** Every rule, one line each; `GET /rules` and the conformance tests go over this list. */
export const rules: readonly Rule[] = [medicalCareScore, severeChildScore, ...deadlineRules, ...feeRules];

export const findRule = (id: string): Rule | null => rules.find(rule => rule.id === id) ?? null;
