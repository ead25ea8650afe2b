import { demoEndpoints } from '@kaerimichi/contracts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { type Product, startProduct, worlds } from '../product/product.ts';
import { runProgram } from '../product/run-program.ts';

type Story = { done: number; all: number; next: { no: string } | null; stopped: unknown[] };
type Board = { rows: unknown[] };

const nobody = (product: Product) => clientWith(product.url, '');
const storyOf = async (product: Product) => (await nobody(product).get<{ story: Story }>('/demo')).body.story;
const boardOf = async (client: Client) => (await client.get<Board>('/board')).body.rows.length;
const within = <Answer>(ms: number, work: Promise<Answer>) =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`not in ${ms} ms`)), ms))]);

describe.each([
  ['that is no demo', { DEMO: '0' }, { demo: false, demoStart: false, pushedTo: null }],
  [
    'whose demo is reached from elsewhere, unasked',
    { TRUST_PROXY: 'loopback' },
    { demo: true, demoStart: false, pushedTo: null },
  ],
] as const)('a deployment %s', (_which, env, place) => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ env });
  });
  afterAll(() => product?.remove());

  it('has none of the routes of the start page, under no method and with no body', async () => {
    const told = async (method: string, path: string) => {
      const answer = await fetch(`${product.url}/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
        ...(method === 'GET' ? {} : { body: JSON.stringify({ identifier: 'dsn@demo' }) }),
      });
      const { requestId: _own, ...body } = await answer.json();
      return [answer.status, body, answer.headers.get('allow'), answer.headers.getSetCookie()];
    };
    for (const { path } of Object.values(demoEndpoints))
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
        expect(await told(method, path), `${method} ${path}`).toEqual(await told(method, '/what-never-was'));
    expect((await nobody(product).get('/place')).body).toEqual(place);
    expect(JSON.stringify((await nobody(product).get('/openapi.json')).body)).not.toContain('/demo');
    expect(product.log()).not.toContain('/demo ');
  });
});

describe('the demo', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ world: 'whole' });
  });
  afterAll(() => product?.remove());

  it('goes on by one thing for each who presses, also across a restart', async () => {
    // It answers a moment before it says where.
    const page = `${product.url.replace('127.0.0.1', 'localhost')}/demo  (demo data`;
    await expect.poll(product.log, { timeout: 10_000 }).toContain(page);
    const pressed = await Promise.all([1, 2].map(() => nobody(product).post('/demo/next', null)));
    expect(pressed.map(({ status }) => status)).toEqual([200, 200]);
    const before = await storyOf(product);
    expect(before).toMatchObject({ done: 2, stopped: [] });
    await product.stop();
    product = await startProduct({ dataDir: product.dataDir, world: 'whole' });
    expect(await storyOf(product)).toEqual(before);
  });

  it('stands again after one press, with everybody signed out, sockets within two seconds, and its chains proved', async () => {
    const nurse = await signIn(product.url, 'dsn@demo');
    const socket = io(product.url, { transports: ['websocket'], extraHeaders: { cookie: nurse.cookie } });
    await socket.emitWithAck('board.watch');
    const ended = new Promise(resolve => socket.once('session.ended', resolve));
    const registered = { lead: 'org-kodomo', bornOn: '2025-01-01', reason: '試し', origin: 'ward' };
    expect((await nurse.post('/cases', registered)).status).toBe(201);
    expect(await boardOf(nurse)).toBe(worlds.whole.cards + 1);

    // Ten seconds lie between two worlds, the first one included; a quick machine is here before.
    let began = performance.now();
    let answer = await nobody(product).post('/demo/reset', null);
    for (let turn = 0; answer.status === 429 && turn < 20; turn++) {
      await new Promise(resolve => setTimeout(resolve, 600));
      began = performance.now();
      answer = await nobody(product).post('/demo/reset', null);
    }
    console.log(`the whole demo stood again after ${Math.round(performance.now() - began)} ms`);
    expect(answer.status).toBe(200);
    expect(await within(2_000, ended)).toMatchObject({ code: 'sign-in' });
    socket.disconnect();
    expect((await nurse.get('/me')).status).toBe(401);

    expect(await boardOf(await signIn(product.url, 'dsn@demo'))).toBe(worlds.whole.cards);
    expect(await storyOf(product)).toMatchObject({ done: 0, next: { no: 'K-0142' }, stopped: [] });
    const tooSoon = await nobody(product).post('/demo/reset', null);
    expect(tooSoon.status === 429 || performance.now() - began > 10_000).toBe(true);
    const proof = await runProgram('verify', { env: { DATA_DIR: product.dataDir } });
    expect(proof.said).toMatch(/^212 cases, \d+ entries.*all chains are whole, every decision stands\./m);
  }, 120_000);

  it('lets whoever pressed nothing go on in it: one thing after the other until the story is over', async () => {
    const { all } = await storyOf(product);
    for (let n = 0; n < all; n++) {
      const { status, body } = await nobody(product).post<{ story: Story }>('/demo/next', null);
      if (status === 429) {
        n -= 1;
        await new Promise(resolve => setTimeout(resolve, 1_000));
      } else expect(body.story.done, JSON.stringify(body)).toBe(n + 1);
    }
    const last = await nobody(product).post<{ happened: unknown; story: Story }>('/demo/next', null);
    expect(last.body).toMatchObject({ happened: null, story: { done: all, next: null, stopped: [] } });
  }, 90_000);
});
