import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '../product/client.ts';
import { root, startProduct } from '../product/product.ts';
import { measureBoard } from './board.ts';
import { loadBare, loadProduct, makeMovers } from './commits.ts';
import { measureFanOut } from './fan-out.ts';
import { median } from './load.ts';
import { chosenParts } from './parts.ts';
import { type Row, tableOf } from './report.ts';
import { residentMb, startBare } from './servers.ts';

/** Rounds are interleaved, product and limit seconds apart: the machine's drift hits both. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 2_000);
const CLIENTS = [1, 8, 32] as const;
const LEAD = 'org-kodomo';

type Sample = {
  readonly product: number;
  readonly bare: number;
  readonly productP99: number;
  readonly bareP99: number;
  readonly failed: number;
};

const parts = chosenParts(process.argv.slice(2));
const began = performance.now();
const product = await startProduct();
const coldMs = performance.now() - began;
const connection = product.connection();
const bare = await startBare(connection);
const rows: Row[] = [];
try {
  const nurse = await signIn(product.url, 'dsn@demo');
  const movers = await makeMovers(nurse, LEAD, Math.max(...CLIENTS));
  const versions = new Map<number, number>();
  await loadProduct(nurse, movers, 8, 1_000);
  await loadBare(bare.url, versions, 8, 1_000);
  if (parts.has('commits')) rows.push(...(await measureCommits(nurse, movers, versions)));
  if (parts.has('memory'))
    rows.push({
      name: 'memory after load',
      unit: 'MB',
      product: residentMb(product.pid),
      limit: residentMb(bare.pid),
      floor: 2,
      better: 'lower',
    });
  if (parts.has('fan-out')) rows.push(...(await measureFanOut(product.url, bare.url, nurse, movers)));
  if (parts.has('board')) rows.push(...(await measureBoard(product.url, nurse)));
  await product.stop();
  if (parts.has('start')) rows.push(...(await measureStart()));
} finally {
  await bare.stop();
  await product.remove();
}

const table = tableOf(rows);
if (parts.areAll) {
  writeFileSync(join(root, 'docs/bench.md'), table.text);
  writeFileSync(
    join(root, 'bench-results.json'),
    `${JSON.stringify({ at: new Date().toISOString(), rounds: ROUNDS, rows }, null, 2)}\n`,
  );
}
process.stdout.write(`${table.text}\n`);
process.exitCode = table.isBelow ? 1 : 0;

async function measureCommits(
  nurse: Awaited<ReturnType<typeof signIn>>,
  movers: Awaited<ReturnType<typeof makeMovers>>,
  versions: Map<number, number>,
): Promise<Row[]> {
  const samples = new Map<number, Sample[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const clients of CLIENTS) {
      const mine = await loadProduct(nurse, movers, clients, ROUND_MS);
      const limit = await loadBare(bare.url, versions, clients, ROUND_MS);
      const sample = {
        product: mine.perSecond,
        bare: limit.perSecond,
        productP99: mine.p99,
        bareP99: limit.p99,
        failed: mine.failed + limit.failed,
      };
      samples.set(clients, [...(samples.get(clients) ?? []), sample]);
    }
  return [...CLIENTS.flatMap(clients => commitRows(clients, samples.get(clients) ?? [])), scaling(samples)];
}

async function measureStart(): Promise<Row[]> {
  const again = performance.now();
  const second = await startProduct({ dataDir: product.dataDir });
  const againMs = performance.now() - again;
  await second.stop();
  return [
    {
      name: 'first start to ready (database made, demo written)',
      unit: 'ms',
      product: coldMs,
      limit: null,
      floor: null,
      better: 'lower',
    },
    { name: 'second start to ready', unit: 'ms', product: againMs, limit: 5_000, floor: 1, better: 'lower' },
  ];
}

function commitRows(clients: number, samples: readonly Sample[]): Row[] {
  const ratio = median(samples.map(sample => sample.product / sample.bare));
  const p99 = median(samples.map(sample => sample.productP99 / sample.bareP99));
  const floors: Record<number, number | null> = { 1: null, 8: 0.5, 32: 0.4 };
  const middle = (pick: (sample: Sample) => number) => median(samples.map(pick));
  const failed = samples.reduce((sum, sample) => sum + sample.failed, 0);
  if (failed > 0) throw new Error(`${failed} requests failed with ${clients} clients`);
  return [
    {
      name: `transitions, ${clients} client(s)`,
      unit: '/s',
      product: middle(s => s.product),
      limit: middle(s => s.bare),
      ratio,
      floor: floors[clients] ?? null,
      better: 'higher',
    },
    {
      name: `p99, ${clients} client(s)`,
      unit: 'ms',
      product: middle(s => s.productP99),
      limit: middle(s => s.bareP99),
      ratio: p99,
      floor: clients === 8 ? 2 : null,
      better: 'lower',
    },
  ];
}

function scaling(samples: ReadonlyMap<number, Sample[]>): Row {
  const at = (clients: number) => median((samples.get(clients) ?? []).map(sample => sample.product));
  return {
    name: 'transitions with 32 clients over 8',
    unit: '/s',
    product: at(32),
    limit: at(8),
    floor: 0.9,
    better: 'higher',
  };
}
