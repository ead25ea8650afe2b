import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Entry = {
  seq: number;
  type: string;
  at: string | null;
  body: Record<string, unknown> | null;
  texts: { note?: string; reason?: string } | null;
  corrected: boolean;
  revisable: boolean;
  called: boolean;
  correctable: boolean;
};
type Task = { caseId: string; kind: string; ref: string; fix: { route: string }; key?: string };
type Reader = { id: string; reads: string[]; isOwn: boolean };

/** Where a body is at fault first. */
const issueAt = ({ json }: { readonly json: Record<string, unknown> }) =>
  (json.issues as { path: string }[] | undefined)?.[0]?.path;

let api: TestApi;
let tokens: Record<string, string> = {};
let child = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const send = (name: string, body: object, match = '*') =>
  ask(name, `/cases/${child}/events`, 'POST', body, { 'idempotency-key': randomUUID(), 'if-match': match });

/** The seq of what was accepted. */
async function must(name: string, body: Readonly<Record<string, unknown>>): Promise<number> {
  const { json } = await ask('nurse', `/cases/${child}`);
  const sent = await send(name, body, `"${json.version}"`);
  expect([body.type, sent.status, sent.json]).toEqual([body.type, 200, expect.anything()]);
  return Number(sent.json.version);
}

async function historyOf(name: string): Promise<{ entries: Entry[]; text: string }> {
  const { status, json } = await ask(name, `/cases/${child}/events?limit=500`);
  expect([name, status]).toEqual([name, 200]);
  return { entries: json.events as Entry[], text: JSON.stringify(json) };
}
const entryOf = async (name: string, seq: number) => (await historyOf(name)).entries.find(entry => entry.seq === seq);
const callsOf = async (name: string) => {
  const { json } = await ask(name, '/tasks');
  return (json.tasks as Task[]).filter(({ kind, caseId }) => kind === 'mention' && caseId === child);
};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    {
      hospital: ['childrensHospital', 'こども病院'],
      station: ['visitingNursingStation', 'のぞみ'],
      city: ['municipality', '市'],
      other: ['visitingNursingStation', 'よその'],
    },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
      health: ['city', 'publicHealthNurse'],
      stranger: ['other', 'visitingNurse'],
    },
  );
  const made = await ask(
    'nurse',
    '/cases',
    'POST',
    { lead: 'hospital', familyName: '青木', bornOn: '2024-03-07', reason: 'x', origin: 'ward' },
    { 'idempotency-key': randomUUID() },
  );
  child = String(made.json.id);
  const roles = { station: 'visitingNurse', city: 'publicHealthNurse' } as const;
  for (const [organisation, asked] of Object.entries(roles)) {
    const who = organisation === 'station' ? 'visitor' : 'health';
    const candidateId = `t-${organisation}`;
    await must('nurse', { type: 'candidate.asked', candidateId, function: asked, organisation });
    await must(who, { type: 'candidate.answered', candidateId, answer: 'accepted' });
    await must('nurse', {
      ...{ type: 'consent.recorded', consentId: `c-${organisation}`, scope: 'recipient', recipient: organisation },
      ...{ categories: ['contacts', 'plan'], purpose: 'care', from: '2026-12-01', method: 'paper' },
      givers: [{ relation: 'mother', authority: 'parental' }],
    });
  }
});
afterAll(() => api.stop());

/** Who reads a word anywhere: in history, tasks, board or the case itself. */
async function readersOf(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of ['nurse', 'ward', 'visitor', 'health']) {
    const answers = await Promise.all(
      [`/cases/${child}/events?limit=500`, `/cases/${child}`, '/tasks', '/board', `/cases/${child}/handoffs`].map(
        path => ask(name, path),
      ),
    );
    if (JSON.stringify(answers.map(({ json }) => json)).includes(word)) found.push(name);
  }
  return found;
}

describe('who reads a note', () => {
  it('is what it says of itself: everybody, the own organisation, or hospitals and visiting nurses', async () => {
    await must('nurse', { type: 'note.added', note: 'canary-all' });
    await must('nurse', { type: 'note.addressed', visibility: 'ownHouse', note: 'canary-house' });
    await must('nurse', { type: 'note.addressed', visibility: 'hospitalAndStation', note: 'canary-care' });
    await must('visitor', { type: 'note.addressed', visibility: 'ownHouse', note: 'canary-station' });
    expect(await readersOf('canary-all')).toEqual(['nurse', 'ward', 'visitor', 'health']);
    expect(await readersOf('canary-house')).toEqual(['nurse', 'ward']);
    expect(await readersOf('canary-care')).toEqual(['nurse', 'ward', 'visitor']);
    expect(await readersOf('canary-station')).toEqual(['visitor']);
  });

  it('shows to others that something was written, never what, when or by whom', async () => {
    const seq = await must('nurse', { type: 'note.addressed', visibility: 'ownHouse', note: 'canary-quiet' });
    const hidden = (await historyOf('health')).entries.findLast(entry => entry.seq >= seq);
    expect(hidden).toMatchObject({ type: 'hidden', at: null, body: null, texts: null, by: { name: null, org: null } });
    const conflict = await send('health', { type: 'note.added', note: 'x' }, `"${seq - 1}"`);
    expect(conflict.json.events).toEqual([{ seq, type: 'hidden' }]);
  });
});

