import type { Day } from './calendar/meant-day.ts';
import type { Words } from './words.ts';

/** Revisions of the fee schedule (診療報酬改定) and the days on which each is in force. */
export const ruleSets = {
  R6: { from: '2024-06-01', to: '2026-05-31', label: { ja: '令和6年度改定', en: '2024 revision' } },
  R8: { from: '2026-06-01', to: null, label: { ja: '令和8年度改定', en: '2026 revision' } },
} as const satisfies Record<string, { from: Day; to: Day | null; label: Words }>;

export type RuleSetId = keyof typeof ruleSets;
export const ruleSetIds = Object.keys(ruleSets) as readonly RuleSetId[];

/** The program's reading of the revisions: raised when the same facts on the same day come to another answer. */
export const RULE_VERSION = 1;

/** `R8/1`: the revision, and the program's version of its rules. */
export const ruleSetName = (id: RuleSetId): string => `${id}/${RULE_VERSION}`;

/** The revision in force on a day; null before the first that the program holds. */
export function ruleSetOn(on: Day): RuleSetId | null {
  return ruleSetIds.findLast(id => ruleSets[id].from <= on) ?? null;
}
