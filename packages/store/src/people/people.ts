import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import type { Day, Language, MembershipFlag, RoleId } from '@kaerimichi/discharge';
import { type Prisma, toDate } from '../administration/prisma.ts';
import type { Database, Statement } from '../database.ts';
import type { Person as PersonRow } from '../generated/prisma/client.ts';
import type { Sessions } from '../sessions/sessions.ts';
import {
  type Administered,
  changeUnlessLast,
  LAST_ADMINISTRATOR,
  lockOrganisation,
  type Transaction,
} from './administrators.ts';
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
  readonly hidesPresence?: boolean;
};

/** The membership with which somebody comes in. */
export type FirstMembership = {
  readonly org: string;
  readonly role: RoleId;
  readonly flags: readonly MembershipFlag[];
  readonly fromOn: Day;
};

export type People = {
  /** null: the identifier is taken. */
  create(person: NewPerson): Promise<Person | null>;
  find(id: string): Promise<Person | null>;
  /** People with a membership of this organisation, past ones included, by name; no guardians. */
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
  /** Shuts a person out, or lets them in again, unless the organisation has no administrator afterwards. */
  disableUnlessLast(
    id: string,
    disabled: boolean,
    administered: Administered,
  ): Promise<Person | typeof LAST_ADMINISTRATOR | null>;
  /** A person with the membership they come in with, both or neither. null: the identifier is taken. */
  bringIn(person: NewPerson, membership: FirstMembership): Promise<Person | null>;
  /** A person as the first member of an organisation; `notFirst` where it has one already. null: the identifier is taken. */
  createFirst(person: NewPerson, membership: FirstMembership): Promise<Person | 'notFirst' | null>;
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
    async create(person) {
      const data = personRow(person);
      const row = await prisma(client => client.person.create({ data })).catch(nullWhenTaken);
      return row && toPerson(row);
    },
    async bringIn(person, membership) {
      const row = await prisma(client =>
        client.$transaction(transaction => insertMember(transaction, person, membership)),
      ).catch(nullWhenTaken);
      return row && toPerson(row);
    },
    createFirst: (person, membership) => createFirst(prisma, person, membership),
    async find(id) {
      const [row] = await database.rows<Person>(findText, [id]);
      return row ?? null;
    },
    async listOf(org) {
      const where = { memberships: { some: { orgId: org, role: { notIn: ['family', 'display'] } } } };
      const orderBy = [{ displayName: 'asc' as const }, { id: 'asc' as const }];
      return (await prisma(client => client.person.findMany({ where, orderBy }))).map(toPerson);
    },
    async sharedPasswords(ids) {
      const rows = await database.rows<{ hash: string }>(sharedText, [ids]);
      return rows.map(({ hash }) => hash);
    },
    async replacePasswords(ids, { from, to }) {
      const changed = await database.rows<{ id: string }>(replaceText, [ids, from, to]);
      for (const { id } of changed) await sessions.revokeAllOf(id);
    },
    async update(id, changes) {
      const changed = await updatePerson(ports, { id, changes });
      return changed === LAST_ADMINISTRATOR ? null : changed;
    },
    disableUnlessLast: (id, disabled, administered) => updatePerson(ports, { id, changes: { disabled }, administered }),
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

const personRow = ({ id = randomUUID(), identifier, displayName, language = 'ja', passwordHash }: NewPerson) => ({
  id,
  identifier: foldIdentifier(identifier),
  displayName,
  language,
  passwordHash: passwordHash ?? null,
});

/** A person and the membership with which they come in, in whoever's transaction. */
export async function insertMember(
  transaction: Transaction,
  person: NewPerson,
  { org, role, flags, fromOn }: FirstMembership,
): Promise<PersonRow> {
  const made = await transaction.person.create({ data: personRow(person) });
  const membership = { id: randomUUID(), personId: made.id, orgId: org, role, flags: [...flags] };
  await transaction.membership.create({ data: { ...membership, fromOn: toDate(fromOn) } });
  return made;
}

/** Two who bring the first one in at the same moment wait for each other; the second is told. */
async function createFirst(prisma: Prisma, person: NewPerson, membership: FirstMembership) {
  const row = await prisma(client =>
    client.$transaction(async transaction => {
      await lockOrganisation(transaction, membership.org);
      if ((await transaction.membership.count({ where: { orgId: membership.org } })) > 0) return 'notFirst' as const;
      return insertMember(transaction, person, membership);
    }),
  ).catch(nullWhenTaken);
  return row === null || row === 'notFirst' ? row : toPerson(row);
}

type Update = { readonly id: string; readonly changes: PersonChanges; readonly administered?: Administered };

async function updatePerson({ prisma, sessions, clock }: PeoplePorts, { id, changes, administered }: Update) {
  const { disabled, ...rest } = changes;
  const disabledAt = disabled === undefined ? undefined : disabled ? new Date(clock.now()) : null;
  const data = { ...rest, ...(disabledAt !== undefined && { disabledAt }) };
  const row = await changeUnlessLast(prisma, administered, async client => {
    const { count } = await client.person.updateMany({ where: { id }, data });
    return count === 0 ? null : client.person.findUnique({ where: { id } });
  });
  if (!row || row === LAST_ADMINISTRATOR) return row;
  const endsSessions = disabled || changes.passwordHash !== undefined;
  if (endsSessions) await sessions.revokeAllOf(id);
  else if (changes.hidesPresence !== undefined) await sessions.lookAgain();
  return toPerson(row);
}

export const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  identifier: row.identifier,
  displayName: row.displayName,
  language: row.language === 'en' ? 'en' : 'ja',
  hasPassword: row.passwordHash !== null,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
});
