import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client as Database } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { wholeOr } from '../product/how-much.ts';
import { type Product, root, startProduct } from '../product/product.ts';
import { hostileBody, hostilePacket, hostileTexts, pick } from './hostile-input.ts';
import { minimalBody, type Schema } from './minimal-body.ts';
import { type Random, randomFrom } from './random-from.ts';

const SEED = Number(process.env.SEED ?? 20_261_125);
const REQUESTS = wholeOr(5_500, 1_500);
const PACKETS = wholeOr(5_000, 1_500);

let product: Product;
let clients: Client[] = [];
let caseId = '';

beforeAll(async () => {
  product = await startProduct();
  const people = await Promise.all(
    ['dsn@demo', 'doctor@demo', 'hvn@demo', 'coord@demo', 'admin@demo'].map(name => signIn(product.url, name)),
  );
  // Each in a browser that is a wall display as well, so that what is for displays alone reads what it is sent.
  const [screen] = (await fetch(`${product.url}/api/v1/demo/wall`, { method: 'POST' })).headers.getSetCookie();
  clients = people.map(({ cookie }) => clientWith(product.url, `${cookie}; ${screen?.split(';')[0]}`));
  const found = await clients[0]?.get<{ cards: { id: string }[] }>('/search?q=0142');
  caseId = found?.body.cards[0]?.id ?? '';
});
afterAll(() => product?.remove());

type Operation = {
  method: string;
  path: string;
  schema: Schema | null;
  hasKey: boolean;
  query: string[];
};
type Documented = {
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/**
 * Every operation of the published document; signing out, or beginning the demo anew, would end the test, and passwords
 * cost 100 ms each.
 */
function operations(): Operation[] {
  const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, Documented>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(
        ([method]) =>
          !(path === '/session' || path.startsWith('/demo/') || (path === '/me/membership' && method === 'put')),
      )
      .map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        schema: requestBody?.content['application/json']?.schema ?? null,
        hasKey: parameters.some(({ name }) => name === 'Idempotency-Key'),
        query: parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name),
      })),
  );
}

const events = async () =>
  (await clients[0]?.get<{ events: { type: string; kind: string; schema: Schema }[] }>('/pathway'))?.body.events ?? [];

const pathOf = ({ path, query }: Operation, random: Random) => {
  const filled = path.replace(/\{\w+\}/g, () => {
    const draw = random();
    if (draw < 0.5) return caseId;
    return draw < 0.6 ? 'nowhere' : encodeURIComponent(pick(random, hostileTexts).toWellFormed()) || '%00';
  });
  const asked = query
    .filter(() => random() < 0.6)
    .map(name => `${name}=${encodeURIComponent(pick(random, hostileTexts).toWellFormed().slice(0, 2_000))}`);
  if (random() < 0.1) asked.push('unknown=1', 'q=a', 'q=b');
  return asked.length > 0 ? `${filled}?${asked.join('&')}` : filled;
};

const headersOf = (client: Client, random: Random): Record<string, string> => ({
  cookie: random() < 0.97 ? client.cookie : `kaerimichi_session=${'x'.repeat(200)}`,
  ...(random() < 0.9 ? { 'content-type': 'application/json' } : { 'content-type': 'text/plain; charset=utf-7' }),
  ...(random() < 0.9 ? { 'idempotency-key': crypto.randomUUID() } : { 'idempotency-key': 'k'.repeat(300) }),
  ...(random() < 0.9 ? { 'if-match': pick(random, ['*', '"1"', '"1"', '"1"', '"999999999"', '"x"', '-1', '""']) } : {}),
  ...(random() < 0.2 ? { 'accept-language': pick(random, ['en', 'xx;q=9', '*', 'a'.repeat(3_000)]) } : {}),
});

type Problem = { status: number; code: string; issues?: { path: string; message: string }[] };

