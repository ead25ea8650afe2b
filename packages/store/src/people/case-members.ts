import type { CaseMember, MemberWish } from '@kaerimichi/casework';
import { type OrganisationKind, type RoleId, roleId } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';
import { knownFlags } from '../sessions/signed-in.ts';

/** Nobody chooses from a longer list. */
const MOST = 500;

const membersText: Statement = {
  name: 'case-members',
  text: `SELECT m.id AS membership, m.person_id AS person, p.display_name AS name, m.role, m.flags,
      o.id AS org, o.kind AS "orgKind", o.name AS "orgName", o.kana AS "orgKana"
    FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.org_id
    WHERE ($1::text[] IS NULL OR m.id = ANY ($1::text[])) AND ($2::text[] IS NULL OR m.org_id = ANY ($2::text[]))
      AND m.role NOT IN ('family', 'display') AND m.from_on <= $3::date
      AND (m.until_on IS NULL OR m.until_on >= $3::date) AND p.disabled_at IS NULL
    ORDER BY p.display_name, m.id LIMIT ${MOST}`,
};

type Row = Omit<CaseMember, 'role' | 'flags' | 'orgKind'> & {
  role: string;
  flags: string[];
  orgKind: OrganisationKind;
};

/** People of some organisations, or some by membership, as viewers of a case. */
export async function listMembers(database: Database, { ids, orgs, on }: MemberWish): Promise<CaseMember[]> {
  const rows = await database.rows<Row>(membersText, [ids, orgs, on]);
  return rows.map(({ role, flags, ...member }) => ({
    ...member,
    role: roleId.parse(role) satisfies RoleId,
    flags: knownFlags(flags),
  }));
}
