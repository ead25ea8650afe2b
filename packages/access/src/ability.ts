import { AbilityBuilder, createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import { type Category, type RoleId, roleIds } from '@kaerimichi/discharge';
import type { Right } from './role.ts';
import { roles } from './roles.ts';
import type { CaseAccess, CaseAccessRow, Viewer, VisibilityClass } from './viewer.ts';

const relations = ['full', 'partner', 'numberOnly'] as const satisfies readonly VisibilityClass[];

/**
 * CASL's answer for one role. Every rule carries its relation to the case; none is unconditional, since one
 * unconditional field rule would open every row, and none is a `cannot`, whose order would matter.
 */
function buildAbility(role: RoleId): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const { sees, sends } = roles[role];
  for (const relation of relations) {
    const events = sends[relation];
    if (events) can([...events], 'Case', { relation });
  }
  const readable = Object.keys(sees);
  if (readable.length > 0) {
    can('read', 'Case', readable, { relation: 'full' });
    can('read', 'Case', readable, { relation: 'partner' });
    can('see', 'Case', { relation: { $in: [...relations] } });
  }
  return build();
}

const abilities = new Map(roleIds.map(role => [role, buildAbility(role)]));

// One frozen subject per relation: a decision reads nothing else of a case.
const subjects = new Map(relations.map(relation => [relation, subject('Case', { relation })]));

/** What a viewer's role allows, for queries by others than this room. */
export const abilityOf = (viewer: Viewer): MongoAbility => abilities.get(viewer.role) ?? buildAbility(viewer.role);

const allows = (viewer: Viewer, relation: VisibilityClass, action: string, field?: string): boolean => {
  const target = subjects.get(relation);
  return target !== undefined && abilityOf(viewer).can(action, target, field);
};

/** How a viewer stands to a case by its rows; null when the role sees no cases or the organisation has no row. */
export function accessOf(rows: readonly CaseAccessRow[], viewer: Viewer): CaseAccess | null {
  const row = rows.find(({ org }) => org === viewer.org);
  return row && allows(viewer, row.class, 'see') ? row : null;
}

export const maySend = (viewer: Viewer, access: CaseAccess, event: string): boolean =>
  allows(viewer, access.class, event);

/** Events a viewer may send, by relation to the case. */
export function eventsBy(viewer: Viewer): Record<VisibilityClass, readonly string[]> {
  const { sends } = roles[viewer.role];
  return { full: sends.full ?? [], partner: sends.partner ?? [], numberOnly: sends.numberOnly ?? [] };
}

/** The role's row of the matrix, narrowed to what the access names; nothing for a number only. */
export function categoryRights(viewer: Viewer, access: CaseAccess): Partial<Record<Category, Right>> {
  const { sees } = roles[viewer.role];
  const readable = access.categories.filter(
    category => sees[category] && allows(viewer, access.class, 'read', category),
  );
  return Object.fromEntries(readable.map(category => [category, sees[category]]));
}

/** A case is registered for an organisation the person acts for. */
export const mayRegister = (viewer: Viewer, lead: string): boolean =>
  roles[viewer.role].mayRegister === true && viewer.org === lead;
export const mayImport = (viewer: Viewer): boolean => roles[viewer.role].mayImport === true;
export const mayAdminister = (viewer: Viewer): boolean => roles[viewer.role].mayAdminister === true;
export const seesBoard = (viewer: Viewer): boolean => allows(viewer, 'full', 'see');
export const registers = (viewer: Viewer): boolean => roles[viewer.role].mayRegister === true;
