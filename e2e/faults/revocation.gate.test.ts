import { Client as Database } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { joinedGuardian } from './joined-guardian.ts';
import { shareable } from './people-table.ts';
import { putMember } from './people-world.ts';

/** Rights taken away of each kind, and the longest time until an open screen no longer has what they gave. */
const TIMES = Number(process.env.REVOCATIONS ?? 50);
const WITHIN_MS = 2_000;
/** Long enough for whatever was on its way. */
const SILENCE_MS = 700;
const STATION = 'org-nozomi';

let product: Product;
let nurse: Client;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  nurse = await signIn(product.url, 'dsn@demo');
  admin = await signIn(product.url, 'admin@demo');
});
afterAll(() => product?.remove());

type Frame = { readonly at: number; readonly name: string; readonly text: string };
type Listener = { readonly socket: Socket; readonly frames: Frame[] };

/** An open board that keeps every frame as it came. */
async function listen(cookie: string): Promise<Listener> {
  const socket = io(product.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  const frames: Frame[] = [];
  socket.onAny((name: string, ...told: unknown[]) =>
    frames.push({ at: performance.now(), name, text: JSON.stringify(told) }),
  );
  await socket.emitWithAck('board.watch');
  return { socket, frames };
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const times = <Item>(make: (at: number) => Promise<Item>) =>
  Promise.all(Array.from({ length: TIMES }, (_, at) => make(at)));
const inTurn = async <Item>(make: (at: number) => Promise<Item>) => {
  const made: Item[] = [];
  for (let at = 0; at < TIMES; at++) made.push(await make(at));
  return made;
};
const canary = (at: number) => `カナリヤ${at}番`;
const today = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

async function send(client: Client, caseId: string, event: Record<string, unknown>): Promise<void> {
  const { body } = await client.get<{ version: number }>(`/cases/${caseId}`);
  const answer = await client.send(caseId, body.version, event);
  if (answer.status !== 200) throw new Error(`${String(event.type)}: ${JSON.stringify(answer.body)}`);
}

/** A child with the family's consent that an organisation knows everything; a station takes part as well. */
async function sharedCase(at: number, organisation = STATION): Promise<string> {
  const made = await nurse.post<{ id: string }>('/cases', {
    lead: 'org-kodomo',
    familyName: canary(at),
    bornOn: '2025-01-01',
    reason: 'x',
    origin: 'ward',
  });
  const { id } = made.body;
  if (organisation === STATION) {
    await send(nurse, id, { type: 'candidate.asked', candidateId: 't', function: 'visitingNurse', organisation });
    await send(nurse, id, { type: 'candidate.answered', candidateId: 't', answer: 'accepted' });
  }
  await send(nurse, id, {
    type: 'consent.recorded',
    consentId: 'c',
    scope: 'recipient',
    recipient: organisation,
    categories: shareable,
    purpose: 'care',
    from: today(),
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  });
  return id;
}

type Revoked = { readonly answeredAt: number; readonly tookMs: number };

/** Takes a right away, and waits for the frame that says so on the listener's screen. */
async function revoke(
  listener: Listener,
  act: () => Promise<unknown>,
  says: (frame: Frame) => boolean,
): Promise<Revoked> {
  const from = listener.frames.length;
  const began = performance.now();
  await act();
  const answeredAt = performance.now();
  const told = () => listener.frames.slice(from).find(says);
  await expect.poll(() => told() !== undefined, { timeout: 10_000, interval: 5 }).toBe(true);
  return { answeredAt, tookMs: (told()?.at ?? Number.POSITIVE_INFINITY) - began };
}

function expectSoon(what: string, revoked: readonly Revoked[]): void {
  const sorted = revoked.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  console.log(`${what}: ${sorted.length} times, p50 ${at(0.5)} ms, worst ${at(1)} ms`);
  expect(sorted).toHaveLength(TIMES);
  expect(at(1)).toBeLessThan(WITHIN_MS);
}

const changeOf = (caseId: string, isGone: (change: string) => boolean) => (frame: Frame) =>
  frame.name === 'cases.changed' && frame.text.includes(caseId) && isGone(frame.text);
const isOver = ({ name }: Frame) => name === 'session.ended';

/** What a case still tells a screen once it changes again: nothing of the child's, and nothing at all where it is gone. */
async function expectSilence(listener: Listener, ids: readonly string[], isKnown: 'byNumber' | 'no'): Promise<void> {
  const from = listener.frames.length;
  for (const id of ids) await send(nurse, id, { type: 'note.added', note: 'カナリヤの記録' });
  await pause(SILENCE_MS);
  const after = listener.frames.slice(from).map(({ text }) => text);
  expect(after.filter(text => text.includes('カナリヤ'))).toEqual([]);
  const told = after.filter(text => ids.some(id => text.includes(id)));
  if (isKnown === 'no') expect(told).toEqual([]);
  else expect(told.length).toBeGreaterThan(0);
}

describe(`what is taken away, ${TIMES} times each, leaves open screens within two seconds and does not come back`, () => {
  it('by the withdrawal of a consent: the number is left', async () => {
    const ids = await times(at => sharedCase(at));
    const station = await listen((await signIn(product.url, 'hvn@demo')).cookie);
    const revoked: Revoked[] = [];
    for (const id of ids) {
      const act = () => send(nurse, id, { type: 'consent.withdrawn', consentId: 'c' });
      revoked.push(
        await revoke(
          station,
          act,
          changeOf(id, text => !text.includes('カナリヤ')),
        ),
      );
    }
    expectSoon('consent withdrawn', revoked);
    await expectSilence(station, ids.slice(0, 10), 'byNumber');
    station.socket.disconnect();
  });

  it('by leaving the team: nothing is left', async () => {
    const ids = await times(at => sharedCase(at));
    const station = await listen((await signIn(product.url, 'hvn@demo')).cookie);
    const revoked: Revoked[] = [];
    for (const id of ids) {
      const left = { type: 'candidate.answered', candidateId: 't', answer: 'declined', declineReason: 'noCapacity' };
      revoked.push(
        await revoke(
          station,
          () => send(nurse, id, left),
          changeOf(id, text => text.includes('"card":null')),
        ),
      );
    }
    expectSoon('left the team', revoked);
    await expectSilence(station, ids.slice(0, 10), 'no');
    station.socket.disconnect();
  });

  it('by the withdrawal of a handoff, where nothing else gives a part: nothing is left', async () => {
    const town = await signIn(product.url, 'phn@demo');
    const { body } = await town.get<{ membership: { org: { id: string } } }>('/me');
    const recipient = body.membership.org.id;
    const ids = await times(at => sharedCase(at, recipient));
    for (const id of ids) {
      const names = ['contacts', 'condition', 'breathing', 'medicines', 'emergencies'];
      const texts = Object.fromEntries(names.map(name => [name, 'なし']));
      await send(nurse, id, { type: 'handoff.composed', handoffId: 'h', recipient, ...texts });
      await send(nurse, id, { type: 'handoff.sent', handoffId: 'h' });
    }
    const listener = await listen(town.cookie);
    const revoked: Revoked[] = [];
    for (const id of ids) {
      const act = () => send(nurse, id, { type: 'handoff.withdrawn', handoffId: 'h' });
      const isGone = changeOf(id, text => text.includes('"card":null'));
      revoked.push(await revoke(listener, act, isGone));
    }
    expectSoon('handoff withdrawn', revoked);
    await expectSilence(listener, ids.slice(0, 10), 'no');
    listener.socket.disconnect();
  });

  it('by handing the lead over: the old lead is a stranger', async () => {
    const there = await signIn(product.url, 'coord@demo');
    const { body } = await there.get<{ membership: { org: { id: string } } }>('/me');
    const next = body.membership.org.id;
    const ids = await times(at => sharedCase(at, next));
    const hospital = await listen((await signIn(product.url, 'ward@demo')).cookie);
    const revoked: Revoked[] = [];
    for (const id of ids) {
      await send(nurse, id, { type: 'lead.offered', organisation: next });
      const act = () => send(there, id, { type: 'lead.accepted' });
      revoked.push(
        await revoke(
          hospital,
          act,
          changeOf(id, text => text.includes('"card":null')),
        ),
      );
    }
    expectSoon('lead handed over', revoked);
    const from = hospital.frames.length;
    for (const id of ids.slice(0, 10)) await send(there, id, { type: 'note.added', note: 'カナリヤの記録' });
    await pause(SILENCE_MS);
    expect(hospital.frames.slice(from).filter(({ text }) => ids.some(id => text.includes(id)))).toEqual([]);
    hospital.socket.disconnect();
  });

  /** People of the lead's own organisation, each signed in. */
  async function newcomers(what: string, elsewhere = false): Promise<{ id: string; client: Client }[]> {
    const database = new Database({ connectionString: product.connection() });
    await database.connect();
    try {
      const people: { id: string; client: Client }[] = [];
      for (let at = 0; at < TIMES; at++) {
        const id = `${what}-${at}`;
        const besides = elsewhere ? { besides: { id: `${id}-elsewhere`, org: STATION } } : {};
        const cookie = await putMember(database, { id, org: 'org-kodomo', role: 'dischargeNurse', ...besides });
        people.push({ id, client: clientWith(product.url, cookie) });
      }
      return people;
    } finally {
      await database.end();
    }
  }

  async function expectCut(
    what: string,
    act: (id: string, client: Client) => Promise<unknown>,
    { elsewhere = false } = {},
  ): Promise<void> {
    const revoked: Revoked[] = [];
    const listeners: Listener[] = [];
    for (const { id, client } of await newcomers(what.replaceAll(' ', '-'), elsewhere)) {
      const listener = await listen(client.cookie);
      listeners.push(listener);
      revoked.push(await revoke(listener, () => act(id, client), isOver));
    }
    expectSoon(what, revoked);
    const counts = listeners.map(({ frames }) => frames.length);
    await sharedCase(0);
    await pause(SILENCE_MS);
    expect(listeners.map(({ frames }) => frames.length)).toEqual(counts);
    expect(listeners.filter(({ socket }) => socket.connected)).toEqual([]);
  }

  const put = async (path: string, body: unknown, { cookie } = admin) => {
    const answer = await fetch(`${product.url}/api/v1${path}`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };

  it('by signing out elsewhere', () =>
    expectCut('signed out', (_id, { cookie }) =>
      fetch(`${product.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } }),
    ));

  it('by another role in the membership', () =>
    expectCut('membership changed', id => put(`/memberships/${id}`, { role: 'wardNurse', flags: [] })));

  it('by the end of a membership', () => expectCut('membership ended', id => put(`/memberships/${id}`, { end: true })));

  it('by acting for another organisation', () =>
    expectCut('acting elsewhere', (id, client) => put('/me/membership', { membership: `${id}-elsewhere` }, client), {
      elsewhere: true,
    }));

  it('by closing an account', () =>
    expectCut('account closed', id => put(`/admin/people/${id}/disabled`, { disabled: true })));

  it('by withdrawing what a guardian was invited to: the others of the family stay', async () => {
    const caseId = await sharedCase(0);
    const guardians = await inTurn(at => joinedGuardian(product.url, nurse, { caseId, name: `guardian-${at}` }));
    const listeners = await Promise.all(guardians.map(({ cookie }) => listen(cookie)));
    const watched = await Promise.all(listeners.map(({ socket }) => socket.emitWithAck('case.watch', { caseId })));
    expect(watched.every(answer => 'version' in answer)).toBe(true);
    await send(nurse, caseId, { type: 'note.added', note: 'x' });
    const isTold = ({ name }: Frame) => name === 'case.event';
    await expect.poll(() => listeners.every(({ frames }) => frames.some(isTold))).toBe(true);
    const last = listeners.at(-1);
    const revoked: Revoked[] = [];
    for (const [at, { id }] of guardians.entries()) {
      expect(last?.socket.connected).toBe(true);
      const withdrawal = `${product.url}/api/v1/cases/${caseId}/guardians/${id}`;
      const act = () => fetch(withdrawal, { method: 'DELETE', headers: { cookie: nurse.cookie } });
      revoked.push(await revoke(listeners[at] as Listener, act, isOver));
    }
    expectSoon('guardian withdrawn', revoked);
    const counts = listeners.map(({ frames }) => frames.length);
    await send(nurse, caseId, { type: 'note.added', note: 'カナリヤの記録' });
    await pause(SILENCE_MS);
    expect(listeners.map(({ frames }) => frames.length)).toEqual(counts);
    // However a family is told of a change, no word of the child is in it.
    expect(listeners.flatMap(({ frames }) => frames).filter(({ text }) => text.includes('カナリヤ'))).toEqual([]);
  });
});
