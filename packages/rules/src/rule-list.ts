import { feeRules } from './fees/fee-rules.ts';
import type { Rule } from './rule.ts';

/** Every rule, one line each; `GET /rules` and the conformance tests go over this list. */
export const rules: readonly Rule[] = [...feeRules];

export const findRule = (id: string): Rule | null => rules.find(rule => rule.id === id) ?? null;
