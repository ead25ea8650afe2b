import { checklistTemplates, checkSections, templateChecks, templateIds } from '../checklists/templates.ts';
import { columns } from '../columns.ts';
import { deadlineKinds } from '../deadline-kinds.ts';
import { answerHours } from '../handoff/answer-hours.ts';
import { stageMetas } from '../position.ts';
import { requirements } from '../requirements.ts';
import { isEscalated, REMIND_DAYS, slaDays } from '../sla-days.ts';
import { SKILL_DAYS } from '../tracks/training/events.ts';
import { requirementOf, whyAsked } from './check-faults.ts';
import { whyOn } from './rule-set-faults.ts';

/** What a rule set may say something about, each with the value that stands where it is silent. */
export const ownValues = () => ({
  stages: [...stageMetas].map(([id, { label, guideDays }]) => ({
    id,
    label,
    guideDays: guideDays ?? null,
    hasDays: id !== 'closed',
  })),
  dates: Object.entries(deadlineKinds).flatMap(([id, { label }]) =>
    isEscalated(id) ? [{ id, label, remindDays: REMIND_DAYS, escalateDays: slaDays[id] }] : [],
  ),
  columns: columns.filter(({ id }) => id !== 'closed').map(({ id, label }) => ({ id, label })),
  requirements: [...requirements.values()].map(({ id, text, stage }) => ({ id, text, stage, staysOn: whyOn(id) })),
  caregivers: 1,
  skillDays: SKILL_DAYS,
  answerHours: { ...answerHours },
  checks: {
    sections: [...checkSections],
    templates: templateIds.map(id => ({ id, checks: checklistTemplates[id].map(asked => asked.id) })),
    items: Object.entries(templateChecks).map(([id, { section, words }]) => ({
      ...{ id, section, words },
      requirement: requirementOf(id),
      staysOn: whyAsked(id, []),
    })),
  },
});
export type OwnValues = ReturnType<typeof ownValues>;
