import pg from 'pg';

/** Histories that the application may add to and read, never change. */
const appendOnly = ['case_event', 'access_log'] as const;

/** Gives the application's role what it needs on every table: rows, never definitions. */
export async function grantApplicationRole(adminUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const to = client.escapeIdentifier(role);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${to}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`);
    for (const table of appendOnly) {
      const exists = await client.query('SELECT to_regclass($1) AS name', [table]);
      if (exists.rows[0]?.name) await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${to}`);
    }
  } finally {
    await client.end();
  }
}
