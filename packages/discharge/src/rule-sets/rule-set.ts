import { z } from 'zod';
import { checkSections } from '../checklists/templates.ts';
import { visibleLine } from '../visible-text.ts';
import { type CaseRules, caseRules } from './case-rules.ts';

/** Longer, and a name of a stage does not fit a card or a column of the list. */
const LONGEST_LABEL = 24;
/** A stage that may take longer than two years is not watched by days. */
const MOST_STAGE_DAYS = 730;
/** Business days: a quarter of a year before or after a day nobody thinks of it. */
const MOST_TIMER_DAYS = 60;
const MOST_CASES = 999;
/** They stand in the facts of every case that chooses their template. */
const MOST_ADDED = 16;
/** A thing to check is a line that is ticked, and no instruction. */
const LONGEST_CHECK = 80;
const id = z.string().max(60);
const ofIds = <Value extends z.ZodType>(value: Value) => z.record(id, value);

const checkWords = z.strictObject({ ja: visibleLine(LONGEST_CHECK), en: visibleLine(LONGEST_CHECK) });

/** What templates of checklists (ひな型) ask for otherwise than the program's own. */
const checks = z.strictObject({
  added: z
    .array(z.strictObject({ id, section: z.enum(checkSections), templates: z.array(id).max(20), words: checkWords }))
    .max(MOST_ADDED)
    .optional()
    .describe('things to check beside those of the program, with the templates that ask for them'),
  without: ofIds(z.array(id).max(40)).optional().describe('things that a template does not ask for, by template'),
  renamed: ofIds(checkWords).optional().describe('what things to check are called, by thing'),
});

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
  answerHours: caseRules.shape.answerHours,
  approvers: caseRules.shape.approvers,
  checks: checks.optional(),
});
export type RuleSetContent = z.infer<typeof ruleSetContent>;

/** What a case keeps of a rule set: that by which it is decided. Names and limits are only looked at. */
export function rulesOf(content: RuleSetContent, { lead, version }: Pick<CaseRules, 'lead' | 'version'>): CaseRules {
  const { labels: _names, limits: _advice, off, checks: asked, ...deciding } = content;
  const kept = { lead, version, ...deciding, ...(off?.length ? { off } : {}), ...checksKept(asked) };
  // Parsed again: what is missing is no key with `undefined`, which canonical bytes do not know.
  return JSON.parse(JSON.stringify(kept));
}

/** Words stay in the rule set: facts hold none that somebody wrote. */
function checksKept({
  added = [],
  without = {},
}: NonNullable<RuleSetContent['checks']> = {}): Pick<CaseRules, 'checks'> {
  const left = Object.entries(without).filter(([, ids]) => ids.length > 0);
  if (added.length === 0 && left.length === 0) return {};
  return {
    checks: {
      ...(added.length > 0 ? { added: added.map(({ words: _words, ...asked }) => asked) } : {}),
      ...(left.length > 0 ? { without: Object.fromEntries(left) } : {}),
    },
  };
}
