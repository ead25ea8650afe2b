import pg from 'pg';

const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** Runs statements as the owner on a connection of their own; they must be fixed texts. */
export async function asOwner(adminUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'kaerimichi-admin' });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Creates a database on the server of `adminUrl`, as a copy of `template` when given, and answers its URL. */
export async function createDatabase(adminUrl: string, name: string, template = 'template0'): Promise<string> {
  await asOwner(adminUrl, [`CREATE DATABASE ${checked(name)} TEMPLATE ${checked(template)}`]);
  return urlOf(adminUrl, name);
}

/** Drops a database with the connections to it; nothing happens when there is none. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asOwner(adminUrl, [`DROP DATABASE IF EXISTS ${checked(name)} WITH (FORCE)`]);
}

/** The same server and role, another database. */
export function urlOf(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`not a database name: ${name}`);
  return name;
}
