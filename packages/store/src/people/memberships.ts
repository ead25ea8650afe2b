import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { standsDown } from '@kaerimichi/access';
import type { Clock } from '@kaerimichi/casework';
import { type Day, type MembershipFlag, type RoleId, roleId, tokyoDay } from '@kaerimichi/discharge';
import { type Prisma, toDate, toDay } from '../administration/prisma.ts';
import type { Database, Statement } from '../database.ts';
import type { Membership as MembershipRow, Organisation as OrganisationRow } from '../generated/prisma/client.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { knownFlags } from '../sessions/signed-in.ts';
import { type Administered, changeUnlessLast, type LAST_ADMINISTRATOR } from './administrators.ts';
import { type NamedMember, type NamedWish, namedMembers } from './named-members.ts';

export type Membership = {
  readonly id: string;
  readonly person: string;
  readonly org: { readonly id: string; readonly kind: string; readonly name: string };
  readonly role: RoleId;
  readonly flags: readonly MembershipFlag[];
  readonly fromOn: Day;
  /** Last day; null: open. */
  readonly untilOn: Day | null;
};

export type NewMembership = {
  readonly id?: string;
  readonly person: string;
  readonly org: string;
  readonly role: RoleId;
  readonly flags?: readonly MembershipFlag[];
  readonly fromOn: Day;
  readonly untilOn?: Day | null;
};
/** What a membership gives, and when. */
export type MembershipTerms = Pick<Membership, 'role' | 'flags' | 'fromOn' | 'untilOn'>;
export type MembershipChanges = Partial<MembershipTerms>;
export const CHANGED_MEANWHILE = 'changedMeanwhile';

export type Memberships = {
  create(membership: NewMembership): Promise<Membership>;
  find(id: string): Promise<Membership | null>;
  /** All of a person or of an organisation, past and future ones included; guardians are of no organisation. */
  list(of: { person: string } | { org: string }): Promise<Membership[]>;
  /** Ids of organisations that have or had anybody. */
  peopled(): Promise<ReadonlySet<string>>;
  /** Raises the epoch of the person's sessions: what they may do is asked afresh, and nothing is written until then. */
  update(id: string, changes: MembershipChanges): Promise<Membership | null>;
  /** The same, unless the organisation has no administrator afterwards, or the membership is not any more as it was. */
  updateUnlessLast(
    id: string,
    changes: MembershipChanges & { readonly was?: MembershipTerms },
    administered: Administered,
  ): Promise<Membership | typeof LAST_ADMINISTRATOR | typeof CHANGED_MEANWHILE | null>;
  /** By id: who of some organisations can be named as an owner, and those among `known` who were. */
  named(wish: NamedWish): Promise<Record<string, NamedMember>>;
};

export type MembershipPorts = { prisma: Prisma; database: Database; sessions: Sessions; clock: Clock };

export function memberships(ports: MembershipPorts): Memberships {
  const { prisma, database } = ports;
  return {
    create: membership => createMembership(prisma, membership),
    async find(id) {
      const [row] = await database.rows<FoundRow>(findText, [id]);
      return row ? fromRow(row) : null;
    },
    async list(of) {
      const [text, id] = 'person' in of ? [listByPersonText, of.person] : [listByOrgText, of.org];
      return (await database.rows<FoundRow>(text, [id])).map(fromRow);
    },
    async peopled() {
      return new Set((await database.rows<{ id: string }>(peopledText, [])).map(({ id }) => id));
    },
    async update(id, changes) {
      const changed = await updateMembership(ports, { id, changes });
      return typeof changed === 'string' ? null : changed;
    },
    updateUnlessLast: (id, { was, ...changes }, administered) =>
      updateMembership(ports, { id, changes, administered, ...(was && { was }) }),
    named: wish => namedMembers(database, wish),
  };
}

type FoundRow = {
  id: string;
  person: string;
  org_id: string;
  kind: string;
  name: string;
  role: string;
  flags: string[];
  from_on: Day;
  until_on: Day | null;
};

