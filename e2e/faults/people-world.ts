import { createHash } from 'node:crypto';
import { Client as Database } from 'pg';
import { type Client, clientWith, signIn } from '../product/client.ts';
import type { Product } from '../product/product.ts';
import { relations as allRelations, everyRole, type Relation } from './people-table.ts';

export type Member = { readonly role: string; readonly relation: Relation; readonly client: Client };
export type PeopleWorld = {
  readonly members: readonly Member[];
  readonly orgs: ReadonlyMap<string, string>;
  member(relation: string, role: string): Client;
  /** Somebody of the lead whose membership ended yesterday. */
  readonly formerMember: Client;
  readonly waiving: readonly Member[];
  /** One privacy officer of every role in every organisation. */
  readonly officers: readonly Member[];
};

/**
 * An organisation for every relation and in each one person of every role, signed in. Organisations by the program, so
 * that it knows its hubs; people by hand, since no organisation may give every role.
 */
export async function peopleWorld(
  product: Product,
  relations: readonly Relation[] = allRelations,
): Promise<PeopleWorld> {
  const admin = await signIn(product.url, 'admin@demo');
  const orgs = new Map([['lead', 'org-kodomo']]);
  for (const { name, kind } of relations) {
    if (orgs.has(name)) continue;
    const made = await admin.post<{ id: string }>('/admin/organisations', { kind, name: `試験 ${name}` });
    orgs.set(name, made.body.id);
  }
  const database = new Database({ connectionString: product.connection() });
  await database.connect();
  const enter = async (id: string, org: string, member: { role: string; flags?: string[]; untilOn?: string }) => {
    return clientWith(product.url, await putMember(database, { id, org, ...member }));
  };
  try {
    const members: Member[] = [];
    for (const relation of relations)
      for (const role of everyRole) {
        const client = await enter(`${relation.name}-${role}`, orgs.get(relation.name) ?? '', { role });
        members.push({ role, relation, client });
      }
    const waiving: Member[] = [];
    for (const role of everyRole) {
      const client = await enter(`waiver-${role}`, 'org-kodomo', { role, flags: ['mayWaive', 'orgAdmin'] });
      waiving.push({ role, relation: relations[0] as Relation, client });
    }
    const officers: Member[] = [];
    for (const relation of relations)
      for (const role of everyRole) {
        const flags = ['privacyOfficer'];
        const client = await enter(`officer-${relation.name}-${role}`, orgs.get(relation.name) ?? '', { role, flags });
        officers.push({ role, relation, client });
      }
    const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    const formerMember = await enter('former', 'org-kodomo', { role: 'dischargeNurse', untilOn: yesterday });
    const member = (relation: string, role: string) => {
      const found = members.find(other => other.role === role && other.relation.name === relation);
      if (!found) throw new Error(`nobody is ${role} of ${relation}`);
      return found.client;
    };
    return { members, orgs, member, formerMember, waiving, officers };
  } finally {
    await database.end();
  }
}

export type NewMember = {
  readonly id: string;
  readonly org: string;
  readonly role: string;
  readonly flags?: string[];
  readonly fromOn?: string;
  readonly untilOn?: string;
  /** A second membership of the same person in the same role, in which nobody acts yet. */
  readonly besides?: { readonly id: string; readonly org: string; readonly untilOn?: string };
};

/** Somebody with a membership, both called by the id, signed in without a password; answers the cookie. */
export async function putMember(database: Database, member: NewMember): Promise<string> {
  const { id, org, role, flags = [], fromOn = '2020-01-01', untilOn, besides } = member;
  await database.query('INSERT INTO person (id, identifier, display_name) VALUES ($1, $1, $1)', [id]);
  const memberships = [{ id, org, fromOn, untilOn }, ...(besides ? [{ fromOn: '2020-01-01', ...besides }] : [])];
  for (const { id: membership, org: of, fromOn: first, untilOn: last } of memberships)
    await database.query(
      `INSERT INTO membership (id, person_id, org_id, role, flags, from_on, until_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [membership, id, of, role, flags, first, last ?? null],
    );
  const session = createHash('sha256').update(`token-${id}`).digest('hex');
  await database.query(
    `INSERT INTO session (id, person_id, membership_id, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, $2, now(), now(), now() + interval '10 hours')`,
    [session, id],
  );
  return `kaerimichi_session=token-${id}`;
}
