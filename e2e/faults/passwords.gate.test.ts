import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, type Slip } from '../product/add-person.ts';
import { type Client, signIn } from '../product/client.ts';
import { demoPassword, type Product, root, startProduct } from '../product/product.ts';

let product: Product;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  admin = await signIn(product.url, 'admin@demo');
});
afterAll(() => product?.remove());

const own = 'a row of words of my own';
const wish = () => ({
  identifier: `person-${crypto.randomUUID()}`,
  displayName: '試験の人',
  org: 'org-kodomo',
  role: 'dischargeNurse',
  flags: [],
});
type Added = { id: string; identifier: string; hasPassword: boolean; slip: Slip | null };
const add = (change: object = {}, headers = {}) =>
  admin.post<Added>('/admin/people', { ...wish(), ...change }, headers);
const ask = async (path: string, body: unknown) => {
  const answer = await fetch(`${product.url}/api/v1${path}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const choose = (token: string, password = own) => ask('/password', { token, password });
const give = (id: string, client = admin) =>
  client.post<{ slip: Slip | null }>(`/admin/people/${id}/password-slip`, {});
const told = ({ status, body }: Awaited<ReturnType<typeof ask>>) =>
  JSON.stringify({ status, body: { ...body, requestId: '' } });

async function rowsOf<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const database = new Database({ connectionString: product.connection() });
  await database.connect();
  return database
    .query(text, values)
    .then(({ rows }) => rows as Row[])
    .finally(() => database.end());
}

describe('a person who is added', () => {
  it('chooses the own password with a slip; nobody else names one', async () => {
    expect((await add({ password: own })).body).toMatchObject({ issues: [{ path: 'password' }] });
    const { status, body } = await add();
    expect([status, body.hasPassword]).toEqual([201, false]);
    const token = body.slip?.token ?? '';
    const days = (Date.parse(body.slip?.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    await expect(signIn(product.url, body.identifier, own)).rejects.toThrow('401');
    expect((await ask('/password/slip', { token })).body).toMatchObject({
      identifier: body.identifier,
      displayName: '試験の人',
    });
    expect((await choose(token, 'too short')).body).toMatchObject({ issues: [{ path: 'password' }] });
    expect((await choose(token)).body).toEqual({ identifier: body.identifier });
    expect((await (await signIn(product.url, body.identifier, own)).get('/me')).status).toBe(200);
  });

  it('gets a slip that is shown once, and stands nowhere in the database or the log', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const person = wish();
    const first = await admin.post<Added>('/admin/people', person, key);
    const again = await admin.post<Added>('/admin/people', person, key);
    expect(again).toEqual({ status: 201, body: { ...first.body, slip: null } });
    const token = first.body.slip?.token ?? 'no token';
    const tables = await rowsOf<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables)
      expect(await rowsOf(`SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`, [token]), name).toEqual([]);
    expect(product.log()).not.toContain(token);
  });
});

describe('a slip', () => {
  it('that was used, is too old, was followed by another, or never was, gets one and the same answer', async () => {
    const { body: used } = await add();
    await choose(used.slip?.token ?? '');
    const { body: old } = await add();
    await rowsOf(`UPDATE password_slip SET expires_at = now() - interval '1 second' WHERE person_id = $1`, [old.id]);
    const { body: followed } = await add();
    await give(followed.id);
    const { body: suspended } = await add();
    const disable = { cookie: admin.cookie, 'idempotency-key': crypto.randomUUID() };
    const path = `${product.url}/api/v1/admin/people/${suspended.id}/disabled`;
    await fetch(path, { method: 'PUT', headers: disable, body: '{"disabled":true}' });
    const tokens = [...[used, old, followed, suspended].map(({ slip }) => slip?.token ?? ''), 'x'.repeat(43)];
    const answers = await Promise.all(tokens.flatMap(token => [choose(token), ask('/password/slip', { token })]));
    expect(new Set(answers.map(told)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(answers[0]?.body.detail).toMatch(/^この案内は使えません/);
  });

  it('counts once, however many use it at once, and guessing is stopped', async () => {
    const { body } = await add();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => choose(body.slip?.token ?? '', `${own} ${at}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
    const won = answers.findIndex(({ status }) => status === 200);
    expect((await signIn(product.url, body.identifier, `${own} ${won}`)).cookie).toContain('=');
    const guessed: number[] = [];
    for (let turn = 0; turn < 11; turn++) guessed.push((await ask('/password/slip', { token: 'g'.repeat(43) })).status);
    expect(guessed).toEqual([...Array(10).fill(404), 429]);
  });
});

