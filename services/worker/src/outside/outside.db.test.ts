import { createECDH, createHmac, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { createLogger } from '@kaerimichi/runtime';
import { type Store, withOwner } from '@kaerimichi/store';
import { anOrganisation } from '@kaerimichi/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { type Receiver, startReceiver } from '../../../../e2e/product/receiver.ts';
import { CANARY, type MailWorld, startMailWorld } from '../testing/start-mail-world.ts';
import { courierTurn } from './start-courier.ts';

const place = 'https://kaerimichi.example';
const keys = { ...webPush.generateVAPIDKeys(), subject: 'mailto:it@hospital.example' };
const never = new AbortController().signal;

let world: MailWorld;
let receiver: Receiver;
const log = createLogger('silent');
const ports = (store: Store = world.store) => ({
  ...{ store, clock: world.clock, log, place, push: keys, isWebhookSent: true },
  outside: { mayReachLoopback: true },
});
let turn: () => Promise<void>;
const aMinuteLater = () => {
  world.clock.advance({ minutes: 1 });
  return turn();
};
const ask = async <Row>(text: string): Promise<Row[]> =>
  (await withOwner(world.adminUrl, client => client.query(text))).rows as Row[];

beforeAll(async () => {
  world = await startMailWorld();
  for (const name of ['sato', 'suzuki']) await world.aNurse(name);
  await anOrganisation(world.store, 'station', 'visitingNursingStation');
});
afterAll(() => world.stop());
beforeEach(async () => {
  receiver = await startReceiver();
  turn = courierTurn(ports(), never);
});
afterEach(async () => {
  await ask('DELETE FROM webhook');
  await ask('DELETE FROM webhook_delivery');
  await ask('DELETE FROM push_subscription');
  await receiver.stop();
});

const kinds = ['turn', 'hold', 'holds', 'notes', 'handoff'];
const secret = `whsec_${randomBytes(32).toString('base64')}`;
async function made(org = 'hospital', url = `${receiver.url}/hook`) {
  const webhook = await world.store.webhooks.make({ org, url, kinds, secret, by: 'sato' });
  if (!webhook) throw new Error('not made');
  return webhook;
}
const nothing: Pick<Receiver['arrived'][number], 'headers' | 'body'> = { headers: {}, body: Buffer.from('') };
const told = () => receiver.arrived.map(({ body }) => JSON.parse(body.toString()) as { type: string });
const states = (id: string) =>
  ask<{ state: string; tries: number; failure: string | null; kind: string }>(
    `SELECT state, tries, failure, kind FROM webhook_delivery WHERE webhook_id = '${id}' AND made_at > '${since}' ORDER BY made_at, id`,
  );
let since = '';
/** One that knows what waits already: what follows is news. */
async function settled(org?: string, url?: string) {
  const webhook = await made(org, url);
  await aMinuteLater();
  receiver.arrived.length = 0;
  since = world.clock.now();
  return webhook;
}
const hold = (holdId: string) => ({ type: 'hold.added', holdId, code: 'equipment', recheckOn: '2027-03-01' });

describe('a webhook', () => {
  it('is told what is new, once each, signed, with a number and no name', async () => {
    const webhook = await settled();
    const caseId = await world.register('sato');
    await aMinuteLater();
    const [{ no } = { no: '' }] = await ask<{ no: string }>(`SELECT no FROM care_case WHERE id = '${caseId}'`);
    expect(told()).toEqual([
      {
        type: 'case.turn',
        timestamp: world.clock.now(),
        data: { organisation: 'hospital', case: { no, url: `${place}/cases/${caseId}` } },
      },
    ]);
    const [{ headers, body } = nothing] = receiver.arrived;
    const { 'webhook-id': id, 'webhook-timestamp': second, 'webhook-signature': signature } = headers;
    const key = Buffer.from(secret.slice(6), 'base64');
    const right = createHmac('sha256', key).update(`${id}.${second}.${body}`).digest('base64');
    expect(signature).toBe(`v1,${right}`);
    expect(Number(second)).toBe(Math.floor(Date.parse(world.clock.now()) / 1_000));
    await world.send('sato', caseId, { type: 'note.added', note: CANARY });
    await world.send('sato', caseId, hold('h1'));
    // Within the ten seconds in which a step may be taken back nobody is told.
    world.clock.advance({ seconds: 1 });
    await turn();
    expect(told()).toHaveLength(1);
    await aMinuteLater();
    expect(
      told()
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['case.hold', 'case.holds', 'case.notes', 'case.turn']);
    for (let n = 0; n < 3; n++) await aMinuteLater();
    expect(receiver.arrived).toHaveLength(4);
    expect(await states(webhook.id)).toHaveLength(4);
    expect((await states(webhook.id)).every(({ state }) => state === 'sent')).toBe(true);
    expect(receiver.arrived.map(({ body: sent }) => String(sent)).join()).not.toMatch(/鶯谷|機器|2024-03|equipment/);
    expect(JSON.stringify(await ask('SELECT * FROM webhook_delivery'))).not.toContain(CANARY);
  });

  it('is told only what its organisation sees, and what waits when that ends is dropped', async () => {
    const caseId = await world.register('sato');
    const stranger = await settled('station');
    await world.send('sato', caseId, hold('h2'));
    await aMinuteLater();
    expect(told()).toEqual([]);
    // A partner of the plan is told of holds; of notes of the house it is not.
    const partner = `INSERT INTO case_access (case_id, org_id, class, categories) VALUES ('${caseId}', 'station', 'partner', '{plan}')`;
    await ask(partner);
    await world.send('sato', caseId, { ...hold('h3') });
    await aMinuteLater();
    expect(told().map(({ type }) => type)).toEqual(['case.holds']);
    receiver.answer = response => response.writeHead(503).end();
    await world.send('sato', caseId, hold('h4'));
    await aMinuteLater();
    expect((await states(stranger.id)).map(({ state }) => state)).toEqual(['sent', 'waiting']);
    receiver.answer = response => response.writeHead(204).end();
    await ask(`UPDATE case_access SET class = 'numberOnly' WHERE org_id = 'station'`);
    world.clock.advance({ minutes: 5 });
    await turn();
    expect((await states(stranger.id)).map(({ state }) => state)).toEqual(['sent', 'dropped']);
    expect(receiver.arrived).toHaveLength(2);
  });

  it('is tried for a day under one id, rests meanwhile, and is tried again by hand', async () => {
    const webhook = await settled();
    receiver.answer = response => response.writeHead(500).end();
    await world.register('sato');
    await aMinuteLater();
    expect(await states(webhook.id)).toMatchObject([{ state: 'waiting', tries: 1, failure: 'refused' }]);
    for (let hour = 0; hour < 26; hour++) {
      world.clock.advance({ hours: 1 });
      await turn();
    }
    expect(await states(webhook.id)).toMatchObject([{ state: 'failed', failure: 'refused' }]);
    const ids = new Set(receiver.arrived.map(({ headers }) => headers['webhook-id']));
    expect(receiver.arrived.length).toBeGreaterThan(4);
    expect(ids.size).toBe(1);
    expect(new Set(receiver.arrived.map(({ body }) => String(body))).size).toBe(1);
    const [delivery] = await world.store.webhooks.deliveriesOf('hospital', webhook.id, 50);
    expect(delivery).toMatchObject({ state: 'failed', failure: 'refused', status: 500 });
    expect(await world.store.webhooks.tryAgain('station', webhook.id, delivery?.id ?? '')).toBeNull();
    receiver.answer = response => response.writeHead(200).end('ok');
    expect(await world.store.webhooks.tryAgain('hospital', webhook.id, delivery?.id ?? '')).toMatchObject({
      state: 'waiting',
    });
    await aMinuteLater();
    expect(await states(webhook.id)).toMatchObject([{ state: 'sent', failure: null }]);
    expect(await world.store.webhooks.listOf('hospital')).toMatchObject([{ state: 'on', failingSince: null }]);
  });

  it('is switched off where nothing arrives for five days, and at once where it is gone', async () => {
    const webhook = await settled();
    receiver.answer = response => response.writeHead(404).end();
    for (let day = 0; day < 7; day++) {
      await world.register('sato');
      await aMinuteLater();
      world.clock.advance({ hours: 24 });
      await turn();
    }
    expect(await world.store.webhooks.listOf('hospital')).toMatchObject([{ state: 'stopped' }]);
    expect((await states(webhook.id)).some(({ state }) => state === 'waiting')).toBe(false);
    // Switched on again it begins with what is new then.
    receiver.answer = response => response.writeHead(204).end();
    receiver.arrived.length = 0;
    await world.store.webhooks.change('hospital', webhook.id, { isOn: true });
    await aMinuteLater();
    expect(told().filter(({ type }) => type !== 'case.turn')).toEqual([]);
    receiver.answer = response => response.writeHead(410).end();
    await world.register('sato');
    await aMinuteLater();
    expect(await world.store.webhooks.listOf('hospital')).toMatchObject([{ state: 'stopped' }]);
  });

  it('is sent by three processes once each, and again under its id where one died before it knew', async () => {
    const webhook = await settled();
    for (let n = 0; n < 4; n++) await world.register('sato');
    receiver.answer = response => setTimeout(() => response.writeHead(204).end(), 20);
    world.clock.advance({ minutes: 1 });
    await Promise.all([turn(), courierTurn(ports(), never)(), courierTurn(ports(), never)()]);
    await turn();
    expect(receiver.arrived).toHaveLength(4);
    const { store } = world;
    const dying = {
      ...store,
      webhookDeliveries: { ...store.webhookDeliveries, end: () => Promise.reject(new Error('died')) },
    };
    await world.register('sato');
    world.clock.advance({ minutes: 1 });
    await courierTurn(ports(dying), never)();
    expect(receiver.arrived).toHaveLength(5);
    await aMinuteLater();
    expect(receiver.arrived).toHaveLength(5);
    await ask(`UPDATE webhook_delivery SET claimed_until = now() - interval '1 second' WHERE state = 'waiting'`);
    await turn();
    const [first, again] = receiver.arrived.slice(4);
    expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(String(again?.body)).toBe(String(first?.body));
    expect((await states(webhook.id)).every(({ state }) => state === 'sent')).toBe(true);
  });

  it('is tried by a trial even while it is off, with both secrets while one takes the place of the other', async () => {
    const webhook = await settled();
    await world.store.webhooks.change('hospital', webhook.id, { isOn: false });
    const until = new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString();
    await world.store.webhooks.rotate('hospital', webhook.id, 'whsec_bmV3', until);
    await world.store.webhooks.test('hospital', webhook.id);
    await courierTurn({ ...ports(), isWebhookSent: false }, never)();
    expect(told()).toEqual([]);
    await turn();
    expect(told()).toMatchObject([{ type: 'test', data: { organisation: 'hospital', case: null } }]);
    expect(receiver.arrived[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    world.clock.advance({ hours: 2 });
    await world.store.webhooks.test('hospital', webhook.id);
    await turn();
    expect(receiver.arrived[1]?.headers['webhook-signature']).toMatch(/^v1,\S+$/);
    expect(await world.store.webhooks.test('station', webhook.id)).toBeNull();
    expect(await world.store.webhooks.remove('station', webhook.id)).toBe(false);
    expect(await world.store.webhooks.remove('hospital', webhook.id)).toBe(true);
    expect(await ask('SELECT FROM webhook_delivery')).toEqual([]);
  });
});

/** A browser: its keys, and what it reads of a push (RFC 8291, by the library that browsers' makers test with). */
function aBrowser() {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  const auth = randomBytes(16).toString('base64url');
  const ece = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece') as {
    decrypt(body: Buffer, options: object): Buffer;
  };
  return {
    keys: { p256dh: ecdh.getPublicKey().toString('base64url'), auth },
    read: (body: Buffer) =>
      JSON.parse(ece.decrypt(body, { version: 'aes128gcm', privateKey: ecdh, authSecret: auth }).toString()) as object,
  };
}

describe('あなたの番 on a browser', () => {
  const subscribe = (path = '/a', { keys: { p256dh, auth } } = aBrowser()) =>
    world.store.pushSubscriptions.add('suzuki', { endpoint: `${receiver.url}${path}`, p256dh, auth, device: 'Chrome' });
  const jwtOf = (authorization = '') =>
    JSON.parse(Buffer.from(/t=[^.]+\.([^.]+)\./.exec(authorization)?.[1] ?? '', 'base64url').toString()) as object;

  it('comes once, says that something waits and nothing else, in no quiet hours', async () => {
    const browser = aBrowser();
    await subscribe('/a', browser);
    world.clock.set('2027-02-01T03:00:00.000Z');
    turn = courierTurn(ports(), never);
    await turn();
    await turn();
    receiver.arrived.length = 0;
    // Nine in the evening.
    world.clock.set('2027-02-01T12:00:00.000Z');
    await turn();
    await world.register('sato');
    await aMinuteLater();
    expect(receiver.arrived).toEqual([]);
    world.clock.set('2027-02-01T22:00:00.000Z');
    await turn();
    await turn();
    expect(receiver.arrived).toHaveLength(1);
    const [{ headers, body } = nothing] = receiver.arrived;
    expect(browser.read(body)).toEqual({ title: 'かえりみち', body: 'あなたの番があります', path: '/inbox' });
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', topic: 'turn' });
    expect(headers.authorization).toContain(`k=${keys.publicKey}`);
    expect(jwtOf(headers.authorization)).toMatchObject({ aud: receiver.url, sub: keys.subject });
    for (let n = 0; n < 3; n++) await aMinuteLater();
    expect(receiver.arrived).toHaveLength(1);
    // That a browser was told is no mail of which others are told.
    const [{ id } = { id: '' }] = await ask<{ id: string }>(
      'SELECT id FROM care_case ORDER BY created_at DESC LIMIT 1',
    );
    const awaited = { caseId: id, org: 'hospital', kind: 'turn' as const, ref: '' };
    expect(await world.store.mails.toldElsewhere([awaited])).toEqual([{ mailed: null, readAt: null }]);
  });

  it('ends with the browser: what is gone is forgotten, what fails is tried again', async () => {
    await subscribe('/gone');
    await subscribe('/here');
    world.clock.set('2027-02-02T03:00:00.000Z');
    turn = courierTurn(ports(), never);
    receiver.answer = response => response.writeHead(response.req.url === '/gone' ? 410 : 503).end();
    await world.register('sato');
    await aMinuteLater();
    const paths = () => receiver.arrived.map(({ path }) => path).sort();
    expect(paths()).toEqual(['/gone', '/here']);
    expect(await world.store.pushSubscriptions.listOf('suzuki')).toMatchObject([{ endpoint: `${receiver.url}/here` }]);
    receiver.answer = response => response.writeHead(201).end();
    world.clock.advance({ minutes: 2 });
    await turn();
    expect(paths()).toEqual(['/gone', '/here', '/here']);
    expect(await ask(`SELECT FROM outgoing_push WHERE state = 'waiting'`)).toEqual([]);
  });

  it('goes to no address inside', async () => {
    await subscribe();
    world.clock.set('2027-02-03T03:00:00.000Z');
    turn = courierTurn({ ...ports(), outside: { mayReachLoopback: false } }, never);
    await world.register('sato');
    await aMinuteLater();
    expect(receiver.arrived).toEqual([]);
    expect(await ask(`SELECT failure FROM outgoing_push WHERE state = 'waiting'`)).toEqual([{ failure: 'inside' }]);
  });
});
