import { z } from 'zod';
import { visibleLine } from '../visible-text.ts';
import { type CaseRules, caseRules } from './case-rules.ts';

/** Longer, and a name of a stage does not fit a card or a column of the list. */
const LONGEST_LABEL = 24;
/** A stage that may take longer than two years is not watched by days. */
const MOST_STAGE_DAYS = 730;
/** Business days: a quarter of a year before or after a day nobody thinks of it. */
const MOST_TIMER_DAYS = 60;
const MOST_CASES = 999;
const id = z.string().max(60);
const ofIds = <Value extends z.ZodType>(value: Value) => z.record(id, value);

/**
 * A rule set as an administrator writes it, and as a file holds it. Every part may be missing. What its parts may name, and
 * what does not go together, is judged by `ruleSetFaults`.
 */
export const ruleSetContent = z.strictObject({
  labels: ofIds(z.strictObject({ ja: visibleLine(LONGEST_LABEL), en: visibleLine(LONGEST_LABEL) }))
    .optional()
    .describe('what stages are called, by stage'),
  stageDays: ofIds(z.int().min(1).max(MOST_STAGE_DAYS)).optional().describe('calendar days, by stage'),
  remindDays: ofIds(z.int().min(1).max(MOST_TIMER_DAYS))
    .optional()
    .describe('business days before, by kind of deadline'),
  escalateDays: ofIds(z.int().min(1).max(MOST_TIMER_DAYS))
    .optional()
    .describe('business days after, by kind of deadline'),
  limits: ofIds(z.int().min(1).max(MOST_CASES)).optional().describe('cases that are thought to be enough, by column'),
  off: z.array(id).max(60).optional().describe('conditions that are not asked'),
  caregivers: z.int().min(1).max(4).optional().describe('caregivers who do a procedure alone, at least'),
  skillDays: z.int().min(14).max(365).optional().describe('days after which a care skill is checked again'),
  approvers: caseRules.shape.approvers,
});
export type RuleSetContent = z.infer<typeof ruleSetContent>;

/** What a case keeps of a rule set: that by which it is decided. Names and limits are only looked at. */
export function rulesOf(content: RuleSetContent, { lead, version }: Pick<CaseRules, 'lead' | 'version'>): CaseRules {
  const { labels: _names, limits: _advice, off, ...deciding } = content;
  // Parsed again: what is missing is no key with `undefined`, which canonical bytes do not know.
  return JSON.parse(JSON.stringify({ lead, version, ...deciding, ...(off?.length ? { off } : {}) }));
}