/** Not through the generated client: every sign-in asks this. */
const FOUND = `SELECT m.id, m.person_id AS person, m.org_id, o.kind, o.name, m.role, m.flags, m.from_on, m.until_on
  FROM membership m JOIN organisation o ON o.id = m.org_id`;
const findText: Statement = { name: 'find-membership', text: `${FOUND} WHERE m.id = $1` };
const listByPersonText: Statement = {
  name: 'memberships-of-person',
  text: `${FOUND} WHERE m.person_id = $1 ORDER BY m.from_on, m.id`,
};
const listByOrgText: Statement = {
  name: 'memberships-of-org',
  text: `${FOUND} WHERE m.org_id = $1 AND m.role NOT IN ('family', 'display') ORDER BY m.from_on, m.id`,
};
/** A look into the index per organisation, however many people there are. */
const peopledText: Statement = {
  text: 'SELECT o.id FROM organisation o WHERE EXISTS (SELECT FROM membership m WHERE m.org_id = o.id)',
};

const fromRow = (row: FoundRow): Membership => ({
  id: row.id,
  person: row.person,
  org: { id: row.org_id, kind: row.kind, name: row.name },
  role: roleId.parse(row.role),
  flags: knownFlags(row.flags),
  fromOn: row.from_on,
  untilOn: row.until_on,
});

const withOrg = { organisation: true } as const;

async function createMembership(prisma: Prisma, wish: NewMembership): Promise<Membership> {
  const { id = randomUUID(), person: personId, org: orgId, role, flags = [], fromOn, untilOn = null } = wish;
  const dates = { fromOn: toDate(fromOn), untilOn: untilOn && toDate(untilOn) };
  const data = { id, personId, orgId, role, flags: [...flags], ...dates };
  return toMembership(await prisma(client => client.membership.create({ data, include: withOrg })));
}

type Update = {
  readonly id: string;
  readonly changes: MembershipChanges;
  readonly administered?: Administered;
  readonly was?: MembershipTerms;
};

async function updateMembership(ports: MembershipPorts, { id, changes, administered, was }: Update) {
  const { prisma, sessions, clock } = ports;
  const now = clock.now();
  const row = await changeUnlessLast(prisma, administered, async client => {
    const found = await client.membership.findUnique({ where: { id }, include: withOrg });
    if (!found) return null;
    const before = toMembership(found);
    if (was && !isDeepStrictEqual(termsOf(before), termsOf(was))) return CHANGED_MEANWHILE;
    const isStandingDown = standsDown(before, { ...before, ...changes }, tokyoDay(now));
    const data = { ...columnsOf(changes), ...(isStandingDown && { stoodDownAt: new Date(now) }) };
    const { count } = await client.membership.updateMany({ where: { id }, data });
    return count === 0 ? null : client.membership.findUnique({ where: { id }, include: withOrg });
  });
  if (!row || typeof row === 'string') return row;
  await sessions.changed(row.personId);
  return toMembership(row);
}

/** The terms of a membership without what it is of. */
export const termsOf = ({ role, flags, fromOn, untilOn }: MembershipTerms) => ({
  role,
  flags: [...flags],
  fromOn,
  untilOn,
});

const columnsOf = ({ role, flags, fromOn, untilOn }: MembershipChanges) => ({
  ...(role && { role }),
  ...(flags && { flags: [...flags] }),
  ...(fromOn && { fromOn: toDate(fromOn) }),
  ...(untilOn !== undefined && { untilOn: untilOn && toDate(untilOn) }),
});

const toMembership = (row: MembershipRow & { organisation: OrganisationRow }): Membership => ({
  id: row.id,
  person: row.personId,
  org: { id: row.orgId, kind: row.organisation.kind, name: row.organisation.name },
  role: roleId.parse(row.role),
  flags: knownFlags(row.flags),
  fromOn: toDay(row.fromOn),
  untilOn: row.untilOn && toDay(row.untilOn),
});
