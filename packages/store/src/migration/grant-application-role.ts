import pg from 'pg';
import { withOwner } from '../administration/with-owner.ts';

/** Histories that the application adds to and reads, never changes. */
const APPEND_ONLY = ['case_event', 'access_log'];

/** What the application reads to say whether it is ready, and must not write: the record of migrations. */
const READ_ONLY = ['_prisma_migrations'];

/**
 * Gives the application's role rows on every table and no definitions: also on tables that the owner makes later. Does
 * nothing when the role is the owner itself (`DATABASE_URL` without `ADMIN_DATABASE_URL`). May be repeated.
 */
export async function grantApplicationRole(adminUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'kaerimichi-migration' });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolname = $1', [role]);
    if (rows.length > 0) return;
    const restricted = [
      ...(await revocations(client, role, { tables: APPEND_ONLY, rights: 'UPDATE, DELETE, TRUNCATE' })),
      ...(await revocations(client, role, { tables: READ_ONLY, rights: 'INSERT, UPDATE, DELETE, TRUNCATE' })),
    ];
    // One message is one transaction: nobody sees the rights on a history before they are taken back.
    await client.query([...grants(pg.escapeIdentifier(role)), ...restricted].join(';\n'));
  } finally {
    await client.end();
  }
}

/**
 * Whether the role has exactly what `grantApplicationRole` gives: a program that was killed between a migration and the
 * grant, or a role that was made later, does not. True for a role that does not exist: nothing can be granted to it.
 */
export async function hasApplicationRights(adminUrl: string, role: string): Promise<boolean> {
  const { rows } = await withOwner(adminUrl, client =>
    client.query(otherRightsText, [role, READ_ONLY, [...READ_ONLY, ...APPEND_ONLY]]),
  );
  return rows.length === 0;
}

const otherRightsText = `SELECT FROM pg_roles r, pg_class c
  WHERE r.rolname = $1 AND c.relnamespace = 'public'::regnamespace AND CASE c.relkind
    WHEN 'r' THEN NOT has_table_privilege(r.oid, c.oid, 'SELECT')
      OR has_table_privilege(r.oid, c.oid, 'INSERT') = (c.relname = ANY ($2))
      OR has_table_privilege(r.oid, c.oid, 'UPDATE') = (c.relname = ANY ($3))
      OR has_table_privilege(r.oid, c.oid, 'DELETE') = (c.relname = ANY ($3))
    WHEN 'S' THEN NOT has_sequence_privilege(r.oid, c.oid, 'USAGE')
    ELSE false END
  LIMIT 1`;

function grants(role: string): string[] {
  const later = 'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT';
  return [
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    `${later} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`,
    `${later} USAGE, SELECT ON SEQUENCES TO ${role}`,
  ];
}

async function revocations(client: pg.Client, role: string, { tables, rights }: { tables: string[]; rights: string }) {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename = ANY ($1)`,
    [tables],
  );
  return rows.map(({ name }) => `REVOKE ${rights} ON ${name} FROM ${pg.escapeIdentifier(role)}`);
}
