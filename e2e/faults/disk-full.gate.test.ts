import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { runProgram } from '../product/run-program.ts';
import { readHistory } from './commands.ts';

// Only root can mount a small disk.
const mayMount = process.getuid?.() === 0 && process.platform === 'linux';
const HEALS_WITHIN_MS = 30_000;

let disk: string;
let product: Product;
let nurse: Client;
let caseId: string;
const acknowledged: string[] = [];
const answers = new Set<number>();

beforeAll(async () => {
  if (!mayMount) return;
  disk = mkdtempSync(join(tmpdir(), 'kaerimichi-disk-'));
  chmodSync(disk, 0o755);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'tmpfs', disk]);
  mkdirSync(join(disk, 'data'), { mode: 0o755 });
  product = await startProduct({ dataDir: join(disk, 'data') });
  nurse = await signIn(product.url, 'dsn@demo');
  const made = await nurse.post<{ id: string }>('/cases', {
    lead: 'org-kodomo',
    bornOn: '2025-01-01',
    reason: 'disk full',
    origin: 'ward',
  });
  caseId = made.body.id;
});
afterAll(async () => {
  if (!mayMount) return;
  await product?.stop();
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** One note of some kilobytes; whether it was acknowledged. */
async function note(): Promise<boolean> {
  const text = `mark-${acknowledged.length}-${answers.size}-${crypto.randomUUID()} `;
  const { status } = await nurse.send(caseId, '*', { type: 'note.added', note: text + 'か'.repeat(1_500) });
  answers.add(status);
  if (status === 200) acknowledged.push(text);
  return status === 200;
}

describe.skipIf(!mayMount)('a full disk', () => {
  it('makes writes wait with 503 and nothing worse, and heals by itself when there is room again', async () => {
    expect(await note()).toBe(true);
    const filler = join(disk, 'filler');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 256 * 1024));
    for (let refused = 0, n = 0; refused < 20 && n < 2_000; n++) if (!(await note())) refused += 1;
    expect([...answers].sort()).toEqual([200, 503]);
    const health = await fetch(`${product.url}/healthz`);
    expect(health.status).toBe(200);
    rmSync(filler);
    const until = Date.now() + HEALS_WITHIN_MS;
    while (!(await note()) && Date.now() < until) await sleep(200);
    expect(await note()).toBe(true);
    expect([...answers].sort()).toEqual([200, 503]);
  });

  it('loses nothing that was acknowledged', async () => {
    const texts = (await readHistory(nurse, caseId)).flatMap(({ texts }) => Object.values(texts ?? {}));
    for (const text of acknowledged) expect(texts.filter(each => each.startsWith(text))).toHaveLength(1);
    const verified = await runProgram('verify', { env: { DATA_DIR: product.dataDir } });
    expect(verified.said).toMatch(/all chains are whole/);
  });
});
