import { z } from 'zod';
import type { CaseFacts } from '../facts.ts';
import type { CaseRules } from '../rule-sets/case-rules.ts';
import type { Category } from '../vocabulary.ts';
import { itemId } from '../vocabulary.ts';
import { checkSections, type TemplateCheckId, templateChecks } from './templates.ts';

/**
 * Things to check that a house added to templates (ひな型) by its rule set. Their ids say who reads of them: what every
 * child is asked stands in the plan, what a template of a need asks for tells which care a child needs.
 */
const HOUSE = 'house-';
const FOR_ALL = 'house-all-';
export const houseCheckId = /^house-(all|need)-[a-z0-9]{1,20}$/;

export const isHouseCheck = (id: string): boolean => id.startsWith(HOUSE);
export const isForEveryChild = (id: string): boolean => id.startsWith(FOR_ALL);
/** The id of an item by the templates that ask for it; `key` is its own part, of lower case letters and digits. */
export const houseCheckIdOf = (key: string, templates: readonly string[]): string =>
  `${templates.includes('everyChild') ? FOR_ALL : 'house-need-'}${key}`;
export const categoryOfHouseCheck = (id: string): Category => (isForEveryChild(id) ? 'plan' : 'clinical');

/** One of them as a case keeps it with the template that asked for it; `by`: whose rule set, which has its words. */
export const houseCheck = z.strictObject({ id: itemId, section: z.enum(checkSections), by: itemId });
export type HouseCheck = z.infer<typeof houseCheck>;

/** As the event that chooses templates holds them: each once, with those of the chosen templates that ask for it. */
export const chosenHouseCheck = houseCheck.extend({ templates: z.array(itemId) });

/** What the rules of a case ask for beside the program's own templates; of some templates, or of all. */
export function houseChecksOf(
  rules: CaseRules | undefined,
  templates?: readonly string[],
): z.infer<typeof chosenHouseCheck>[] {
  return (rules?.checks?.added ?? []).flatMap(({ id, section, templates: all }) => {
    const asking = templates ? all.filter(template => templates.includes(template)) : [...all];
    return rules && asking.length > 0 ? [{ id, section, by: rules.lead, templates: asking }] : [];
  });
}

type Chosen = NonNullable<CaseFacts['checklists']>[number];

/**
 * What a house added that stands in a case by a chosen template. What its rule set asks for no more goes where nobody
 * touched it; what another house added before the case was handed over stays as it was chosen.
 */
export function houseChecksIn(facts: CaseFacts, chosen: Chosen): HouseCheck[] {
  const now = houseChecksOf(facts.rules, [chosen.id]);
  return (chosen.house ?? []).filter(
    ({ id, by }) => by !== facts.rules?.lead || now.some(asked => asked.id === id) || isTouched(facts, id),
  );
}

/** Whether the rules of a case leave this item of a template out; what somebody set stays. */
export const isLeftOut = (facts: CaseFacts, template: string, id: string): boolean =>
  (facts.rules?.checks?.without?.[template]?.includes(id) ?? false) && !isTouched(facts, id);

const isTouched = ({ checklistItems = [] }: CaseFacts, id: string): boolean =>
  checklistItems.some(item => item.id === id);

/** What a case keeps of a template's additions when it is chosen again: those of now, and those that somebody set. */
export function keptHouseChecks(
  facts: CaseFacts,
  before: Chosen['house'],
  now: readonly HouseCheck[],
): Pick<Chosen, 'house'> {
  const ids = new Set(now.map(({ id }) => id));
  const touched = (before ?? []).filter(({ id }) => !ids.has(id) && isTouched(facts, id));
  const house = [...now, ...touched];
  return house.length > 0 ? { house } : {};
}

export const isTemplateCheck = (id: string): id is TemplateCheckId => Object.hasOwn(templateChecks, id);
