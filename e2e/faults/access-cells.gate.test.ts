import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, root, startProduct } from '../product/product.ts';
import { canaries, canaryCase, canaryText } from './canary-case.ts';
import { minimalBody, type Schema } from './minimal-body.ts';
import { expectedColumn, expectedRights, shareable, sightless } from './people-table.ts';
import { type Member, type PeopleWorld, peopleWorld } from './people-world.ts';

let product: Product;
let world: PeopleWorld;
let caseId = '';
const missing = '00000000-0000-4000-8000-000000000000';
let cells = 0;

beforeAll(async () => {
  product = await startProduct();
  world = await peopleWorld(product);
  caseId = await canaryCase(world);
});
afterAll(async () => {
  console.log(`${cells} cells of access asked`);
  await product?.remove();
});

/** The table of commands by hand, which stands beside the unit tests and is used by nothing else. */
function readTable(): { columns: string[]; rows: Map<string, string[]> } {
  const source = readFileSync(join(root, 'packages/access/src/testing/command-table.ts'), 'utf8');
  const columns = [...(/commandColumns = \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)];
  const lines = (/commandTable = `([^`]*)`/.exec(source)?.[1] ?? '').trim().split('\n');
  const rows = lines.map(line => line.trim().split(/\s+/)).map(([type = '', ...marks]) => [type, marks] as const);
  return { columns: columns.map(match => match[1] ?? ''), rows: new Map(rows) };
}

const withoutRequestId = (text: string) => text.replace(/"requestId":"[^"]*"/, '"requestId":""');
const inAll = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>) => {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
};
const nameOf = ({ relation, role }: Member) => `${relation.name} ${role}`;

type Raw = { status: number; text: string };
const raw = async ({ client }: Member, path: string, init: RequestInit = {}): Promise<Raw> => {
  const headers = { cookie: client.cookie, 'content-type': 'application/json', ...init.headers };
  const answer = await fetch(`${client.url}/api/v1${path}`, { ...init, headers });
  return { status: answer.status, text: withoutRequestId(await answer.text()) };
};

describe('every command × role × relation', () => {
  it('is allowed, refused or unknown as the table by hand says', async () => {
    const { columns, rows } = readTable();
    const pathway = await world
      .member('lead', 'doctor')
      .get<{ events: { type: string; schema: Schema }[] }>('/pathway');
    const wrong: string[] = [];
    const sendable = pathway.body.events.filter(({ type }) => rows.get(type)?.some(mark => mark !== '-'));
    expect(sendable.length).toBe([...rows.values()].filter(marks => marks.some(mark => mark !== '-')).length);
    const ask = async (member: Member, isWaiving: boolean) => {
      for (const { type, schema } of sendable) {
        const column = expectedColumn(member.role, member.relation);
        const mark = rows.get(type)?.[columns.indexOf(member.role)] ?? '-';
        const isAllowed = column !== null && mark.includes(column) && (!mark.includes('w') || isWaiving);
        const expected = column === null ? 404 : isAllowed ? 409 : 403;
        // A version that no case has: what is allowed is a conflict, and nothing changes between two questions.
        const body = minimalBody(schema) as Record<string, unknown>;
        const { status } = await member.client.send(caseId, 999_999, body);
        cells += 1;
        if (status !== expected) wrong.push(`${nameOf(member)} ${type}: ${status}, not ${expected}`);
      }
    };
    // One category of consent is like another to a command.
    const once = world.members.filter(({ relation }) => !/^partner-(?!all|plan)/.test(relation.name));
    await inAll(once, member => ask(member, false));
    await inAll(world.waiving, member => ask(member, true));
    expect(wrong).toEqual([]);
  });

  it('is refused to somebody whose membership ended, like to nobody', async () => {
    expect((await world.formerMember.get('/me')).status).toBe(401);
    expect((await world.formerMember.send(caseId, '*', { type: 'note.added', note: 'x' })).status).toBe(401);
  });
});

type View = {
  facts: Record<string, Record<string, unknown>>;
  tracks: Record<string, string>;
  step: string | null;
  adult: string;
  deadlines: { kind: string }[];
  class: string;
  people: { orgs: Record<string, string> };
};
type Entry = { seq: number; type: string; by: { name: string | null; org: string | null } };

/** Everything one person is told of the case over HTTP, as text. */
async function everythingOf(member: Member) {
  const view = await raw(member, `/cases/${caseId}`);
  const history = await raw(member, `/cases/${caseId}/events?limit=500`);
  const transitions = await raw(member, `/cases/${caseId}/transitions`);
  const board = await raw(member, '/board');
  const sync = await raw(member, '/board/sync', { method: 'POST', body: JSON.stringify({ have: {} }) });
  const search = await raw(member, `/search?q=${encodeURIComponent(canaries.name)}`);
  const conflict = await raw(member, `/cases/${caseId}/events`, {
    method: 'POST',
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' },
    body: JSON.stringify({ type: 'candidate.answered', candidateId: 't-2', answer: 'declined' }),
  });
  return { view, history, transitions, board, sync, search, conflict };
}

describe('every read × role × relation × category of consent', () => {
  it('tells what the table by hand names, and not a word of the rest', async () => {
    const wrong: string[] = [];
    const { kindsByType } = await kinds();
    await inAll(world.members, async member => {
      const told = await everythingOf(member);
      const say = (what: string) => wrong.push(`${nameOf(member)}: ${what}`);
      const isUnknown = expectedColumn(member.role, member.relation) === null;
      cells += 7;
      if (isUnknown) {
        for (const part of ['view', 'history', 'transitions', 'conflict'] as const)
          if (told[part].status !== 404) say(`${part} ${told[part].status}`);
        if (/canary|カナリヤ|かなりや|2011-03-07/i.test(JSON.stringify(told))) say('a canary');
        const expected = (sightless as readonly string[]).includes(member.role) ? 403 : 200;
        for (const part of ['board', 'sync', 'search'] as const)
          if (told[part].status !== expected) say(`${part} ${told[part].status}`);
        if (JSON.stringify(told).includes(caseId)) say('the id of a case it does not see');
        return;
      }
      for (const fault of [...wordFaults(member, told), ...shapeFaults(member, told, kindsByType)]) say(fault);
    });
    expect(wrong).toEqual([]);
  });
});

type Told = Awaited<ReturnType<typeof everythingOf>>;

const kinds = async () => {
  const { body } = await world
    .member('lead', 'doctor')
    .get<{ events: { type: string; category: string }[] }>('/pathway');
  return { kindsByType: new Map(body.events.map(({ type, category }) => [type, category])) };
};

/** Canary words that are told and should not be, or should and are not. */
function wordFaults(member: Member, told: Told): string[] {
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
    [canaries.deviceModel, skills !== undefined],
    [canaries.schemeOwner, rights.get('money') === 'R' || rights.get('money') === 'S'],
  ];
  cells += expected.length;
  return expected
    .filter(([word, isTold]) => everything.includes(word) !== isTold)
    .map(([word, isTold]) => `${word} is ${isTold ? 'not ' : ''}told`);
}

/** What the shape of an answer tells beside its words: the way, its dates, kinds of entries, other organisations. */
function shapeFaults(member: Member, told: Told, kindsByType: ReadonlyMap<string, string>): string[] {
  const rights = expectedRights(member.role, member.relation);
  const ownOrg = world.orgs.get(member.relation.name) ?? '';
  const view = JSON.parse(told.view.text) as View;
  const { events } = JSON.parse(told.history.text) as { events: Entry[] };
  const readsPlan = rights.get('plan') === 'R';
  const faults: string[] = [];
  const check = (isRight: boolean, what: string) => {
    cells += 1;
    if (!isRight) faults.push(what);
  };
  check(Object.keys(view.tracks).length > 0 === readsPlan, 'tracks');
  check((view.adult !== '') === readsPlan, 'adult');
  check(readsPlan || view.step === null, 'step');
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
    const isKnown = rights.has(kindsByType.get(type) ?? '') || by.org?.includes(`試験 ${member.relation.name}`);
    check(type === 'hidden' ? by.name === null && by.org === null : Boolean(isKnown), `entry ${seq} ${type}`);
  }
  if (member.relation.stands === 'numberOnly')
    check(
      Object.keys(view.people.orgs).every(org => org === 'org-kodomo' || org === ownOrg),
      'organisations of others',
    );
  const moves = JSON.parse(told.transitions.text) as unknown[];
  check(readsPlan || moves.length === 0, 'moves');
  return faults;
}

describe('a case that one may not see', () => {
  it('answers byte for byte like one that does not exist, to everyone and on every route', async () => {
    const strangers = world.members.filter(({ role, relation }) => expectedColumn(role, relation) === null);
    const event = JSON.stringify({ type: 'note.added', note: 'x' });
    const post = () => ({
      method: 'POST',
      headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '*' },
      body: event,
    });
    for (const member of strangers)
      for (const [path, init] of [
        ['', () => ({})],
        ['/events', () => ({})],
        ['/events?after=0&limit=5', () => ({})],
        ['/transitions', () => ({})],
        ['/events', post],
      ] as const) {
        const there = await raw(member, `/cases/${caseId}${path}`, init());
        const nowhere = await raw(member, `/cases/${missing}${path}`, init());
        cells += 1;
        expect(there, `${nameOf(member)} ${path}`).toEqual(nowhere);
        expect(there.status).toBe(404);
      }
  });

  it('takes no longer to be refused than one that does not exist', async () => {
    const stranger = world.members.find(({ relation }) => relation.name === 'stranger') as Member;
    const times = { there: [] as number[], nowhere: [] as number[] };
    for (let turn = 0; turn < 150; turn++)
      for (const [which, id] of [
        ['there', caseId],
        ['nowhere', missing],
      ] as const) {
        const began = performance.now();
        await raw(stranger, `/cases/${id}`);
        times[which].push(performance.now() - began);
      }
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const difference = median(times.there) - median(times.nowhere);
    console.log(`a hidden case takes ${difference.toFixed(2)} ms longer than none`);
    expect(Math.abs(difference)).toBeLessThan(3);
  });
});
