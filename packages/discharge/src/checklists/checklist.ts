import type { CaseFacts } from '../facts.ts';
import type { CareNeed, Category, Day } from '../vocabulary.ts';
import type { Words } from '../words.ts';
import type { CheckState } from './check-states.ts';
import {
  categoryOfHouseCheck,
  houseChecksIn,
  houseChecksOf,
  isHouseCheck,
  isLeftOut,
  isTemplateCheck,
} from './house-checks.ts';
import {
  type CheckSection,
  checklistTemplates,
  checkSections,
  type TemplateCheckId,
  type TemplateId,
  type Templates,
  templateChecks,
  templateIds,
} from './templates.ts';

/** One item of the checklists of a case. */
export type Check = {
  readonly id: string;
  readonly section: CheckSection;
  /** null: the case's own item, whose text is a record, or one that a house added, whose words its rule set has. */
  readonly words: Words | null;
  /** The condition of a move that it is. */
  readonly requirement: string | null;
  /** Chosen templates that ask for it; none of the case's own. */
  readonly templates: readonly TemplateId[];
  readonly state: CheckState;
  readonly owner?: string | undefined;
  readonly dueOn?: Day | undefined;
  /** Day on which it came to be there, or was last set. */
  readonly on: Day;
  /** Event with which it was written, of the case's own. */
  readonly seq: number | null;
  /** Event that set it last, whose record holds evidence or reason. */
  readonly setSeq: number | null;
};

const order = Object.keys(templateChecks);
/** Items of the program in their order, then what a house added, in the order of its rule set. */
const placeOf = (id: string): number => (isTemplateCheck(id) ? order.indexOf(id) : order.length);

/**
 * The checklists of a case: what its templates ask for, each thing once, then what was added for this child; by section. A
 * template is what it was when it was chosen: what a later release or the house adds waits to be asked for
 * (`additionsTo`), and what the house leaves out goes where nobody touched it.
 */
export function checksOf(facts: CaseFacts, templates: Templates = checklistTemplates): Check[] {
  const set = new Map((facts.checklistItems ?? []).map(item => [item.id, item]));
  const asked = new Map<string, Check>();
  for (const chosen of facts.checklists ?? [])
    for (const check of askedBy(facts, chosen, templates[chosen.id])) {
      const before = asked.get(check.id);
      asked.set(check.id, before ? { ...before, templates: [...before.templates, chosen.id] } : check);
    }
  const ofTemplates = [...asked.values()]
    .sort((a, b) => placeOf(a.id) - placeOf(b.id))
    .map(check => withSetting(check, set.get(check.id)));
  const own = [...set.values()].flatMap(item =>
    item.section && !asked.has(item.id) ? [ownCheck(item, item.section)] : [],
  );
  return [...ofTemplates, ...own].sort((a, b) => checkSections.indexOf(a.section) - checkSections.indexOf(b.section));
}

/** What one chosen template asks for in this case. */
const askedBy = (facts: CaseFacts, chosen: Chosen, asked: Templates[TemplateId]): Check[] => [
  ...asked
    .filter(({ id, since }) => since <= chosen.release && !isLeftOut(facts, chosen.id, id))
    .map(({ id }) => fromTemplate(id, chosen)),
  ...houseChecksIn(facts, chosen).map(({ id, section }) => newCheck({ id, section, words: null }, chosen)),
];

type Chosen = NonNullable<CaseFacts['checklists']>[number];
type Item = NonNullable<CaseFacts['checklistItems']>[number];

function fromTemplate(id: TemplateCheckId, chosen: Chosen): Check {
  const { section, words, ...more } = templateChecks[id];
  return newCheck({ id, section, words, ...more }, chosen);
}

type Asked = Pick<Check, 'id' | 'section' | 'words'> & { readonly requirement?: string };

const newCheck = ({ requirement, ...asked }: Asked, { id: template, owner, dueOn, on }: Chosen): Check => ({
  ...asked,
  requirement: requirement ?? null,
  templates: [template],
  state: 'notBegun',
  owner,
  dueOn,
  on,
  seq: null,
  setSeq: null,
});

function withSetting(check: Check, item: Item | undefined): Check {
  if (!item) return check;
  const { state = check.state, owner = check.owner, dueOn = check.dueOn, on, setSeq = null } = item;
  return { ...check, state, owner, dueOn, on, setSeq };
}

function ownCheck({ id, state = 'notBegun', owner, dueOn, on, seq, setSeq }: Item, section: CheckSection): Check {
  return {
    id,
    section,
    words: null,
    requirement: null,
    templates: [],
    state,
    owner,
    dueOn,
    on,
    seq: seq ?? null,
    setSeq: setSeq ?? null,
  };
}

export const isOpenCheck = ({ state }: Pick<Check, 'state'>): boolean => state === 'notBegun' || state === 'underWay';

/**
 * Whoever reads this category is told of an item: what a template of a need asks for tells what care a child needs. What
 * every child is asked, and what was written for this one, stands in the plan.
 */
export function categoryOfCheck(id: string): Category {
  if (isHouseCheck(id)) return categoryOfHouseCheck(id);
  const isForAll = checklistTemplates.everyChild.some(asked => asked.id === id);
  return isForAll || !isTemplateCheck(id) ? 'plan' : 'clinical';
}

export const categoryOfTemplate = (id: string): Category => (id === 'everyChild' ? 'plan' : 'clinical');

/** Templates that would suit a child with these needs, whether or not they were chosen. */
export const templatesFor = (needs: readonly CareNeed[]): TemplateId[] =>
  templateIds.filter(id => id === 'everyChild' || needs.some(need => need === id));

/** What a newer release of a chosen template, or the house, asks for and the case does not have: by template, none of none. */
export function additionsTo(
  facts: CaseFacts,
  templates: Templates = checklistTemplates,
): { readonly template: TemplateId; readonly checks: readonly string[] }[] {
  const there = new Set(checksOf(facts, templates).map(({ id }) => id));
  return (facts.checklists ?? []).flatMap(({ id: template, release }) => {
    const newer = templates[template].filter(({ id, since }) => since > release && !isLeftOut(facts, template, id));
    const added = [...newer, ...houseChecksOf(facts.rules, [template])]
      .map(({ id }) => id)
      .filter(id => !there.has(id));
    return added.length > 0 ? [{ template, checks: added }] : [];
  });
}
