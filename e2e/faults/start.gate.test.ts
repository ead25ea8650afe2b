import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { freePort } from '../product/free-port.ts';
import { demoPassword, type Product, root, startProduct, worlds } from '../product/product.ts';
import { runProgram } from '../product/run-program.ts';

let folder: string;
let running: Product | null = null;

const start = async (options: Parameters<typeof startProduct>[0]) => {
  running = await startProduct(options);
  return running;
};
const open = (name: string) => {
  const made = join(folder, name);
  mkdirSync(made, { recursive: true });
  chmodSync(made, 0o755);
  return made;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaerimichi-start-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both languages, and no stack: what a person can act on. */
const expectSentence = ({ code, said }: { code: number | null; said: string }, ...parts: RegExp[]) => {
  expect(code, said).toBe(1);
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  for (const part of parts) expect(said).toMatch(part);
};

describe('a start is refused with a sentence', () => {
  it('on a data folder that is in use, on a port that is taken, and with wrong settings', async () => {
    const first = await start({ dataDir: open('in use') });
    const env = { DATA_DIR: first.dataDir, PORT: String(await freePort()) };
    expectSentence(
      await runProgram('start', { env }),
      /別のかえりみち（pid|動いている別のかえりみち/,
      /Another running かえりみち/,
    );
    const taken = { DATA_DIR: open('other'), PORT: new URL(first.url).port };
    expectSentence(await runProgram('start', { env: taken }), /ポート \d+ は、ほかの/, /Port \d+ is in use.*PORT/);
    const wrong = { PORT: 'x', HOST: '0.0.0.0', DEMO: '2', LOG_LEVEL: 'loud' };
    const bilingual = ['PORT', 'HOST', 'DEMO', 'LOG_LEVEL'].map(
      name => new RegExp(`${name}: .*。\n +${name}: [^。]+$`, 'm'),
    );
    expectSentence(await runProgram('start', { env: wrong }), ...bilingual);
    expectSentence(await runProgram('start', { env: { DATA_DIR: '/dev/null' } }), /DATA_DIR に/, /as DATA_DIR/);
    const noServer = { DATABASE_URL: `postgresql://nobody@127.0.0.1:${await freePort()}/none` };
    expectSentence(await runProgram('start', { env: noServer }), /応答しません/, /does not answer/);
    const noCertificate = { DATA_DIR: open('tls'), TLS_CERT_FILE: '/nowhere/cert', TLS_KEY_FILE: '/nowhere/key' };
    expectSentence(await runProgram('start', { env: noCertificate }), /証明書/, /TLS_CERT_FILE/);
  });

  it('when real data would meet the demo, either way round', async () => {
    const demo = await start({ dataDir: open('world') });
    await demo.stop();
    expectSentence(await runProgram('start', { env: { DATA_DIR: demo.dataDir, DEMO: '0' } }), /holds the demo/);
    const real = await start({ dataDir: open('real'), env: { DEMO: '0' } });
    expect(real.log()).toMatch(new RegExp(`${new URL(real.url).port}/setup#[\\w-]{43}`));
    await real.stop();
    expectSentence(await runProgram('start', { env: { DATA_DIR: real.dataDir } }), /begun for real people/);
  });

  it('to read from a folder without a database: a backup of nothing would be found out when it is needed', async () => {
    const nothing = join(open('nothing'), 'data');
    const told = await runProgram('verify', { env: { DATA_DIR: nothing } });
    expectSentence(told, /データベースがありません/, /There is no database in/);
    expect(existsSync(nothing)).toBe(false);
  });

  it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')('on a disk without room', async () => {
    const small = open('small');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=30m,mode=755', 'tmpfs', small]);
    try {
      const env = { DATA_DIR: join(small, 'data'), PORT: String(await freePort()) };
      expectSentence(await runProgram('start', { env }), /空きがありません/, /The disk is full/);
    } finally {
      execFileSync('umount', ['-l', small]);
    }
  });
});