describe('a new slip', () => {
  it('takes the old password and every session away', async () => {
    const { body } = await addPerson(admin);
    const before = await signIn(product.url, body.identifier);
    const { status, body: given } = await give(body.id);
    expect(status).toBe(201);
    expect((await before.get('/me')).status).toBe(401);
    await expect(signIn(product.url, body.identifier, demoPassword)).rejects.toThrow('401');
    expect((await choose(given.slip?.token ?? '')).status).toBe(200);
    expect((await signIn(product.url, body.identifier, own)).cookie).toContain('=');
  });

  it('is for people of the own organisation alone, not for oneself and for nobody who may do more', async () => {
    const me = (await admin.get<{ person: { id: string } }>('/me')).body.person.id;
    expect((await give(me)).status).toBe(403);
    const stranger = await signIn(product.url, 'hvn@demo');
    const theirs = (await stranger.get<{ person: { id: string } }>('/me')).body.person.id;
    expect([(await give(theirs)).status, (await give('nowhere')).status]).toEqual([404, 404]);
    expect((await give(me, stranger)).status).toBe(403);
    const { body: keeper } = await addPerson(admin, { role: 'admin' });
    expect((await give(me, await signIn(product.url, keeper.identifier))).status).toBe(403);
  });

  it('may be given to the first administrator of a founded organisation until they have come in', async () => {
    const made = await admin.post<{ id: string }>('/admin/organisations', { kind: 'clinic', name: '案内の診療所' });
    const { body } = await add({ org: made.body.id, role: 'admin' });
    const { body: given } = await give(body.id);
    expect((await choose(body.slip?.token ?? '')).status).toBe(404);
    expect((await choose(given.slip?.token ?? '')).status).toBe(200);
    expect((await give(body.id)).status).toBe(404);
  });

  it('is noted when it is given and when it is used', async () => {
    const { body } = await addPerson(admin);
    const noted = () =>
      rowsOf<{ outcome: string; person: string; what: string }>(
        `SELECT outcome, person, what FROM access_log WHERE action = 'password' AND (person = $1 OR what LIKE '%' || $1)`,
        [body.id],
      );
    await expect.poll(async () => (await noted()).length).toBe(2);
    const me = (await admin.get<{ person: { id: string } }>('/me')).body.person.id;
    expect((await noted()).sort((a, b) => a.outcome.localeCompare(b.outcome))).toEqual([
      { outcome: 'given', person: me, what: `slip ${body.id}` },
      { outcome: 'used', person: body.id, what: 'slip' },
    ]);
  });
});

describe('the slip for whom nobody else can help', () => {
  const onTheMachine = (login: string) =>
    promisify(execFile)(process.execPath, [join(root, 'services/standalone/dist/commands/admin-slip.js'), login], {
      env: { ...process.env, DATA_DIR: product.dataDir, PORT: new URL(product.url).port },
    });

  it('is had beside the running program, by an administrator alone', async () => {
    await expect(onTheMachine('dsn@demo')).rejects.toMatchObject({ stderr: expect.stringContaining('管理者では') });
    expect((await admin.get('/me')).status).toBe(200);
    const { stdout } = await onTheMachine('admin@demo');
    const [, port, token = ''] = /^http:\/\/localhost:(\d+)\/password#([\w-]{43})$/m.exec(stdout) ?? [];
    expect(port).toBe(new URL(product.url).port);
    await expect.poll(async () => (await admin.get('/me')).status).toBe(401);
    expect((await choose(token)).body).toEqual({ identifier: 'admin@demo' });
    expect((await choose(token)).status).toBe(404);
    expect((await (await signIn(product.url, 'admin@demo', own)).get('/me')).status).toBe(200);
    const noted = await rowsOf("SELECT person, role FROM access_log WHERE outcome = 'given on the machine'");
    expect(noted).toEqual([{ person: null, role: 'system' }]);
  });
});
