import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { APPLICATION_ROLE, type Credentials, DATABASE_NAME, OWNER_ROLE } from './credentials.ts';
import type { Place } from './place.ts';
import { StartRefused } from './start-refused.ts';

/** The two addresses of one embedded database. */
export type DatabaseUrls = { readonly url: string; readonly adminUrl: string };

export function urlsOf(port: number, { owner, application }: Credentials): DatabaseUrls {
  const at = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`;
  return { url: at(APPLICATION_ROLE, application), adminUrl: at(OWNER_ROLE, owner) };
}

/**
 * Makes sure that the server behind `port` is the one of this cluster and has the database and the application's role.
 * A server that accepts the owner's password by SCRAM has proved that it knows it too.
 */
export async function prepareRoles(place: Place, port: number, passwords: Credentials): Promise<void> {
  const client = await connectOrCreate(place, port, passwords);
  try {
    const { rows } = await client.query<{ directory: string; roles: number }>(
      `SELECT current_setting('data_directory') AS directory,
              (SELECT count(*)::int FROM pg_roles WHERE rolname = $1) AS roles`,
      [APPLICATION_ROLE],
    );
    if (rows[0]?.directory !== place.cluster) throw notOurs(place, port);
    if (rows[0].roles === 0) await createApplicationRole(client, passwords.application);
  } finally {
    await client.end();
  }
}

async function connectOrCreate(place: Place, port: number, passwords: Credentials): Promise<Client> {
  const { adminUrl } = urlsOf(port, passwords);
  try {
    return await connect(adminUrl);
  } catch (error) {
    if (!isCode(error, '3D000')) throw isCode(error, '28P01') ? notOurs(place, port) : error;
  }
  const first = await connect(adminUrl.replace(/[^/]*$/, 'postgres'));
  await first.query(`CREATE DATABASE ${escapeIdentifier(DATABASE_NAME)}`).finally(() => first.end());
  return connect(adminUrl);
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({
    connectionString,
    application_name: 'kaerimichi-start',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  return client;
}

async function createApplicationRole(client: Client, password: string): Promise<void> {
  const role = escapeIdentifier(APPLICATION_ROLE);
  await client.query(
    `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
     PASSWORD ${escapeLiteral(password)}`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function notOurs(place: Place, port: number): StartRefused {
  return new StartRefused(
    {
      ja: `ポート ${port} の PostgreSQL は、${place.cluster} のデータベースではないか、パスワードが合いません。`,
      en: `The PostgreSQL on port ${port} is not the database in ${place.cluster}, or its password differs.`,
    },
    'not-our-server',
  );
}
