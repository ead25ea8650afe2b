import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileLauncher, end, launch, linkModules, openFolder } from '../testing/launcher-process.ts';

let folder: string;
let app: string;

beforeAll(() => {
  folder = openFolder('initialise');
  app = compileLauncher(folder);
  linkModules(app);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const drafts = (home: string) =>
  existsSync(home) ? readdirSync(home).filter(name => name.startsWith('cluster-draft')) : [];

/** A first start that is killed as soon as its draft holds some files; initdb goes on without it. */
async function killedWhileDrafting(dataDir: string, files: number): Promise<void> {
  const home = join(dataDir, 'postgres');
  const child = spawn(process.execPath, [join(app, 'start.js'), JSON.stringify({ dataDir })], {
    cwd: '/',
    stdio: 'ignore',
  });
  const written = () => drafts(home).some(name => readdirSync(join(home, name), { recursive: true }).length >= files);
  for (const until = Date.now() + 60_000; !written() && Date.now() < until; ) await sleep(2);
  expect(written()).toBe(true);
  await end(child, 'SIGKILL');
}

/** Fills folders without end, as an initdb does that nobody waits for. */
const writer = `
const fs = require('node:fs');
for (let n = 0; ; n++) for (const folder of process.argv.slice(1)) {
  fs.mkdirSync(folder, { recursive: true });
  try { fs.writeFileSync(folder + '/' + (n % 1000), ''); } catch {}
}`;

describe('a first start that was killed while it made the database', () => {
  it.each([20, 200, 700])('leaves nothing to stumble over, although initdb still writes (%i files)', async files => {
    const dataDir = join(folder, `killed-${files}`);
    mkdirSync(dataDir);
    await killedWhileDrafting(dataDir, files);
    const next = await launch(app, { dataDir });
    expect(next.message).toBeUndefined();
    expect(next.pid).toBeGreaterThan(0);
    await end(next.child, 'SIGTERM');
  });

  it('leaves an initdb that writes for as long as it likes, into a folder of its own', async () => {
    const dataDir = join(folder, 'orphan');
    const drafted = ['cluster-draft', 'cluster-draft-old'].map(name => join(dataDir, 'postgres', name));
    for (const draft of drafted) mkdirSync(draft, { recursive: true });
    const orphan = spawn(process.execPath, ['-e', writer, ...drafted], { stdio: 'ignore' });
    try {
      const next = await launch(app, { dataDir });
      expect(next.message).toBeUndefined();
      await end(next.child, 'SIGTERM');
    } finally {
      await end(orphan, 'SIGKILL');
    }
  });

  it('leaves a draft that a later start removes', async () => {
    const dataDir = join(folder, 'later');
    mkdirSync(dataDir);
    await end((await launch(app, { dataDir })).child, 'SIGTERM');
    const left = join(dataDir, 'postgres/cluster-draft-left');
    mkdirSync(left);
    writeFileSync(join(left, 'PG_VERSION'), '18\n');
    await end((await launch(app, { dataDir })).child, 'SIGTERM');
    expect(drafts(join(dataDir, 'postgres'))).toEqual([]);
  });
});
