import type { Category } from '@kaerimichi/discharge';
import { allows, fieldsOf, sightOf } from './ability.ts';
import type { Right } from './role.ts';
import { roles } from './roles.ts';
import type { CaseAccess, CaseWithAccess, Viewer, VisibilityClass } from './viewer.ts';

/**
 * How a viewer stands to a case by its rows: the row of its organisation, narrowed to what its role may see. A role
 * without a part in leading (a school's, a vendor's) is a partner also in its own organisation's cases. A guardian stands to
 * one child by its invitation alone. null when the organisation has no row or the role sees no cases.
 */
export function accessOf({ id, access }: CaseWithAccess, viewer: Viewer): CaseAccess | null {
  const { guardian } = viewer;
  if (guardian)
    return guardian.caseId === id ? narrowAccess({ class: 'invited', categories: guardian.categories }, viewer) : null;
  const row = access.find(({ org }) => org === viewer.org);
  return row ? narrowAccess(row, viewer) : null;
}

/**
 * What the cards of a role show of what its organisation may see; null when the role sees no cases by its organisation.
 * Whoever sees only its own part of a plan is told the way on no card.
 */
export function cardAccess(row: CaseAccess, viewer: Pick<Viewer, 'role' | 'flags'>): CaseAccess | null {
  // Rows of a board share their lists of categories, which are few: ten thousand cards ask the same few questions.
  const answers = known.get(row.categories) ?? new Map<string, CaseAccess | null>();
  known.set(row.categories, answers);
  const question = `${viewer.role} ${row.class}`;
  const answer = answers.get(question) ?? findCardAccess(row, viewer);
  answers.set(question, answer);
  return answer;
}

const known = new WeakMap<readonly Category[], Map<string, CaseAccess | null>>();

function findCardAccess(row: CaseAccess, viewer: Pick<Viewer, 'role' | 'flags'>): CaseAccess | null {
  const access = narrowAccess(row, viewer);
  const sight = access && sightOf(roles[viewer.role], access.class);
  if (!access || sight?.plan !== 'own') return access;
  return { ...access, categories: access.categories.filter(category => category !== 'plan') };
}

/** What is left for a role of what its organisation may see. */
function narrowAccess(row: CaseAccess, viewer: Pick<Viewer, 'role' | 'flags'>): CaseAccess | null {
  if (allows(viewer, row.class, 'see')) return narrowed(row, viewer);
  return row.class === 'full' && allows(viewer, 'partner', 'see')
    ? narrowed({ ...row, class: 'partner' }, viewer)
    : null;
}

const narrowed = ({ class: visibility, categories }: CaseAccess, viewer: Pick<Viewer, 'role'>): CaseAccess => {
  const readable = fieldsOf(viewer, visibility);
  return { class: visibility, categories: categories.filter(category => readable.includes(category)) };
};

/** The role's row of the matrix ∩ the categories of the access; nothing for a number only, never protection. */
export function categoryRights(viewer: Viewer, access: CaseAccess): Rights {
  const sight = sightOf(roles[viewer.role], access.class);
  const { categories } = narrowed(access, viewer);
  return Object.fromEntries(categories.map(category => [category, sight[category]]));
}

export type Rights = Partial<Record<Category, Right>>;

/** Rights from the least to the most. */
const byWeight: readonly Right[] = ['own', 'summary', 'read', 'writeOwn', 'write'];

/** Rights no wider than others: of each category that both have, the lesser. */
export const withinRights = (rights: Rights, limit: Rights): Rights =>
  Object.fromEntries(
    Object.entries(rights).flatMap(([category, right]) => {
      // entries forgets that the keys are categories.
      const most = limit[category as Category];
      return most ? [[category, byWeight.indexOf(right) < byWeight.indexOf(most) ? right : most]] : [];
    }),
  );

/** Whether a category is read whole: no summary of it, and not the own part alone. */
export const readsWhole = (rights: Rights, asked: Category): boolean =>
  ['write', 'writeOwn', 'read'].includes(rights[asked] ?? '');

/** Whether a viewer is shown who the child of a case is. */
export const showsName = (access: CaseAccess, viewer: Viewer): boolean =>
  categoryRights(viewer, access).contacts !== undefined;

/** Whoever sees only its own part of the contacts (a school's pupil, a vendor's customer) is told the name and no more. */
export const showsHospitalNumber = (rights: Rights): boolean => readsWhole(rights, 'contacts');

/** Classes of its organisation's cases in which a viewer is shown the hospital number, where contacts may be seen. */
export const showingHospitalNumber = (viewer: Viewer): readonly VisibilityClass[] =>
  (['full', 'partner'] as const).filter(visibility =>
    showsHospitalNumber(categoryRights(viewer, { class: visibility, categories: ['contacts'] })),
  );

/** Classes of its organisation's cases in which a viewer's cards show who takes part, where the plan may be seen. */
export const showingTeam = (viewer: Viewer): readonly VisibilityClass[] =>
  (['full', 'partner'] as const).filter(visibility => {
    const access = cardAccess({ class: visibility, categories: ['plan'] }, viewer);
    return access !== null && (access.class === 'full' || access.categories.includes('plan'));
  });

/** What decides about one entry of a history. */
export type WrittenEntry = {
  readonly category: Category;
  /** Whether the viewer's own people wrote it. */
  readonly isOwn: boolean;
  /** Whether it is between the lead and another organisation than the viewer's. */
  readonly isBetweenOthers: boolean;
};

/** Whether a viewer is told the kind of an entry: of a category that it sees more of than its own part, or of its own. */
export const knowsEntry = (rights: Rights, { category, isOwn, isBetweenOthers }: WrittenEntry): boolean =>
  isOwn || (!isBetweenOthers && (readsWhole(rights, category) || rights[category] === 'summary'));

/**
 * Whether the words of one entry may be read: every one of a category by whoever reads it; by whoever sees a summary,
 * which is made of facts, or its own part, only what its own people wrote.
 */
export const readsEntry = (rights: Rights, { category, isOwn, isBetweenOthers }: WrittenEntry): boolean =>
  isOwn ? rights[category] !== undefined : !isBetweenOthers && readsWhole(rights, category);
