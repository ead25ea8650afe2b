import type { Rule } from '../rule.ts';

/** Every fee, one line each. */
export const feeRules: readonly Rule[] = [];