describe('a new version of a note', () => {
  it('is its writer’s alone, keeps the old one, and takes what was written for too many back from them', async () => {
    const seq = await must('nurse', { type: 'note.added', note: 'canary-first' });
    expect(await entryOf('nurse', seq)).toMatchObject({ revisable: true });
    expect(await entryOf('ward', seq)).toMatchObject({ revisable: false });
    const version = { type: 'note.revised', seq, visibility: 'ownHouse', note: 'canary-second' };
    expect((await send('ward', version)).status).toBe(403);
    const second = await must('nurse', version);
    expect(await readersOf('canary-first')).toEqual(['nurse', 'ward']);
    expect(await readersOf('canary-second')).toEqual(['nurse', 'ward']);
    expect(await entryOf('ward', second)).toMatchObject({ body: { seq, visibility: 'ownHouse' }, correctable: false });
    // Wider again: what was for few before stays for few.
    await must('nurse', { ...version, visibility: 'wholeTeam', note: 'canary-third' });
    expect(await readersOf('canary-third')).toEqual(['nurse', 'ward', 'visitor', 'health']);
    expect(await readersOf('canary-second')).toEqual(['nurse', 'ward']);
  });

  it('is refused of what is no note, or was struck out; what is struck out stays with the reason', async () => {
    const seq = await must('nurse', { type: 'note.added', note: 'struck' });
    await must('nurse', { type: 'entry.corrected', seq, reason: '書きまちがい' });
    const { entries } = await historyOf('nurse');
    expect(entries.find(entry => entry.seq === seq)).toMatchObject({
      corrected: true,
      revisable: false,
      texts: { note: 'struck' },
    });
    expect(entries.at(-1)).toMatchObject({ type: 'entry.corrected', texts: { reason: '書きまちがい' } });
    for (const about of [seq, 1, 9999]) {
      const refused = await send('nurse', { type: 'note.revised', seq: about, visibility: 'wholeTeam', note: 'x' });
      expect([about, refused.status, issueAt(refused)]).toEqual([about, 400, 'seq']);
    }
  });
});

describe('a call', () => {
  it('is offered of those who could read the note', async () => {
    const { json } = await ask('nurse', `/cases/${child}/readers`);
    const readers = new Map((json.readers as Reader[]).map(reader => [reader.id, reader]));
    expect([...readers.keys()].sort()).toEqual(['health-city', 'visitor-station', 'ward-hospital']);
    expect(readers.get('ward-hospital')).toMatchObject({
      isOwn: true,
      reads: ['wholeTeam', 'ownHouse', 'hospitalAndStation'],
    });
    expect(readers.get('visitor-station')?.reads).toEqual(['wholeTeam', 'hospitalAndStation']);
    expect(readers.get('health-city')?.reads).toEqual(['wholeTeam']);
    expect((await ask('stranger', `/cases/${child}/readers`)).status).toBe(404);
  });

  it('of somebody who could not read the note is refused at its place', async () => {
    const call = (visibility: string, ...mentions: string[]) =>
      send('nurse', { type: 'note.addressed', visibility, note: 'x', mentions });
    for (const refused of [
      await call('ownHouse', 'ward-hospital', 'visitor-station'),
      await call('hospitalAndStation', 'ward-hospital', 'health-city'),
    ])
      expect([refused.status, issueAt(refused)]).toEqual([400, 'mentions.1']);
    const stranger = await send('nurse', { type: 'note.added', note: 'x', mentions: ['stranger-other'] });
    expect([stranger.status, issueAt(stranger)]).toEqual([400, 'mentions.0']);
  });

  it('is a task of the one who is called until they look or write', async () => {
    const seq = await must('nurse', {
      type: 'note.added',
      note: 'call',
      mentions: ['visitor-station', 'ward-hospital'],
    });
    expect(await callsOf('visitor')).toEqual([
      expect.objectContaining({ ref: String(seq), fix: { route: `/cases/${child}?entry=${seq}` } }),
    ]);
    expect((await callsOf('visitor'))[0]).not.toHaveProperty('key');
    expect(await callsOf('health')).toEqual([]);
    expect(await entryOf('visitor', seq)).toMatchObject({
      called: true,
      body: { mentions: ['visitor-station', 'ward-hospital'] },
    });
    expect((await send('health', { type: 'mention.answered', seq })).status).toBe(409);
    await must('visitor', { type: 'mention.answered', seq });
    expect(await callsOf('visitor')).toEqual([]);
    expect(await entryOf('visitor', seq)).toMatchObject({ called: false });
    expect(await callsOf('ward')).toHaveLength(1);
    await must('ward', { type: 'note.added', note: '見ました' });
    expect(await callsOf('ward')).toEqual([]);
  });

  it('in a note that is not for everybody is told to no other', async () => {
    const seq = await must('nurse', {
      ...{ type: 'note.addressed', visibility: 'ownHouse', note: 'canary-call', mentions: ['ward-hospital'] },
    });
    await must('ward', { type: 'mention.answered', seq });
    for (const name of ['visitor', 'health']) {
      const { text } = await historyOf(name);
      expect(text).not.toContain('canary-call');
      const last = (await historyOf(name)).entries.at(-1);
      expect(last).toMatchObject({ type: 'hidden', body: null });
    }
  });
});

