import {
  type Category,
  categories,
  type Day,
  type FullCard,
  type RoleId,
  roleIds,
  type WallLevel,
  wallLevels,
} from '@kaerimichi/discharge';
import { sightOf } from './ability.ts';
import { cardAccess } from './case-access.ts';
import { seesBoard } from './commands.ts';
import { type CardReader, projectCard, type SeenCard } from './project-card.ts';
import { projectWallCard } from './project-wall-card.ts';
import { roles } from './roles.ts';
import type { CaseAccess, Viewer, VisibilityClass } from './viewer.ts';

/**
 * Roles to which every card looks the same share an audience, and so do wall displays of one level: one message for all of
 * them.
 */
export type Audience = {
  readonly id: string;
  /** What a row of an organisation is for these roles. */
  narrow(row: CaseAccess): CaseAccess | null;
  /** A card as these see it, by what `narrow` left of the row. */
  project(card: FullCard, own: CaseAccess, reader: CardReader): SeenCard;
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
    project: projectCard,
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

/** Wall displays are told by each row what their level shows of it; never why a card changed. */
const walls = new Map<WallLevel | undefined, Audience>(
  wallLevels.map(level => [
    level,
    {
      id: `wall-${level}`,
      narrow: (row: CaseAccess) => row,
      project: (card, own, { on }) => projectWallCard(card, own, { level, on }),
      tells: () => false,
    },
  ]),
);

/** Those of people and those of wall displays. */
export const everyAudience: readonly Audience[] = [...audiences, ...walls.values()];

/** The audience of a viewer; null: it sees no board, and is no wall display. */
export const audienceOf = ({ role, screen }: Pick<Viewer, 'role' | 'screen'>): Audience | null =>
  (role === 'display' ? walls.get(screen?.level) : byId.get(sightById.get(role) ?? '')) ?? null;

/** A card as a viewer sees it by the row of its organisation; null where it sees nothing of the case. */
export function showCard(card: FullCard, row: CaseAccess, viewer: Viewer, on: Day): SeenCard | null {
  const reader = { on, org: viewer.org };
  if (viewer.role === 'display') return audienceOf(viewer)?.project(card, row, reader) ?? null;
  const own = cardAccess(row, viewer);
  return own && projectCard(card, own, reader);
}
