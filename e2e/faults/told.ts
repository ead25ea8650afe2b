import type { Client } from '../product/client.ts';
import { canaries, canaryText } from './canary-case.ts';
import { enquiryFaults } from './enquiry-faults.ts';
import { expectedRights, shareable } from './people-table.ts';
import type { Member, PeopleWorld } from './people-world.ts';

const withoutRequestId = (text: string) => text.replace(/"requestId":"[^"]*"/, '"requestId":""');
export const nameOf = ({ relation, role }: Member) => `${relation.name} ${role}`;

type Raw = { status: number; text: string };
/** One answer as it came, but for the number of the request. */
export const raw = async ({ client }: Member, path: string, init: RequestInit = {}): Promise<Raw> => {
  const headers = { cookie: client.cookie, 'content-type': 'application/json', ...init.headers };
  const answer = await fetch(`${client.url}/api/v1${path}`, { ...init, headers });
  return { status: answer.status, text: withoutRequestId(await answer.text()) };
};

type View = {
  facts: Record<string, Record<string, unknown>>;
  tracks: Record<string, string>;
  step: string | null;
  adult: string;
  deadlines: { kind: string }[];
  class: string;
  people: { orgs: Record<string, string>; members: Record<string, { org: string }> };
};
type Entry = { seq: number; type: string; by: { name: string | null; org: string | null } };

/** Everything one person is told of the case over HTTP, as text. */
export async function everythingOf(member: Member, caseId: string) {
  const view = await raw(member, `/cases/${caseId}`);
  const history = await raw(member, `/cases/${caseId}/events?limit=500`);
  const transitions = await raw(member, `/cases/${caseId}/transitions`);
  const source = await raw(member, `/cases/${caseId}/source`);
  const board = await raw(member, '/board');
  const sync = await raw(member, '/board/sync', { method: 'POST', body: JSON.stringify({ have: {} }) });
  const search = await raw(member, `/search?q=${encodeURIComponent(canaries.name)}`);
  const tasks = await raw(member, '/tasks');
  const conflict = await raw(member, `/cases/${caseId}/events`, {
    method: 'POST',
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' },
    body: JSON.stringify({ type: 'candidate.answered', candidateId: 't-2', answer: 'declined' }),
  });
  return { view, history, transitions, source, board, sync, search, tasks, conflict };
}

/** The category of every kind of entry, as it is published. */
export async function readKinds(client: Client): Promise<ReadonlyMap<string, string>> {
  const { body } = await client.get<{ events: { type: string; category: string }[] }>('/pathway');
  return new Map(body.events.map(({ type, category }) => [type, category]));
}

export type Told = Awaited<ReturnType<typeof everythingOf>>;

/** Canary words that are told and should not be, or should and are not. */
export function wordFaults(member: Member, told: Told): string[] {
  const rights = expectedRights(member.role, member.relation);
  const everything = JSON.stringify(told);
  const skills = rights.get('skills');
  const expected: [word: string, isTold: boolean][] = [
    // No entry of the case holds a picture.
    ...shareable
      .filter(category => category !== 'images')
      .map(category => [canaryText(category), rights.get(category) === 'R'] as [string, boolean]),
    [canaries.name, rights.has('contacts')],
    [canaries.kana, rights.has('contacts')],
    [canaries.hospitalNumber, rights.get('contacts') === 'R'],
    [canaries.bornOn, rights.get('contacts') === 'R'],
    [canaries.caregiver, skills === 'R'],
    [canaries.deviceModel, skills === 'R'],
    [canaries.fileGuardian, rights.get('contacts') === 'R'],
    [canaries.fileAllergy, rights.get('clinical') === 'R'],
    [canaries.fileDevice, skills === 'R' || skills === 'S'],
    [canaries.fileDeviceNote, skills === 'R'],
    [canaries.schemeUntil, rights.get('money') === 'R' || rights.get('money') === 'S'],
  ];
  return expected
    .filter(([word, isTold]) => everything.includes(word) !== isTold)
    .map(([word, isTold]) => `${word} is ${isTold ? 'not ' : ''}told`);
}

const kindsOfTasks = ({ tasks }: Told): string[] =>
  (JSON.parse(tasks.text) as { tasks?: { kind: string }[] }).tasks?.map(({ kind }) => kind) ?? [];

/** What the shape of an answer tells beside its words: the way, its dates, kinds of entries, other organisations. */
export function shapeFaults(
  { world, kindsByType }: { world: PeopleWorld; kindsByType: ReadonlyMap<string, string> },
  member: Member,
  told: Told,
): string[] {
  const rights = expectedRights(member.role, member.relation);
  const ownOrg = world.orgs.get(member.relation.name) ?? '';
  const view = JSON.parse(told.view.text) as View;
  const { events } = JSON.parse(told.history.text) as { events: Entry[] };
  const readsPlan = rights.get('plan') === 'R';
  const faults: string[] = [];
  const check = (isRight: boolean, what: string) => {
    if (!isRight) faults.push(what);
  };
  check(Object.keys(view.tracks).length > 0 === readsPlan, 'tracks');
  check((view.adult !== '') === readsPlan, 'adult');
  const namedOrgs = new Set(Object.values(view.people.members).map(({ org }) => org));
  check(namedOrgs.has('org-kodomo') === readsPlan, 'people who may own');
  const outside = ['declined', 'stranger'].some(name => namedOrgs.has(world.orgs.get(name) ?? ''));
  check(!outside && (readsPlan || namedOrgs.size === 0), 'people of others');
  check(readsPlan || view.step === null, 'step');
  check(readsPlan || kindsOfTasks(told).every(kind => kind === 'turn' || kind === 'enquiry'), 'tasks of the plan');
  check(readsPlan || view.deadlines.length === 0, 'deadlines');
  for (const [kind, category] of [
    ['lapse.consent', 'family'],
    ['lapse.skill', 'skills'],
    ['lapse.entitlement', 'money'],
    ['adult12', 'contacts'],
    ['adult15', 'contacts'],
  ] as const)
    check(rights.get(category) === 'R' || !view.deadlines.some(row => row.kind === kind), `deadline ${kind}`);
  const ownPlan = ['team', 'handoffs'];
  for (const [category, facts] of Object.entries(view.facts))
    check(rights.has(category) || Object.keys(facts).every(fact => ownPlan.includes(fact)), `facts of ${category}`);
  for (const { seq, type, by } of events) {
    const letter = rights.get(kindsByType.get(type) ?? '');
    const isKnown = letter === 'R' || letter === 'S' || by.org === `試験 ${member.relation.name}`;
    check(type === 'hidden' ? by.name === null && by.org === null : isKnown, `entry ${seq} ${type}`);
  }
  if (member.relation.stands === 'numberOnly')
    check(
      Object.keys(view.people.orgs).every(org => org === 'org-kodomo' || org === ownOrg),
      'organisations of others',
    );
  faults.push(...enquiryFaults(member, told));
  const moves = JSON.parse(told.transitions.text) as unknown[];
  check(readsPlan || moves.length === 0, 'moves');
  return faults;
}
