import type { RuleChange, RuleSetContent } from '@kaerimichi/discharge';
import type { AnswerOf } from '../../api/route.ts';
import type { ruleRoutes } from '../../api/rule-routes.ts';
import { parseWhole } from '../../parts/parse-whole.ts';
import { type ChecksInput, checksInputOf, readChecks } from './checks-input.ts';

export type OwnValues = AnswerOf<typeof ruleRoutes.ruleSets>['own'];

type Texts = Readonly<Record<string, string>>;

/** Parts of a rule set that are numbers by id. */
export const numberParts = ['stageDays', 'remindDays', 'escalateDays', 'limits', 'answerHours'] as const;
export type NumberPart = (typeof numberParts)[number];

/** A rule set as it is typed; what is empty is the program's own value. */
export type RulesInput = Readonly<Record<NumberPart, Texts>> & {
  readonly ja: Texts;
  readonly en: Texts;
  readonly off: readonly string[];
  readonly caregivers: string;
  readonly skillDays: string;
  /** '': either of the two. */
  readonly approvers: string;
  readonly checks: ChecksInput;
};

const typed = (numbers: Readonly<Record<string, number | undefined>> = {}): Texts =>
  Object.fromEntries(
    Object.entries(numbers).flatMap(([id, number]) => (number === undefined ? [] : [[id, String(number)]])),
  );

export const inputOf = (content: RuleSetContent): RulesInput => {
  const labels = Object.entries(content.labels ?? {});
  return {
    ja: Object.fromEntries(labels.map(([id, { ja }]) => [id, ja])),
    en: Object.fromEntries(labels.map(([id, { en }]) => [id, en])),
    stageDays: typed(content.stageDays),
    remindDays: typed(content.remindDays),
    escalateDays: typed(content.escalateDays),
    limits: typed(content.limits),
    answerHours: typed(content.answerHours),
    off: content.off ?? [],
    caregivers: content.caregivers === undefined ? '' : String(content.caregivers),
    skillDays: content.skillDays === undefined ? '' : String(content.skillDays),
    approvers: content.approvers ?? '',
    checks: checksInputOf(content.checks),
  };
};

/** The rule set that was typed, and the paths of what is no number. */
export type ReadRules = { readonly content: RuleSetContent; readonly unread: readonly string[] };

export function readRules(input: RulesInput, own: OwnValues): ReadRules {
  const unread: string[] = [];
  const whole = (path: string, text: string): number | undefined => {
    const number = text.trim() === '' ? undefined : parseWhole(text);
    if (number === null) unread.push(path);
    return number ?? undefined;
  };
  const numbers = (part: NumberPart) => {
    const read = Object.entries(input[part]).flatMap(([id, text]) => {
      const number = whole(`${part}.${id}`, text);
      return number === undefined ? [] : [[id, number] as const];
    });
    return read.length > 0 ? { [part]: Object.fromEntries(read) } : {};
  };
  const caregivers = whole('caregivers', input.caregivers);
  const skillDays = whole('skillDays', input.skillDays);
  const labels = labelsOf(input, own);
  const content: RuleSetContent = {
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...numbers('stageDays'),
    ...numbers('remindDays'),
    ...numbers('escalateDays'),
    ...numbers('limits'),
    ...numbers('answerHours'),
    ...(input.off.length > 0 ? { off: [...input.off] } : {}),
    ...(caregivers === undefined ? {} : { caregivers }),
    ...(skillDays === undefined ? {} : { skillDays }),
    ...approversOf(input.approvers),
    ...readChecks(input.checks, own.checks),
  };
  return { content, unread };
}

/** A name in one language keeps the program's in the other. */
function labelsOf({ ja, en }: RulesInput, { stages }: OwnValues): NonNullable<RuleSetContent['labels']> {
  const said = stages.flatMap(({ id, label }) => {
    const names = { ja: ja[id]?.trim() ?? '', en: en[id]?.trim() ?? '' };
    if (names.ja === '' && names.en === '') return [];
    return [[id, { ja: names.ja || label.ja, en: names.en || label.en }] as const];
  });
  return Object.fromEntries(said);
}

const approversOf = (chosen: string): Pick<RuleSetContent, 'approvers'> =>
  chosen === 'headNurse' || chosen === 'doctor' || chosen === 'both' ? { approvers: chosen } : {};

/**
 * The form with a change that exceptions propose: a condition that is asked no more, or two who make exceptions instead of
 * one. Of numbers whoever decides says which.
 */
export function withChange(input: RulesInput, change: RuleChange, requirement: string): RulesInput {
  if (change === 'off') return { ...input, off: [...new Set([...input.off, requirement])] };
  return change === 'approvers' ? { ...input, approvers: 'both' } : input;
}

/** What a file says that it is; a later form has another number. */
const FORMAT = 'kaerimichi.rule-set/1';

export const fileOf = (content: RuleSetContent): string => `${JSON.stringify({ format: FORMAT, content }, null, 2)}\n`;

/** What a file holds, for the server to judge; null: no rule set of this form. */
export function contentOfFile(text: string): unknown {
  try {
    const file: unknown = JSON.parse(text);
    const isOurs = typeof file === 'object' && file !== null && 'format' in file && file.format === FORMAT;
    return isOurs && 'content' in file ? file.content : null;
  } catch {
    return null;
  }
}