describe('who is on duty', () => {
  const roster = {
    bands: [{ id: 'night', name: '夜間', begins: '17:15', ends: '08:30' }],
    posts: [{ id: 'ward', name: '当直', telephone: '0450000201' }],
    weekly: [{ weekday: 2, band: 'night', post: 'ward' }],
    exceptions: [
      { on: '2026-11-22', band: 'night', post: null },
      { on: '2026-11-23', band: 'night', post: 'ward' },
    ],
  };
  const save = (name: string, body: object, key: string = randomUUID()) =>
    ask(name, '/duty', 'PUT', body, { 'idempotency-key': key });
  const dutyOf = async (name: string) => (await ask(name, `/cases/${child}/duty`)).json;

  it('is kept by the people of an organisation, each over the version that they saw', async () => {
    expect((await ask('nurse', '/duty')).json).toEqual({
      roster: null,
      version: 0,
      changed: null,
      today: '2026-12-01',
    });
    const key = randomUUID();
    const first = await save('nurse', { roster, version: 0 }, key);
    // Days before last week are dropped: nobody looks at them any more.
    const kept = { ...roster, exceptions: roster.exceptions.slice(1) };
    expect(first).toMatchObject({ status: 200, json: { roster: kept, version: 1, changed: { by: 'nurse' } } });
    expect((await save('nurse', { roster, version: 0 }, key)).json).toEqual(first.json);
    expect(await save('ward', { roster, version: 0 })).toMatchObject({
      status: 409,
      json: { code: 'version-conflict' },
    });
    expect((await save('ward', { roster, version: 1 })).json).toMatchObject({ version: 2, changed: { by: 'ward' } });
    expect((await ask('visitor', '/duty')).json.roster).toBeNull();
    const wrong = { ...roster, weekly: [{ weekday: 2, band: 'x', post: 'y' }], posts: [] };
    const { status, json } = await save('nurse', { roster: wrong, version: 2 });
    const paths = (json.issues as { path: string }[]).map(({ path }) => path);
    expect([status, paths.sort()]).toEqual([
      400,
      ['exceptions.1.post', 'weekly.0.band', 'weekly.0.post'].map(path => `roster.${path}`),
    ]);
  });

  it('is told with a case to whoever reads its contacts, of those who take part, its gaps among it', async () => {
    const tonight = { on: '2026-12-01', band: '夜間', begins: '17:15', ends: '08:30', isNow: false };
    const shifts = [
      { ...tonight, post: { name: '当直', telephone: '0450000201' } },
      { ...tonight, on: '2026-12-02', post: null },
    ];
    const own = { orgs: [{ org: 'hospital', name: 'こども病院', shifts }], isOwnMissing: false, today: '2026-12-01' };
    expect(await dutyOf('nurse')).toEqual(own);
    expect(await dutyOf('visitor')).toEqual({ ...own, isOwnMissing: true });
    await save('visitor', { roster: { ...roster, weekly: [] }, version: 0 });
    const orgs = (await dutyOf('health')).orgs as { org: string }[];
    expect(orgs.map(({ org }) => org)).toEqual(['hospital', 'station']);
    expect(await ask('stranger', `/cases/${child}/duty`)).toMatchObject({ status: 404 });
  });
});
