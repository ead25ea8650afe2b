/** So many exceptions of one condition are no exceptions any more: the rule is looked at. */
export const ENOUGH_TO_PROPOSE = 10;

/** What of a rule set may be changed so that a condition is passed over less often. */
export const ruleChanges = ['off', 'approvers', 'thresholds'] as const;
export type RuleChange = (typeof ruleChanges)[number];
