import type { Owner } from './owner-queries.ts';

/** One organisation, one person, one membership, written underneath: tests of the commit need no more. */
export async function seedMembership(owner: Owner, of: { org?: string; kind?: string; person?: string } = {}) {
  const { org = 'hospital', kind = 'childrensHospital', person = 'nurse' } = of;
  await owner.query(
    `INSERT INTO organisation (id, kind, name, search_text) VALUES ($1, $2, $1, $1) ON CONFLICT DO NOTHING`,
    [org, kind],
  );
  await owner.query(`INSERT INTO person (id, identifier, display_name) VALUES ($1, $1, $1) ON CONFLICT DO NOTHING`, [
    person,
  ]);
  const membership = `${person}-${org}`;
  await owner.query(
    `INSERT INTO membership (id, person_id, org_id, role, from_on) VALUES ($1, $2, $3, 'dischargeNurse', '2026-01-01')`,
    [membership, person, org],
  );
  return membership;
}
