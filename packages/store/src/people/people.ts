import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import type { Language } from '@kaerimichi/discharge';
import type { Prisma } from '../administration/prisma.ts';
import type { Database, Statement } from '../database.ts';
import type { Person as PersonRow } from '../generated/prisma/client.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { nullWhenTaken } from './organisations.ts';

export type Person = {
  readonly id: string;
  /** Name to sign in with. */
  readonly identifier: string;
  readonly displayName: string;
  readonly language: Language;
  readonly hasPassword: boolean;
  readonly disabledAt: string | null;
  readonly lastSignInAt: string | null;
};

export type NewPerson = {
  readonly id?: string;
  readonly identifier: string;
  readonly displayName: string;
  readonly language?: Language;
  /** argon2id in PHC form. */
  readonly passwordHash?: string;
};

export type PersonChanges = {
  readonly displayName?: string;
  readonly language?: Language;
  readonly passwordHash?: string;
  readonly disabled?: boolean;
};

export type People = {
  /** null: the identifier is taken. */
  create(person: NewPerson): Promise<Person | null>;
  find(id: string): Promise<Person | null>;
  /** People with a membership of this organisation, past ones included, by name. */
  listOf(org: string): Promise<Person[]>;
  /** A change of password or standing ends the person's sessions; null: no such person. */
  update(id: string, changes: PersonChanges): Promise<Person | null>;
  /** Hashes that more than one of these people have: of a password that was given to them together. */
  sharedPasswords(ids: readonly string[]): Promise<string[]>;
  /** Of those of these people who have one of some hashes, all or nobody; ends their sessions. */
  replacePasswords(
    ids: readonly string[],
    hashes: { readonly from: readonly string[]; readonly to: string },
  ): Promise<void>;
  /** Names by id, for dictionaries beside boards. */
  namesOf(ids: readonly string[]): Promise<Record<string, string>>;
};

/** One form for names to sign in with, so that nobody fails by a capital letter or a full-width one. */
export const foldIdentifier = (identifier: string): string =>
  identifier.normalize('NFKC').trim().toLowerCase().replaceAll('\0', '');

export type PeoplePorts = { prisma: Prisma; database: Database; sessions: Sessions; clock: Clock };

export function people(ports: PeoplePorts): People {
  const { prisma, database, sessions } = ports;
  return {
    async create({ id = randomUUID(), identifier, displayName, language = 'ja', passwordHash = null }) {
      const data = { id, identifier: foldIdentifier(identifier), displayName, language, passwordHash };
      const row = await prisma(client => client.person.create({ data })).catch(nullWhenTaken);
      return row && toPerson(row);
    },
    async find(id) {
      const [row] = await database.rows<Person>(findText, [id]);
      return row ?? null;
    },
    async listOf(org) {
      const where = { memberships: { some: { orgId: org } } };
      const orderBy = [{ displayName: 'asc' as const }, { id: 'asc' as const }];
      return (await prisma(client => client.person.findMany({ where, orderBy }))).map(toPerson);
    },
    update: (id, changes) => updatePerson(ports, id, changes),
    async sharedPasswords(ids) {
      const rows = await database.rows<{ hash: string }>(sharedText, [ids]);
      return rows.map(({ hash }) => hash);
    },
    async replacePasswords(ids, { from, to }) {
      const changed = await database.rows<{ id: string }>(replaceText, [ids, from, to]);
      for (const { id } of changed) await sessions.revokeAllOf(id);
    },
    async namesOf(ids) {
      const rows = await database.rows<{ id: string; name: string }>(namesText, [ids]);
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
    },
  };
}

/** Not through the generated client: every sign-in asks this. */
const findText: Statement = {
  name: 'find-person',
  text: `SELECT id, identifier, display_name AS "displayName", language, password_hash IS NOT NULL AS "hasPassword",
      disabled_at AS "disabledAt", last_sign_in_at AS "lastSignInAt"
    FROM person WHERE id = $1`,
};

const namesText: Statement = {
  name: 'person-names',
  text: 'SELECT id, display_name AS name FROM person WHERE id = ANY ($1::text[])',
};

const sharedText: Statement = {
  text: `SELECT password_hash AS hash FROM person WHERE id = ANY ($1::text[]) AND password_hash IS NOT NULL
    GROUP BY password_hash HAVING count(*) > 1`,
};

const replaceText: Statement = {
  text: `UPDATE person SET password_hash = $3 WHERE id = ANY ($1::text[]) AND password_hash = ANY ($2::text[])
    RETURNING id`,
};

async function updatePerson({ prisma, sessions, clock }: PeoplePorts, id: string, changes: PersonChanges) {
  const { disabled, ...rest } = changes;
  const disabledAt = disabled === undefined ? undefined : disabled ? new Date(clock.now()) : null;
  const data = { ...rest, ...(disabledAt !== undefined && { disabledAt }) };
  const row = await prisma(async client => {
    const { count } = await client.person.updateMany({ where: { id }, data });
    return count === 0 ? null : client.person.findUnique({ where: { id } });
  });
  const endsSessions = disabled || changes.passwordHash !== undefined;
  if (row && endsSessions) await sessions.revokeAllOf(id);
  return row && toPerson(row);
}

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  identifier: row.identifier,
  displayName: row.displayName,
  language: row.language === 'en' ? 'en' : 'ja',
  hasPassword: row.passwordHash !== null,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
});
