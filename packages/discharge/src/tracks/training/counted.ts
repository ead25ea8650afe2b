import type { CaseFacts } from '../../facts.ts';
import { planOf } from '../../requirement.ts';
import type { Day } from '../../vocabulary.ts';
import { isOfFamily, type Skill, standsAlone } from './stands-alone.ts';

/** What the plan asks of how many, and of no fewer than the rule set of the lead does. */
export const askedProcedures = (facts: CaseFacts) =>
  (planOf(facts)?.procedures ?? []).map(({ procedure, caregivers }) => ({
    procedure,
    caregivers: Math.max(caregivers, facts.rules?.caregivers ?? 1),
  }));

/** Caregivers of the family of whom something is true for a procedure, each once, on however many devices. */
export const countOf = (
  { skills }: Pick<CaseFacts, 'skills'>,
  procedure: string,
  isSo: (skill: Skill) => boolean,
): number =>
  new Set(
    skills.flatMap(skill =>
      skill.procedure === procedure && isOfFamily(skill.caregiver) && isSo(skill) ? [skill.caregiver] : [],
    ),
  ).size;

/** How many of the family do a procedure alone on a day: what chart, matrix and papers say alike. */
export const countAlone = (facts: Pick<CaseFacts, 'skills'>, procedure: string, on: Day): number =>
  countOf(facts, procedure, skill => standsAlone(skill, on));

type Learning = { readonly procedure: string; readonly caregiver: string };

/** Of what somebody was seen to do of a procedure the cell that says most: one that counts, else what was recorded last. */
export function bestCellOf(skills: readonly Skill[], { procedure, caregiver }: Learning, on: Day): Skill | undefined {
  const own = skills.filter(skill => skill.procedure === procedure && skill.caregiver === caregiver);
  return own.find(skill => standsAlone(skill, on)) ?? own.at(-1);
}
