import { type Category, categories, type RoleId, roleIds } from '@kaerimichi/discharge';
import { sightOf } from './ability.ts';
import { cardAccess } from './case-access.ts';
import { seesBoard } from './commands.ts';
import { roles } from './roles.ts';
import type { CaseAccess, VisibilityClass } from './viewer.ts';

/** Roles to which every card looks the same share an audience: one message for all of them. */
export type Audience = {
  readonly id: string;
  /** What a row of an organisation is for these roles. */
  narrow(row: CaseAccess): CaseAccess | null;
  /** Whether every one of these roles is told of entries of a category by its kind. */
  tells(row: CaseAccess, category: Category): boolean;
};

/** Everything by which a card may differ between two roles of one organisation: class and categories that cards show. */
function sightOnCards(role: RoleId): string {
  const shown = (visibility: VisibilityClass) => {
    const access = cardAccess({ class: visibility, categories: ['contacts', 'clinical', 'plan'] }, { role, flags: [] });
    return access ? `${access.class}+${access.categories.join('+')}` : '';
  };
  return `${shown('full')}-${shown('partner')}`;
}

/** Categories of which all these roles see more than their own part, where their organisation stands to a case in this way. */
function knownToAll(ids: readonly RoleId[], visibility: VisibilityClass): ReadonlySet<Category> {
  const known = (role: RoleId, category: Category) => {
    const access = cardAccess({ class: visibility, categories: [category] }, { role, flags: [] });
    const right = access ? sightOf(roles[role], access.class)[category] : undefined;
    return right !== undefined && right !== 'own';
  };
  return new Set(categories.filter(category => ids.every(role => known(role, category))));
}

function toAudience(id: string, ids: readonly [RoleId, ...RoleId[]]): Audience {
  const known = {
    full: knownToAll(ids, 'full'),
    partner: knownToAll(ids, 'partner'),
    numberOnly: knownToAll(ids, 'numberOnly'),
    // Nobody who is invited has a board.
    invited: new Set<Category>(),
  };
  return {
    id,
    narrow: row => cardAccess(row, { role: ids[0], flags: [] }),
    tells: (row, category) => row.categories.includes(category) && known[row.class].has(category),
  };
}

const onBoards = roleIds.filter(role => seesBoard({ role, flags: [] }));
const sightById = new Map(onBoards.map(role => [role, sightOnCards(role)]));
const byId = new Map<string, Audience>();
for (const [role, id] of sightById) {
  const others = onBoards.filter(other => other !== role && sightById.get(other) === id);
  if (!byId.has(id)) byId.set(id, toAudience(id, [role, ...others]));
}

/** Every audience that a board may have. */
export const audiences: readonly Audience[] = [...byId.values()];

/** The audience of a role; null: it sees no board. */
export const audienceOf = ({ role }: { readonly role: RoleId }): Audience | null =>
  byId.get(sightById.get(role) ?? '') ?? null;
