import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { freePort } from '../product/free-port.ts';
import { type Product, root, startProduct } from '../product/product.ts';
import { registerCases } from '../product/register-cases.ts';
import { type Ledger, readHistory, runCommands } from './commands.ts';
import { expectBackSoon, type Kill } from './outages.ts';

const CLIENTS = 50;
const KILL_EVERY_MS = 5_000;
/** Early, or a quick machine is done with all commands before anything was killed. */
const FIRST_KILL_MS = 1_000;

let product: Product;
let port: number;

const postgresPid = () =>
  Number(readFileSync(join(product.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

/** Kills the database and the program in turn for as long as the commands run. */
async function killUntil(done: Promise<unknown>, mostKills: number): Promise<Kill[]> {
  const kills: Kill[] = [];
  let isDone = false;
  void done.then(
    () => (isDone = true),
    () => (isDone = true),
  );
  while (!isDone) {
    await Promise.race([done.catch(() => undefined), sleep(kills.length === 0 ? FIRST_KILL_MS : KILL_EVERY_MS)]);
    if (isDone || kills.length >= mostKills) break;
    const what = kills.length % 2 === 0 ? 'database' : 'program';
    kills.push({ what, at: performance.now() });
    if (what === 'database') process.kill(postgresPid(), 'SIGKILL');
    else {
      await product.kill();
      product = await startProduct({ port, dataDir: product.dataDir });
    }
  }
  return kills;
}

async function expectNothingLost(cases: readonly string[], ledger: Ledger): Promise<void> {
  const nurse = await signIn(product.url, 'dsn@demo');
  const histories = new Map<string, Awaited<ReturnType<typeof readHistory>>>();
  for (const id of cases) histories.set(id, await readHistory(nurse, id));
  for (const [id, events] of histories)
    expect(
      events.map(({ seq }) => seq),
      id,
    ).toEqual(events.map((_, at) => at + 1));
  const seen = new Set<string>();
  for (const { caseId, version, marker, after } of ledger.acknowledged.values()) {
    expect(version, 'a command came before one that was acknowledged before it was sent').toBeGreaterThan(after);
    expect(seen.has(`${caseId}:${version}`), 'two acknowledged commands with one version').toBe(false);
    seen.add(`${caseId}:${version}`);
    const event = histories.get(caseId)?.[version - 1];
    expect(event, `acknowledged and not there: version ${version}`).toBeDefined();
    if (marker) expect(Object.values(event?.texts ?? {})).toContain(marker);
  }
  const markers = [...histories.values()]
    .flat()
    .flatMap(({ texts }) => Object.values(texts ?? {}).filter(text => text.startsWith('mark-')));
  expect(new Set(markers).size, 'a command was done twice').toBe(markers.length);
  const recorded = [...histories.values()].reduce((sum, events) => sum + events.length - 1, 0);
  expect(recorded).toBe(ledger.acknowledged.size);
}

/**
 * Random commands of fifty clients on one case and on two hundred, with the database and the program killed in turn; then
 * what was acknowledged is compared with what is there, and every chain and decision is proved.
 */
export function describeKills({ commands, mostKills }: { commands: number; mostKills: number }): void {
  beforeAll(async () => {
    port = await freePort();
    product = await startProduct({ port });
  });
  afterAll(() => product.remove());

  describe('kill -9 of database and program', () => {
    it.each([1, 200])(
      `loses, doubles and reorders nothing: ${commands} commands by ${CLIENTS} clients on %i case(s)`,
      async count => {
        const cases = await registerCases(await signIn(product.url, 'dsn@demo'), count);
        const target = { url: () => `http://127.0.0.1:${port}`, identifier: 'dsn@demo' };
        const began = performance.now();
        const running = runCommands(target, { cases, commands, clients: CLIENTS });
        const kills = await killUntil(running, mostKills);
        const ledger = await running;
        const seconds = Math.round((performance.now() - began) / 1000);
        console.log(
          `${count} case(s): ${ledger.acknowledged.size} acknowledged, ${ledger.refused} refused, ${ledger.retries} retries, ${kills.length} kills, ${seconds} s`,
        );
        expect(ledger.acknowledged.size + ledger.refused).toBe(commands);
        expectBackSoon(ledger, kills);
        await expectNothingLost(cases, ledger);
      },
    );

    it('keeps every chain whole and every decision as it would be decided again', async () => {
      await product.stop();
      const env = { ...process.env, DATA_DIR: product.dataDir, LOG_LEVEL: 'warn' };
      const said = execFileSync(process.execPath, [join(root, 'services/standalone/dist/commands/verify.js')], {
        env,
        encoding: 'utf8',
      });
      expect(said).toMatch(/chains are whole/);
      product = await startProduct({ port, dataDir: product.dataDir });
    });
  });

  describe('duplicates', () => {
    it('does 200 keys × 5 parallel duplicates 200 times', async () => {
      const nurse = await signIn(product.url, 'dsn@demo');
      const [caseId = ''] = await registerCases(nurse, 1);
      const keys = Array.from({ length: 200 }, (_, n) => `key-${n}-${caseId}`);
      const answers = await Promise.all(
        keys.flatMap(key =>
          Array.from({ length: 5 }, () => nurse.send(caseId, '*', { type: 'note.added', note: `mark-${key}` }, key)),
        ),
      );
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      const byKey = keys.map(
        (_, at) => new Set(answers.slice(at * 5, at * 5 + 5).map(({ body }) => JSON.stringify(body))).size,
      );
      expect(byKey.every(different => different === 1)).toBe(true);
      expect(await readHistory(nurse, caseId)).toHaveLength(201);
    });
  });
}