describe('a start', () => {
  it('works from a folder with spaces and Japanese letters', async () => {
    const { url } = await start({ dataDir: join(open('わたしの データ'), '一つ目') });
    expect((await signIn(url, 'dsn@demo')).cookie).toContain('=');
  });

  const main = join(root, 'services/standalone/bundle/main.js');
  it('takes the code that was compiled at the build', () => {
    // A start that refuses its settings has loaded the whole program by then.
    const program = `
      process.on('exit', () => {
        const scripts = [...require('./load.cjs').loaded.values()].map(({ script }) => script.cachedDataRejected);
        console.log(scripts.length > 3, scripts.every(isRejected => isRejected === false));
      });
      require('./main.js');`;
    const { stdout } = spawnSync(process.execPath, ['-e', program], {
      cwd: dirname(main),
      env: { ...process.env, PORT: 'none' },
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('true true');
  });

  const begin = (dataDir: string) => {
    const ours = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', DEMO_PASSWORD: demoPassword, DEMO_WORLD: 'whole' };
    const env = { ...process.env, ...ours };
    const child = spawn(process.execPath, [main], { cwd: root, env, stdio: 'ignore' });
    const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
    return { child, ended };
  };

  it('that is killed at any moment goes on the next time, and ends with the same world', async () => {
    const dataDir = join(open('killed'), 'data');
    for (const ms of [600, 1_200, 1_800, 2_400, 3_200]) {
      const { child, ended } = begin(dataDir);
      await sleep(ms);
      child.kill('SIGKILL');
      await ended;
    }
    const { url } = await start({ dataDir, world: 'whole' });
    const board = await (await signIn(url, 'dsn@demo')).get<{ rows: unknown[] }>('/board');
    expect(board.body.rows).toHaveLength(worlds.whole.cards);
    expect((await runProgram('verify', { env: { DATA_DIR: dataDir } })).said).toMatch(/chains are whole/);
  });

  it('that is stopped half-way ends cleanly and leaves no server behind', async () => {
    const dataDir = join(open('stopped'), 'data');
    const server = join(dataDir, 'postgres/cluster/postmaster.pid');
    const { child, ended } = begin(dataDir);
    await expect.poll(() => existsSync(server), { timeout: 30_000, interval: 5 }).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(server)).toBe(false);
  });
});

describe('everything out, everything in', () => {
  it('is exported and verified beside the running program, and comes back the same after a reset', async () => {
    const dataDir = join(open('moved'), 'data');
    const file = join(folder, 'everything.ndjson.gz');
    const env = { DATA_DIR: dataDir };
    // Without the clock, which would go on telling what falls due in the demo.
    const first = await start({ dataDir, env: { ROLES: 'api,realtime' } });
    const nurse = await signIn(first.url, 'dsn@demo');
    const bundle = readFileSync(join(root, 'packages/interop/samples/invented-child-15.json'));
    const sent = await fetch(`${first.url}/api/v1/imports/fhir`, {
      method: 'POST',
      headers: {
        cookie: nurse.cookie,
        'content-type': 'application/fhir+json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: bundle,
    });
    expect(sent.status).toBeLessThan(300);
    const before = await everythingOf(first.url);
    expect(await runProgram('export', { args: [file], env })).toMatchObject({ code: 0 });
    const written = statSync(file);
    const over = await runProgram('export', { args: [file], env });
    expect(over).toMatchObject({ code: 1, said: expect.stringContaining('--force') });
    expect(statSync(file)).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs });
    expect(await runProgram('export', { args: [file, '--force'], env })).toMatchObject({ code: 0 });
    expect((await runProgram('verify', { env })).said).toMatch(/chains are whole/);
    const slip = await runProgram('admin-slip', { args: ['admin@demo'], env });
    expect(slip).toMatchObject({ code: 0, said: expect.stringContaining(`:${new URL(first.url).port}/password#`) });
    expectSentence(await runProgram('import', { args: [file], env }), /Another running かえりみち/);
    expectSentence(await runProgram('reset', { args: ['--yes'], env }), /Another running かえりみち/);
    await first.stop();
    expectSentence(await runProgram('import', { args: [file], env }), /not empty/);
    expect(await runProgram('reset', { args: ['--yes'], env })).toMatchObject({ code: 0 });
    expect(existsSync(dataDir)).toBe(false);

    const cut = join(folder, 'cut.ndjson.gz');
    const bytes = readFileSync(file);
    writeFileSync(cut, bytes.subarray(0, bytes.length / 2));
    expectSentence(await runProgram('import', { args: [cut], env }), /途中で切れて/, /cut short/);
    writeFileSync(
      cut,
      bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 0xff : byte)),
    );
    expectSentence(await runProgram('import', { args: [cut], env }), /壊れて|書き換え/, /damaged|changed/);
    writeFileSync(
      cut,
      gzipSync(
        gunzipSync(bytes)
          .toString()
          .replace(/"migration":"[^"]*"/, '"migration":"20200101_old"'),
      ),
    );
    expectSentence(await runProgram('import', { args: [cut], env }), /20200101_old/);
    expectSentence(await runProgram('import', { args: [join(folder, 'nowhere.gz')], env }), /nowhere\.gz/);
    expect(await runProgram('import', { args: [file], env })).toMatchObject({ code: 0 });

    expect((await runProgram('verify', { env })).said).toMatch(/chains are whole/);
    const again = await start({ dataDir, env: { ROLES: 'api,realtime' } });
    expect(await everythingOf(again.url)).toEqual(before);
  });

  it('after which a start without DEMO_PASSWORD prints the last one again, for its owner alone', async () => {
    const dataDir = join(folder, 'moved/data');
    const started = await start({ dataDir, env: { DEMO_PASSWORD: '' } });
    expect(await printedBy(started)).toBe(demoPassword);
    expect((await signIn(started.url, 'hvn@demo')).cookie).toContain('=');
    expect(statSync(join(dataDir, 'demo-password')).mode & 0o777).toBe(0o600);
  });

  it('after which, where none is kept, one is drawn, printed, and signs in', async () => {
    const dataDir = join(folder, 'moved/data');
    rmSync(join(dataDir, 'demo-password'));
    const started = await start({ dataDir, env: { DEMO_PASSWORD: '' } });
    const printed = await printedBy(started);
    expect(printed).not.toBe(demoPassword);
    expect((await signIn(started.url, 'hvn@demo', printed)).cookie).toContain('=');
    await expect(signIn(started.url, 'hvn@demo')).rejects.toThrow('401');
  });
});

async function printedBy({ log }: { log: () => string }): Promise<string> {
  await expect.poll(log, { timeout: 10_000 }).toMatch(/Demo password: (\S+)/);
  return /Demo password: (\S+)/.exec(log())?.[1] ?? '';
}

/** What people see of it all: every sign-in's board, every history, every draft. */
async function everythingOf(url: string): Promise<unknown> {
  const seen: Record<string, unknown> = {};
  for (const name of ['dsn', 'doctor', 'hvn', 'coord']) {
    const client = await signIn(url, `${name}@demo`);
    const { body } = await client.get<{ columns: string[]; rows: unknown[][] }>('/board');
    const id = body.columns.indexOf('id');
    seen[name] = {
      rows: body.rows.map(row => JSON.stringify(row)).sort(),
      histories: await Promise.all(body.rows.map(row => client.get(`/cases/${row[id]}/events?after=0`))),
      drafts: name === 'dsn' ? await client.get('/imports/drafts') : null,
    };
  }
  return seen;
}
