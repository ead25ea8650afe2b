import { type RoleId, roleIds } from '@kaerimichi/discharge';
import { cardAccess } from './case-access.ts';
import { seesBoard } from './commands.ts';
import type { CaseAccess, VisibilityClass } from './viewer.ts';

/** Roles to which every card looks the same share an audience: one message for all of them. */
export type Audience = {
  readonly id: string;
  /** What a row of an organisation is for these roles. */
  narrow(row: CaseAccess): CaseAccess | null;
};

/** Everything by which a card may differ between two roles of one organisation: class and categories that cards show. */
function sightOnCards(role: RoleId): string {
  const shown = (visibility: VisibilityClass) => {
    const access = cardAccess({ class: visibility, categories: ['contacts', 'clinical', 'plan'] }, { role, flags: [] });
    return access ? `${access.class}+${access.categories.join('+')}` : '';
  };
  return `${shown('full')}-${shown('partner')}`;
}

const onBoards = roleIds.filter(role => seesBoard({ role, flags: [] }));
const sightOf = new Map(onBoards.map(role => [role, sightOnCards(role)]));
const byId = new Map<string, Audience>();
for (const [role, id] of sightOf)
  if (!byId.has(id)) byId.set(id, { id, narrow: row => cardAccess(row, { role, flags: [] }) });

/** Every audience that a board may have. */
export const audiences: readonly Audience[] = [...byId.values()];

/** The audience of a role; null: it sees no board. */
export const audienceOf = ({ role }: { readonly role: RoleId }): Audience | null =>
  byId.get(sightOf.get(role) ?? '') ?? null;
