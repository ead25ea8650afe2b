import { Client as Database } from 'pg';
import { type Client, clientWith } from '../product/client.ts';
import type { Product } from '../product/product.ts';
import { canaries, canaryCase } from './canary-case.ts';
import { type Guardian, joinGuardians } from './matrix-guardians.ts';
import { larks, otherChild } from './other-child.ts';
import { everyRole, otherRelations, type Relation, relations } from './people-table.ts';
import { type Member, type NewMember, type PeopleWorld, peopleWorld, putMember } from './people-world.ts';
import type { Child } from './route-asks.ts';
import { twinLead } from './waiting-table.ts';
import { plantWaiting, type Waiting } from './waiting-world.ts';

export type MatrixWorld = PeopleWorld & {
  /** Routes that the program publishes, `GET /cases/{id}`. */
  readonly published: ReadonlySet<string>;
  readonly guardians: readonly Guardian[];
  readonly children: readonly [Child, Child];
  readonly waiting: Waiting;
  /** An administrator in a hub who founds organisations, and proposed one. */
  readonly founder: Member;
  /** By what is the matter with the membership, one person of every role of the lead. */
  readonly odd: Readonly<Record<OddMembership, readonly { readonly role: string; readonly client: Client }[]>>;
};

/** Memberships that do not hold today, and one of two in which somebody does not act. */
type OddMembership = 'future' | 'over' | 'elsewhere';

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Two children of one lead, and around them an organisation for every relation with one person of every role; and more. */
export async function matrixWorld(product: Product, more: readonly Relation[] = []): Promise<MatrixWorld> {
  const second = otherRelations.filter(({ name }) => name !== 'lead');
  const world = await peopleWorld(product, [...relations, ...second, twinLead, ...more]);
  const cases = [await canaryCase(world), await otherChild(world)] as const;
  const nurse = world.member('lead', 'dischargeNurse');
  const [one, other] = [await fileOf(nurse, cases[0]), await fileOf(nurse, cases[1])];
  const invitations = [await inviteTo(nurse, cases[0]), await inviteTo(nurse, cases[1])] as const;
  const [mine, others] = invitations;
  const children: MatrixWorld['children'] = [
    { ...one, ...mine, elsewhere: others.invited, words: canaries, relations, previewed: 'partner-skills' },
    { ...other, ...others, elsewhere: mine.invited, words: larks, relations: otherRelations, previewed: 'consent-two' },
  ];
  const published = await publishedRoutes(product);
  const guardians = await joinGuardians(world, children);
  const { founder, ...odd } = await putOddMembers(product, world);
  const waiting = await plantWaiting(world, children, founder.client);
  return { ...world, published, children, guardians, odd, founder, waiting };
}

/** Two invitations of which nobody made use: one that is open, and one that was withdrawn. */
async function inviteTo(nurse: Client, caseId: string) {
  const wish = { relation: 'father', categories: ['contacts'], decides: false };
  const invite = async () => (await nurse.post<{ id: string }>(`/cases/${caseId}/guardians`, wish)).body.id;
  const [invited, withdrawn] = [await invite(), await invite()];
  const init = { method: 'DELETE', headers: { cookie: nurse.cookie } };
  await fetch(`${nurse.url}/api/v1/cases/${caseId}/guardians/${withdrawn}`, init);
  return { invited, withdrawn };
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

async function publishedRoutes(product: Product): Promise<Set<string>> {
  const answer = await fetch(`${product.url}/api/v1/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    methods.filter(method => method in item).map(method => `${method.toUpperCase()} ${path}`),
  );
  return new Set(routes);
}

/** The case by its number, and the draft and file that it was made from. */
async function fileOf(nurse: Client, caseId: string) {
  const { body } = await nurse.get<{ no: string }>(`/cases/${caseId}`);
  const drafts = await nurse.get<{ drafts: { id: string; caseId: string | null }[] }>('/imports/drafts');
  const draft = drafts.body.drafts.find(one => one.caseId === caseId)?.id ?? '';
  const detail = await nurse.get<{ source: string }>(`/imports/drafts/${draft}`);
  return { caseId, no: body.no, draft, file: detail.body.source };
}

async function putOddMembers(
  product: Product,
  { orgs }: PeopleWorld,
): Promise<MatrixWorld['odd'] & Pick<MatrixWorld, 'founder'>> {
  const [lead = '', stranger = '', hub = ''] = ['lead', 'stranger', 'hub-with'].map(name => orgs.get(name));
  const database = new Database({ connectionString: product.connection() });
  await database.connect();
  const put = async (member: NewMember) => clientWith(product.url, await putMember(database, member));
  const odd: Record<OddMembership, { role: string; client: Client }[]> = { future: [], over: [], elsewhere: [] };
  try {
    for (const role of everyRole) {
      odd.future.push({ role, client: await put({ id: `future-${role}`, org: lead, role, fromOn: dayIn(3) }) });
      odd.over.push({ role, client: await put({ id: `over-${role}`, org: lead, role, untilOn: dayIn(-2) }) });
      const besides = { id: `besides-${role}`, org: lead };
      odd.elsewhere.push({ role, client: await put({ id: `elsewhere-${role}`, org: stranger, role, besides }) });
    }
    const client = await put({ id: 'founder', org: hub, role: 'admin', flags: ['orgAdmin'] });
    const relation = relations.find(({ name }) => name === 'hub-with') as Relation;
    return { ...odd, founder: { role: 'admin', relation, client } };
  } finally {
    await database.end();
  }
}

/** Whoever stands to a child in one of its relations, one person of every role in each. */
export const around = ({ members }: PeopleWorld, { relations: own }: Child): readonly Member[] =>
  members.filter(({ relation }) => own.some(({ name }) => name === relation.name));
