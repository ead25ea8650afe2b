import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, compileLauncher, end, launch, linkModules, openFolder } from '../testing/launcher-process.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { processBirth } from './running-process.ts';

let folder: string;
let app: string;
let held: string;

beforeAll(() => {
  folder = openFolder('lock');
  app = compileLauncher(folder);
  linkModules(app);
});
beforeEach(() => {
  held = join(folder, crypto.randomUUID());
  mkdirSync(held);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (owner: object) => writeFileSync(join(held, 'owner-7.json'), JSON.stringify(owner));

describe('the owner of a data directory', () => {
  it('is one process: a second take is refused until the first lets go', () => {
    const first = takeOwnerLock(held);
    expect(() => takeOwnerLock(held)).toThrow(`pid ${process.pid}`);
    first.release();
    takeOwnerLock(held).release();
    expect(readdirSync(held)).toEqual(['owner-2.json']);
  });

  it('counts as gone when its process is gone', () => {
    write({ pid: 2 ** 22 + 1, birth: 'long ago', released: false });
    expect(() => takeOwnerLock(held)).not.toThrow();
  });

  it('counts as gone when another process now has its number', () => {
    write({ pid: process.pid, birth: 'before the last boot', released: false });
    expect(() => takeOwnerLock(held)).not.toThrow();
  });

  it('counts as gone when its file was cut short', () => {
    writeFileSync(join(held, 'owner-7.json'), '{"pid":1');
    expect(() => takeOwnerLock(held)).not.toThrow();
  });

  it('holds against anybody while it lives', () => {
    write({ pid: process.pid, birth: processBirth(process.pid), released: false });
    expect(() => takeOwnerLock(held)).toThrow(/Another running/);
  });

  it('is one of five that find a dead owner at the same moment', async () => {
    write({ pid: 2 ** 22 + 1, birth: 'long ago', released: false });
    const all: Answer[] = await Promise.all(
      Array.from({ length: 5 }, () => launch(app, { dataDir: held, script: 'take-lock.js' })),
    );
    expect(all.map(({ code }) => code).sort()).toEqual(['in-use', 'in-use', 'in-use', 'in-use', 'taken']);
    await Promise.all(all.map(({ child }) => end(child, 'SIGKILL')));
  }, 60_000);
});