describe('hostile HTTP', () => {
  it(`is never a fault of the program: ${REQUESTS} requests over the whole surface`, async () => {
    const random = randomFrom(SEED);
    const published = operations();
    // Most of what is sent are events.
    const sending = published.filter(({ path, method }) => method === 'POST' && path.endsWith('/events'));
    const all = [...published, ...Array.from({ length: published.length }, () => sending).flat()];
    const types = await events();
    const statuses = new Map<number, number>();
    const wrong: string[] = [];
    const ask = async () => {
      const operation = pick(random, all);
      const isEvent = operation.path.endsWith('/events') && operation.method === 'POST';
      const schema = isEvent ? pick(random, types).schema : operation.schema;
      const body = schema ? hostileBody(schema, random) : undefined;
      const path = pathOf(operation, random);
      const answer = await fetch(`${product.url}/api/v1${path}`, {
        method: operation.method,
        headers: headersOf(pick(random, clients), random),
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.text();
      const say = (what: string) =>
        wrong.push(`${what}: ${operation.method} ${path} ${body?.slice(0, 300)} ${text.slice(0, 300)}`);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500) say(String(answer.status));
      if (answer.status !== 400) return;
      const { issues } = JSON.parse(text) as Problem;
      if (!issues?.every(({ path: at, message }) => typeof at === 'string' && message !== '')) say('no issues');
    };
    const lane = async () => {
      for (let left = REQUESTS / 5; left > 0; left--) await ask();
    };
    await Promise.all(Array.from({ length: 5 }, lane));
    console.log(`seed ${SEED}:`, Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
    expect(wrong).toEqual([]);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    expect(product.log()).not.toMatch(/"level":50|unhandled/i);
    for (const status of [200, 400, 404, 409])
      expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(wholeOr(20, 4));
  });

  it('is told every fault with its path, and writes nothing', async () => {
    const before = await countRows();
    const wrong: string[] = [];
    const bodies = [
      ...operations().flatMap(({ method, path, schema }) =>
        schema?.properties && !path.endsWith('/events')
          ? [{ method, path: path.replace(/\{\w+\}/g, 'x'), schema }]
          : [],
      ),
      ...(await events())
        .filter(({ kind, type }) => kind !== 'time' && type !== 'case.registered')
        .map(({ schema }) => ({ method: 'POST', path: `/cases/${caseId}/events`, schema })),
    ];
    for (const { method, path, schema } of bodies) {
      // Nothing is both a number and a list of nothing: each property has the one that it cannot be.
      const properties = Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'type');
      const faulty = properties.map(([name, { type }]) => [name, type === 'array' || type === 'object' ? 7 : [[]]]);
      const fixed = schema.properties?.type ? { type: minimalBody(schema.properties.type) } : {};
      const body = { ...fixed, ...Object.fromEntries(faulty), zzz: 1, unknownKey: 2 };
      const answer = await fetch(`${product.url}/api/v1${path}`, {
        method,
        headers: {
          cookie: clients[path.includes('admin') || path.includes('memberships') ? 4 : 0]?.cookie ?? '',
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          'if-match': '*',
        },
        body: JSON.stringify(body),
      });
      const { issues = [] } = (await answer.json()) as Problem;
      const told = new Set(issues.map(issue => issue.path));
      const untold = [...properties.map(([name]) => name), 'zzz', 'unknownKey'].filter(name => !told.has(name));
      if (answer.status !== 400 || untold.length > 0)
        wrong.push(`${method} ${path} ${JSON.stringify(fixed)}: ${answer.status}, without ${untold}`);
    }
    expect(bodies.length).toBeGreaterThan(90);
    expect(wrong).toEqual([]);
    expect(await countRows()).toEqual(before);
  });

  it('refuses a key that stands twice, a prototype and depth beyond need, on every way in', async () => {
    for (const body of [
      '{"type":"note.added","note":"a","note":"b"}',
      '{"type":"note.added","note":"a","\\u006eote":"b"}',
      '{"type":"note.added","note":"a","__proto__":{"x":1}}',
      `{"type":"note.added","note":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
    ])
      for (const path of [`/cases/${caseId}/events`, '/board/sync', '/cases', '/session']) {
        const answer = await fetch(`${product.url}/api/v1${path}`, {
          method: 'POST',
          headers: { cookie: clients[0]?.cookie ?? '', 'idempotency-key': crypto.randomUUID(), 'if-match': '*' },
          body,
        });
        const { issues } = (await answer.json()) as Problem;
        expect(answer.status, `${path} ${body.slice(0, 60)}`).toBe(400);
        expect(issues?.map(({ message }) => message).join(' ')).toMatch(/\p{Script=Hiragana}/u);
      }
  });
});

async function countRows(): Promise<unknown> {
  const database = new Database({ connectionString: product.connection() });
  await database.connect();
  try {
    const { rows } = await database.query(
      `SELECT (SELECT count(*) FROM case_event) AS events, (SELECT count(*) FROM care_case) AS cases,
        (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM organisation) AS organisations,
        (SELECT count(*) FROM idempotency_key) AS keys`,
    );
    return rows;
  } finally {
    await database.end();
  }
}

describe('hostile sockets', () => {
  const open = (cookie = clients[0]?.cookie ?? '') =>
    io(product.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie },
    });
  const connected = (socket: Socket) =>
    new Promise<boolean>(resolve => {
      socket.once('connect', () => resolve(true));
      socket.once('connect_error', () => resolve(false));
    });
  const isCut = (socket: Socket) =>
    new Promise<boolean>(resolve => {
      socket.once('disconnect', () => resolve(true));
      setTimeout(() => resolve(false), 1_500);
    });

  it(`break nothing: ${PACKETS} packets, and an honest client hears everything`, async () => {
    const random = randomFrom(SEED);
    const honest = open(clients[1]?.cookie);
    await connected(honest);
    await honest.emitWithAck('board.watch');
    let sent = 0;
    const attack = async () => {
      while (sent < PACKETS) {
        const socket = open(pick(random, clients).cookie);
        if (!(await connected(socket))) continue;
        for (let left = 10; left > 0 && socket.connected && sent < PACKETS; left--, sent++)
          socket.io.engine.write(hostilePacket(random));
        await new Promise(resolve => setTimeout(resolve, 5));
        socket.disconnect();
      }
    };
    await Promise.all([attack(), attack(), attack(), attack()]);
    const heard = new Promise<unknown>(resolve => honest.once('cases.changed', resolve));
    const noted = await clients[0]?.send(caseId, '*', { type: 'note.added', note: 'after the attack' });
    expect(noted?.status).toBe(200);
    expect(await heard).toMatchObject({ changes: [{ caseId }] });
    honest.disconnect();
    expect(product.log()).not.toMatch(/"level":50|unhandled/i);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  });

  it('are cut for unknown messages, large ones, binary ones and too many', async () => {
    const small = { have: {} };
    const large = {
      have: Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`case-${at}-${'x'.repeat(30)}`, 1])),
    };
    const cuts: [string, (socket: Socket) => void][] = [
      ['an unknown message', socket => socket.emit('joinRoom', 'org:org-kodomo:full')],
      ['64 KB', socket => socket.emit('case.watch', { caseId: 'x'.repeat(65 * 1024) })],
      ['binary', socket => socket.emit('board.sync', Buffer.alloc(10))],
      ['more than 1 MB', socket => socket.emit('board.sync', { have: { x: 'y'.repeat(1_100_000) } })],
      ['a burst', socket => Array.from({ length: 60 }, () => socket.emit('board.sync', small))],
    ];
    for (const [what, attack] of cuts) {
      const socket = open();
      expect(await connected(socket), what).toBe(true);
      const cut = isCut(socket);
      attack(socket);
      expect(await cut, what).toBe(true);
    }
    const client = open();
    await connected(client);
    expect(JSON.stringify(large).length).toBeGreaterThan(100_000);
    expect((await client.emitWithAck('board.sync', large)).removed).toHaveLength(3_000);
    expect(await client.emitWithAck('case.watch', { caseId, and: 1 })).toEqual({ code: 'bad-input' });
    expect(await client.emitWithAck('board.sync', { have: { [caseId]: 'one' } })).toEqual({ code: 'bad-input' });
    // Where an acknowledgement should be stands something else: nobody is answered, nothing breaks.
    client.io.engine.write('2["board.watch","not a function"]');
    expect(await client.emitWithAck('board.watch')).toHaveProperty('pulse');
    client.disconnect();
  });

  it('are no more than thirty to a session', async () => {
    const sockets = Array.from({ length: 33 }, () => open(clients[2]?.cookie));
    await Promise.all(sockets.map(connected));
    await expect.poll(() => sockets.filter(socket => socket.connected).length).toBe(30);
    for (const socket of sockets) socket.disconnect();
  });
});
