import { type Day, type RoleId, roleId } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

/** A membership as an owner of something: whose, in which role, of which organisation. */
export type NamedMember = {
  readonly name: string;
  readonly role: RoleId;
  readonly org: string;
  /** Whether it can be named anew; one that ended keeps its name where it was named. */
  readonly isOpen: boolean;
};

/** Guardians are never among them: whoever may know one by name asks for the guardians of one case. */
export type NamedWish = {
  readonly orgs: readonly string[];
  readonly roles: readonly RoleId[];
  /** Memberships that were named before, of the same organisations. */
  readonly known: readonly string[];
  readonly on: Day;
};

/** Nobody chooses from a longer list; whoever was named before comes first and is never cut off. */
const MOST = 500;

const namedText: Statement = {
  name: 'named-members',
  text: `SELECT * FROM (
    SELECT m.id, p.display_name AS name, m.role, m.org_id AS org, m.id = ANY ($3::text[]) AS is_known,
      m.role = ANY ($2::text[]) AND m.from_on <= $4::date AND (m.until_on IS NULL OR m.until_on >= $4::date)
        AND p.disabled_at IS NULL AS is_open
    FROM membership m JOIN person p ON p.id = m.person_id WHERE m.org_id = ANY ($1::text[])
      AND m.role NOT IN ('family', 'display')
  ) member WHERE is_open OR is_known ORDER BY is_known DESC, name, id LIMIT ${MOST}`,
};

type Row = { id: string; name: string; role: string; org: string; is_open: boolean };

export async function namedMembers(
  database: Database,
  { orgs, roles, known, on }: NamedWish,
): Promise<Record<string, NamedMember>> {
  const rows = await database.rows<Row>(namedText, [orgs, roles, known, on]);
  return Object.fromEntries(
    rows.map(({ id, name, role, org, is_open }) => [id, { name, role: roleId.parse(role), org, isOpen: is_open }]),
  );
}
