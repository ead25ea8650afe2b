import type { CaseFacts } from '../facts.ts';
import type { CareNeed, Category, Day } from '../vocabulary.ts';
import type { Words } from '../words.ts';
import type { CheckState } from './check-states.ts';
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
  /** null: the case's own item, whose text is a record. */
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

const isTemplateCheck = (id: string): id is TemplateCheckId => Object.hasOwn(templateChecks, id);
const order = Object.keys(templateChecks);

/**
 * The checklists of a case: what its templates ask for, each thing once, then what was added for this child; by section. A
 * template is what it was when it was chosen: what a later release adds waits to be asked for (`additionsTo`).
 */
export function checksOf(facts: CaseFacts, templates: Templates = checklistTemplates): Check[] {
  const set = new Map((facts.checklistItems ?? []).map(item => [item.id, item]));
  const asked = new Map<TemplateCheckId, Check>();
  for (const chosen of facts.checklists ?? [])
    for (const { id, since } of templates[chosen.id]) {
      const before = asked.get(id);
      if (since > chosen.release) continue;
      asked.set(id, before ? { ...before, templates: [...before.templates, chosen.id] } : fromTemplate(id, chosen));
    }
  const ofTemplates = [...asked.values()]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(check => withSetting(check, set.get(check.id)));
  const own = [...set.values()].flatMap(item => (item.section ? [ownCheck(item, item.section)] : []));
  return [...ofTemplates, ...own].sort((a, b) => checkSections.indexOf(a.section) - checkSections.indexOf(b.section));
}

type Chosen = NonNullable<CaseFacts['checklists']>[number];
type Item = NonNullable<CaseFacts['checklistItems']>[number];

function fromTemplate(id: TemplateCheckId, { id: template, owner, dueOn, on }: Chosen): Check {
  const { section, words, ...more } = templateChecks[id];
  const requirement = 'requirement' in more ? more.requirement : null;
  const state = 'notBegun';
  return { id, section, words, requirement, templates: [template], state, owner, dueOn, on, seq: null, setSeq: null };
}

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
  const isForAll = checklistTemplates.everyChild.some(asked => asked.id === id);
  return isForAll || !isTemplateCheck(id) ? 'plan' : 'clinical';
}

export const categoryOfTemplate = (id: string): Category => (id === 'everyChild' ? 'plan' : 'clinical');

/** Templates that would suit a child with these needs, whether or not they were chosen. */
export const templatesFor = (needs: readonly CareNeed[]): TemplateId[] =>
  templateIds.filter(id => id === 'everyChild' || needs.some(need => need === id));

/** What a newer release of a chosen template asks for and the case does not have: by template, none of none. */
export function additionsTo(
  facts: CaseFacts,
  templates: Templates = checklistTemplates,
): { readonly template: TemplateId; readonly checks: readonly TemplateCheckId[] }[] {
  const there = new Set(checksOf(facts, templates).map(({ id }) => id));
  return (facts.checklists ?? []).flatMap(({ id: template, release }) => {
    const added = templates[template].filter(({ id, since }) => since > release && !there.has(id)).map(({ id }) => id);
    return added.length > 0 ? [{ template, checks: added }] : [];
  });
}
