import { randomUUID } from 'node:crypto';
import { type Day, type OrganisationKind, organisationKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { isTaken, type Prisma, toDate, toDay } from '../administration/prisma.ts';
import type { Hubs } from '../cases/hubs.ts';
import type { Database, Statement } from '../database.ts';
import type { Organisation as OrganisationRow } from '../generated/prisma/client.ts';
import { foldName } from './fold-name.ts';
import { findTwin, GRANTS_MS, insertOrganisation } from './found-organisation.ts';

export type Organisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly kana: string | null;
  readonly nameEn: string | null;
  /** Code of the medical institution or office in a public list. */
  readonly code: string | null;
  readonly municipality: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly closedOn: Day | null;
};

export type NewOrganisation = Pick<Organisation, 'kind' | 'name'> &
  Partial<Omit<Organisation, 'kind' | 'name' | 'closedOn'>>;
export type OrganisationChanges = Partial<Omit<Organisation, 'id' | 'kind'>>;

/** What a board tells of an organisation that a card names. */
export type OrganisationTold = Pick<Organisation, 'id' | 'name' | 'kind'>;

export type Organisations = {
  /** null: the id or code is taken. A hub sees the number of every case from this moment on. */
  create(organisation: NewOrganisation): Promise<Organisation | null>;
  /** The same, unless one has a name that reads alike: that one is told. */
  found(organisation: NewOrganisation): Promise<Organisation | { readonly twin: Organisation } | null>;
  find(id: string): Promise<Organisation | null>;
  /** One whose name reads alike. */
  findAlike(name: string): Promise<Organisation | null>;
  /** By name in order, open ones unless told otherwise. `text`: any part of name, kana or code. */
  list(wish?: ListWish): Promise<Organisation[]>;
  /** null: no such organisation, or the code is taken. */
  update(id: string, changes: OrganisationChanges): Promise<Organisation | null>;
  /** Names by id, for dictionaries beside boards. */
  namesOf(ids: readonly string[]): Promise<Record<string, string>>;
  /** Names and kinds of these, where a board says who carries a case. */
  toldOf(ids: readonly string[]): Promise<OrganisationTold[]>;
  /** Telephones by id, of those of which one is known. */
  telephonesOf(ids: readonly string[]): Promise<Record<string, string>>;
};

type ListWish = {
  readonly kind?: OrganisationKind;
  readonly text?: string;
  readonly closed?: boolean;
  readonly limit?: number;
  /** Id of the organisation behind which the list goes on; nothing follows one that does not exist. */
  readonly after?: string;
};

const LIST_LIMIT = 500;

export function organisations(ports: { prisma: Prisma; database: Database; hubs: Hubs }): Organisations {
  const { prisma, database } = ports;
  return {
    async create(organisation) {
      const made = await createOrganisation(ports, organisation, async () => null);
      return made && 'twin' in made ? null : made;
    },
    async found(organisation) {
      const made = await createOrganisation(ports, organisation, findTwin);
      if (!made || !('twin' in made)) return made;
      const twin = await this.find(made.twin);
      return twin && { twin };
    },
    update: (id, changes) => updateOrganisation(ports, id, changes),
    async find(id) {
      const row = await prisma(client => client.organisation.findUnique({ where: { id } }));
      return row && toOrganisation(row);
    },
    async findAlike(name) {
      const id = await prisma(client => client.$transaction(transaction => findTwin(transaction, name)));
      return id === null ? null : this.find(id);
    },
    list: (wish = {}) => listOrganisations(prisma, wish),
    async namesOf(ids) {
      const rows = await database.rows<OrganisationTold>(toldText, [ids]);
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
    },
    toldOf: ids => database.rows<OrganisationTold>(toldText, [ids]),
    async telephonesOf(ids) {
      const rows = await database.rows<{ id: string; telephone: string }>(telephonesText, [ids]);
      return Object.fromEntries(rows.map(({ id, telephone }) => [id, telephone]));
    },
  };
}

const toldText: Statement = {
  name: 'organisations-told',
  text: 'SELECT id, name, kind FROM organisation WHERE id = ANY ($1::text[])',
};

