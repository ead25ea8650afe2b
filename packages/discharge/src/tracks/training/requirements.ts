import type { CaseFacts } from '../../facts.ts';
import { latestDay, met, notInPlan, planOf, type RequirementTable, unmet, withoutPlan } from '../../requirement.ts';
import type { Day } from '../../vocabulary.ts';
import { askedProcedures, countAlone, countOf } from './counted.ts';
import { awaitsSecond } from './stands-alone.ts';

/** The first mandatory procedure that too few caregivers do alone. */
function shortProcedure(facts: CaseFacts, on: Day) {
  for (const { procedure, caregivers } of askedProcedures(facts)) {
    const have = countAlone(facts, procedure, on);
    if (have < caregivers)
      return { procedure, need: caregivers, have, awaits: countOf(facts, procedure, awaitsSecond) };
  }
  return null;
}

/** How much is still to be learnt of what the plan asks, from 0 to 1. */
export function trainingLeft(facts: CaseFacts, on: Day): number {
  const procedures = askedProcedures(facts);
  const all = procedures.reduce((sum, { caregivers }) => sum + caregivers, 0);
  const learnt = procedures.reduce(
    (sum, { procedure, caregivers }) => sum + Math.min(countAlone(facts, procedure, on), caregivers),
    0,
  );
  return all === 0 ? 1 : (all - learnt) / all;
}

/** The day on which a procedure that was known last became one to be checked again. */
const lapsedOn = (facts: CaseFacts, procedure: string) =>
  latestDay(
    facts.skills.flatMap(skill =>
      skill.procedure === procedure ? [skill.lapsedOn, skill.otherModel ? skill.until : undefined] : [],
    ),
  );

/** What is short, in numbers. */
const shortText = {
  ja: '手技「{procedure}」:{need}人以上が「ひとりで」。いま {have}人',
  en: 'Skill “{procedure}”: {need} caregivers alone, now {have}',
};

/** The same where somebody was seen alone once: what it takes is a second nurse, or another day. */
const awaitsText = {
  ja: `${shortText.ja}(ほかに{awaits}人が2人目の看護師か別の日の確認を待っています)`,
  en: `${shortText.en} ({awaits} more wait for a second nurse, or another day)`,
};

export const trainingRequirements = {
  trainingReady: {
    text: {
      ja: '必要な手技を、必要な人数の家族が「ひとりで」できる',
      en: 'Enough caregivers do every mandatory procedure alone',
    },
    todo: { ja: '家族が手技を「ひとりで」できるまで練習を進める', en: 'Train the caregivers until they manage alone' },
    waivable: 'safety',
    fix: 'skill.assessed',
    turn: 'wardNurse',
    isMet: (facts, on) => {
      const plan = planOf(facts);
      if (!plan) return withoutPlan;
      if (plan.destination === 'home' && facts.needs.length > 0 && plan.procedures.length === 0)
        return notInPlan('家族が身につける手技', 'procedures for the family to learn');
      const short = shortProcedure(facts, on);
      return short
        ? {
            ...unmet(short),
            since: lapsedOn(facts, short.procedure),
            text: short.awaits > 0 ? awaitsText : shortText,
            fix: { event: 'skill.assessed', fill: { procedure: short.procedure } },
          }
        : met(facts.skills.at(-1));
    },
  },
} as const satisfies RequirementTable;
