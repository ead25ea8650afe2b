import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileLauncher, end, launch, linkModules, openFolder } from '../testing/launcher-process.ts';
import { refuseWhileRunning, removeEmbeddedPostgres } from './remove-embedded-postgres.ts';
import { processBirth } from './running-process.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

let folder: string;
let dataDir: string;
let app: string;
let running: EmbeddedPostgres | null = null;

const cluster = () => join(dataDir, 'postgres/cluster');
const start = async (options: { port?: number; keep?: boolean; settings?: Record<string, string> } = {}) => {
  running = await startEmbeddedPostgres({ dataDir, ...options });
  return running;
};
const refusal = (options = {}) =>
  start(options).then(
    () => null,
    (error: { code: string; message: string }) => error,
  );
const ask = async (connectionString: string, text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  return client.query(text, values).finally(() => client.end());
};
const rows = async (url: string) => (await ask(url, 'SELECT count(*)::int AS n FROM kept')).rows[0].n;
const isGone = (pid: number) => expect.poll(() => processBirth(pid), { timeout: 15_000, interval: 20 }).toBeNull();

beforeAll(async () => {
  folder = openFolder('launcher');
  dataDir = join(folder, 'data');
  app = compileLauncher(folder);
  linkModules(app);
  const { adminUrl } = await start();
  await ask(
    adminUrl,
    'CREATE TABLE kept (n int PRIMARY KEY, name text UNIQUE); GRANT SELECT, INSERT ON kept TO kaerimichi_app',
  );
  await ask(adminUrl, 'INSERT INTO kept SELECT n, n::text FROM generate_series(1, 1000) AS n');
  await running?.stop();
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('counts kana and kanji as letters, sorts them as Japanese does, and checks its pages', async () => {
    const { adminUrl } = await start();
    const { rows } = await ask(
      adminUrl,
      `SELECT (SELECT string_agg(each, ' ' ORDER BY each) FROM unnest(array['漢字','か','ア','あ','が']) AS each) AS sorted,
              'あ' ~ '[[:alpha:]]' AS letter, current_setting('data_checksums') AS checksums,
              current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS listens,
              (SELECT datctype FROM pg_database WHERE datname = current_database()) AS classes`,
    );
    expect(rows[0]).toEqual({
      sorted: 'あ ア か が 漢字',
      letter: true,
      checksums: 'on',
      encoding: 'UTF8',
      listens: '127.0.0.1',
      classes: expect.stringMatching(/UTF-8/),
    });
  });

  it('gives the application a role of its own password, which changes no table', async () => {
    const { url, adminUrl } = await start();
    expect(await rows(url)).toBe(1000);
    await expect(ask(url, 'CREATE TABLE mine (n int)')).rejects.toThrow(/permission denied/);
    await expect(ask(url, 'DROP TABLE kept')).rejects.toThrow(/must be owner/);
    expect(new URL(url).password).not.toBe(new URL(adminUrl).password);
    await expect(ask(url.replace(/:[^:@/]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
  });

  it('writes no contents of a row to its log', async () => {
    const { url } = await start();
    await expect(ask(url, `INSERT INTO kept VALUES (1001, 'ふくろう'), (1002, 'ふくろう')`)).rejects.toThrow(
      /duplicate/,
    );
    const log = readFileSync(join(dataDir, 'postgres/server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('ふくろう');
  });

  it('refuses a second start on the same data, and names the process that holds it', async () => {
    const first = await start();
    expect(await refusal()).toMatchObject({ code: 'in-use', message: expect.stringContaining(String(process.pid)) });
    running = first;
    const second = await launch(app, { dataDir });
    expect(second).toMatchObject({ code: 'in-use', message: expect.stringContaining(String(process.pid)) });
    expect(await rows(first.url)).toBe(1000);
  });

  it('carries on with the server that a killed process left running', async () => {
    const first = await launch(app, { dataDir });
    await end(first.child, 'SIGKILL');
    const { url, pid, adopted, port } = await start();
    expect({ pid, adopted, port }).toEqual({ pid: first.pid, adopted: true, port: first.port });
    expect(await rows(url)).toBe(1000);
    await running?.stop();
    expect(processBirth(pid)).toBeNull();
  });

  it('comes back by itself on the same port when its server is killed', async () => {
    const { url, pid, port } = await start();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => rows(url).catch(() => 0), { timeout: 15_000, interval: 50 }).toBe(1000);
    expect(running?.pid).not.toBe(pid);
    expect(running?.port).toBe(port);
  });

  it('comes back by itself when an adopted server is killed', async () => {
    const first = await launch(app, { dataDir });
    await end(first.child, 'SIGKILL');
    const { url, pid } = await start();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => rows(url).catch(() => 0), { timeout: 15_000, interval: 50 }).toBe(1000);
  });

  it('recovers when both the process and its server were killed', async () => {
    const first = await launch(app, { dataDir });
    await end(first.child, 'SIGKILL');
    process.kill(first.pid, 'SIGKILL');
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    expect(await rows(url)).toBe(1000);
  });

  it('is not deceived by a stranger who has the number of a dead server', async () => {
    const first = await launch(app, { dataDir });
    const left = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8');
    await end(first.child, 'SIGTERM');
    writeFileSync(join(cluster(), 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)));
    expect(await rows((await start()).url)).toBe(1000);
  });

  it('stops its server when the process ends without asking', async () => {
    const first = await launch(app, { dataDir });
    await end(first.child, 'SIGUSR2');
    await isGone(first.pid);
  });

  it('stops within two seconds, also with connections open, and may be stopped twice', async () => {
    const { url, pid, stop } = await start();
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    const began = Date.now();
    await Promise.all([stop(), stop()]);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(processBirth(pid)).toBeNull();
    await client.end().catch(() => {});
  });
});

describe('refused with a sentence', () => {
  it('a port that another program uses', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise(listening => other.once('listening', listening));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await refusal({ port })).toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(String(port)),
    });
    other.close();
  });

  it('a server that does not start: the end of its log is in the sentence', async () => {
    const error = await refusal({ settings: { shared_buffers: 'nonsense' } });
    expect(error).toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('invalid value for parameter "shared_buffers"'),
    });
    expect(await rows((await start()).url)).toBe(1000);
  });

  it('data of another major version', async () => {
    const version = join(cluster(), 'PG_VERSION');
    writeFileSync(version, '17\n');
    expect(await refusal()).toMatchObject({
      code: 'other-major-version',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    writeFileSync(version, '18\n');
  });

  it('data whose passwords are lost', async () => {
    const file = join(dataDir, 'postgres/credentials.json');
    const kept = readFileSync(file);
    rmSync(file);
    expect(await refusal()).toMatchObject({ code: 'password-lost', message: expect.stringContaining(file) });
    writeFileSync(file, kept, { mode: 0o600 });
  });

  it('data whose passwords are those of another database', async () => {
    const file = join(dataDir, 'postgres/credentials.json');
    const kept = readFileSync(file);
    writeFileSync(file, '{"owner":"other","application":"other"}', { mode: 0o600 });
    expect(await refusal()).toMatchObject({ code: 'not-our-server' });
    writeFileSync(file, kept, { mode: 0o600 });
    expect(await rows((await start()).url)).toBe(1000);
  });
});

describe('removing the embedded database', () => {
  it('is refused while it is in use; else stops what a killed process left, and leaves nothing', async () => {
    await start();
    await expect(removeEmbeddedPostgres(dataDir)).rejects.toMatchObject({ code: 'in-use' });
    // Told before anybody is asked whether to remove it.
    expect(() => refuseWhileRunning(dataDir)).toThrow(expect.objectContaining({ code: 'in-use' }));
    await running?.stop();
    refuseWhileRunning(dataDir);
    const first = await launch(app, { dataDir });
    await end(first.child, 'SIGKILL');
    await removeEmbeddedPostgres(dataDir);
    expect(processBirth(first.pid)).toBeNull();
    refuseWhileRunning(dataDir);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