async function listOrganisations(prisma: Prisma, wish: ListWish): Promise<Organisation[]> {
  const { kind, text, closed = false, limit = LIST_LIMIT, after } = wish;
  const rows = await prisma(async client => {
    const last = after === undefined ? undefined : await client.organisation.findUnique({ where: { id: after } });
    if (last === null) return [];
    const where = {
      ...(kind && { kind }),
      ...(text && { searchText: { contains: foldName(text) } }),
      ...(!closed && { closedOn: null }),
      ...(last && { OR: behind(last) }),
    };
    const orderBy = [{ kana: 'asc' as const }, { name: 'asc' as const }, { id: 'asc' as const }];
    return client.organisation.findMany({ where, orderBy, take: limit });
  });
  return rows.map(toOrganisation);
}

/** What stands behind a row of the list, whose rows without kana come last. */
function behind({ kana, name, id }: OrganisationRow) {
  const alike = [
    { kana, name: { gt: name } },
    { kana, name, id: { gt: id } },
  ];
  return kana === null ? alike : [{ kana: { gt: kana } }, { kana: null }, ...alike];
}
const telephonesText: Statement = {
  name: 'organisation-telephones',
  text: `SELECT id, details->>'telephone' AS telephone FROM organisation
         WHERE id = ANY ($1::text[]) AND jsonb_typeof(details->'telephone') = 'string'`,
};

type Ports = { prisma: Prisma; hubs: Hubs };

/** The row of a new organisation, with what it is searched by. */
export function organisationRow(organisation: NewOrganisation) {
  const { id = randomUUID(), kind, name, kana = null, nameEn = null, code = null } = organisation;
  const { municipality = null, details = {} } = organisation;
  const data = { id, kind, name, kana, nameEn, code, municipality, details: jsonOf(details) };
  return { ...data, searchText: searchTextOf(data) };
}

async function createOrganisation(
  { prisma, hubs }: Ports,
  organisation: NewOrganisation,
  twinOf: typeof findTwin | (() => Promise<null>),
): Promise<Organisation | { readonly twin: string } | null> {
  const data = organisationRow(organisation);
  const made = await prisma(client =>
    client.$transaction(
      async transaction => {
        const twin = await twinOf(transaction, data.name);
        return twin === null ? insertOrganisation(transaction, data) : { twin };
      },
      { timeout: GRANTS_MS },
    ),
  ).catch(nullWhenTaken);
  hubs.forget();
  return made && ('twin' in made ? made : toOrganisation(made));
}

async function updateOrganisation({ prisma, hubs }: Ports, id: string, changes: OrganisationChanges) {
  const { closedOn, details, ...texts } = changes;
  const row = await prisma(async client => {
    const before = await client.organisation.findUnique({ where: { id } });
    if (!before) return null;
    const data = {
      ...texts,
      ...(details && { details: jsonOf(details) }),
      ...(closedOn !== undefined && { closedOn: closedOn && toDate(closedOn) }),
      searchText: searchTextOf({ ...before, ...texts }),
    };
    return client.organisation.update({ where: { id }, data });
  }).catch(nullWhenTaken);
  hubs.forget();
  return row && toOrganisation(row);
}

/** Shared with people and memberships: a taken name is an answer, not a fault. */
export function nullWhenTaken(error: unknown): null {
  if (isTaken(error)) return null;
  throw error;
}

export const searchTextOf = ({
  name,
  kana,
  nameEn,
  code,
}: Pick<OrganisationRow, 'name' | 'kana' | 'nameEn' | 'code'>) =>
  [name, kana, nameEn, code]
    .filter(text => text !== null)
    .map(foldName)
    .join('|');

const kindOf = z.enum(organisationKinds);
const detailsOf = z.record(z.string(), z.unknown());

/** Plain JSON, as the generated client's input wants it. */
const jsonOf = (details: Readonly<Record<string, unknown>>) => JSON.parse(JSON.stringify(details));

export const toOrganisation = ({
  id,
  kind,
  name,
  kana,
  nameEn,
  code,
  municipality,
  details,
  closedOn,
}: OrganisationRow) => ({
  id,
  kind: kindOf.parse(kind),
  name,
  kana,
  nameEn,
  code,
  municipality,
  details: detailsOf.parse(details),
  closedOn: closedOn && toDay(closedOn),
});
