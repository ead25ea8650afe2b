import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../product/product.ts';
import { measureBoard } from './board.ts';
import { measureChart } from './chart.ts';
import { measureCommits } from './commits.ts';
import { computedRows } from './computed.ts';
import { readRuns, withRun } from './earlier-runs.ts';
import { measureFanOut } from './fan-out.ts';
import { measureMemory } from './memory.ts';
import { measureOrder } from './order.ts';
import { chosenParts, type Part, parts } from './parts.ts';
import { pageOf } from './report.ts';
import { rounds, WHOLE_ROUNDS } from './rounds.ts';
import type { Row } from './row.ts';
import { measureStart } from './start.ts';
import { CASES as MOVED, measureSustained } from './sustained.ts';
import { makeWorld, startHost, type World } from './world.ts';

const FEW = 10_000;
/** One million is for once in a while: `BENCH_CASES=1000000 npm run bench -- board`. */
const MANY = Number(process.env.BENCH_CASES ?? 100_000);

const results = join(root, 'bench-results.json');
const chosen = chosenParts(process.argv.slice(2));
if (typeof chosen === 'string') {
  process.stderr.write(`${chosen}\n`);
  process.exit(1);
}
const host = await startHost();
const worlds = new Map<string, Promise<World>>();
/** Made once, when the first part wants it: cases that move, or boards as they really are. */
const world = (name: string, cases: number, movers = 0): Promise<World> => {
  const made = worlds.get(name) ?? timed(`database ${name}`, makeWorld(host, name, { cases, movers }));
  worlds.set(name, made);
  return made;
};
const live = () => world('live', FEW, MOVED);
const small = () => world('small', FEW);

const measures: Readonly<Record<Part, () => Promise<Row[]>>> = {
  commits: async () => measureCommits(await live()),
  chart: async () => measureChart(await live()),
  'fan-out': async () => measureFanOut(await live()),
  sustained: async () => measureSustained(await live()),
  order: async () => measureOrder(await live()),
  board: async () =>
    measureBoard({ cases: FEW, world: await small() }, { cases: MANY, world: await world('large', MANY) }),
  start: async () => measureStart(host, await small()),
  memory: async () => measureMemory(await live()),
};

const measured: Row[] = [];
try {
  for (const part of chosen) measured.push(...(await timed(part, measures[part]())));
} finally {
  await host.stop();
}

const rows = [...measured, ...computedRows(measured)];
const runs = readRuns(results);
const page = pageOf(rows, runs);
process.stdout.write(`${page.text}\n`);
if (chosen.length === parts.length && rounds >= WHOLE_ROUNDS) {
  const kept = withRun(runs, rows, { at: new Date().toISOString(), rounds });
  writeFileSync(join(root, 'docs/bench.md'), page.text);
  writeFileSync(results, `${JSON.stringify({ runs: kept }, null, 1)}\n`);
} else process.stdout.write('Not a whole run of seven rounds: shown, not recorded.\n');
if (page.failed.length > 0) process.stdout.write(`Failed: ${page.failed.join('; ')}\n`);
process.exitCode = page.failed.length > 0 ? 1 : 0;

/** Says how long it took, for a run lasts minutes. */
async function timed<Answer>(what: string, work: Promise<Answer>): Promise<Answer> {
  const began = performance.now();
  const answer = await work;
  process.stderr.write(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return answer;
}
