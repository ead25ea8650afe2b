import { bareSide, productSide, type Side } from './changes.ts';
import { bareCrowd, productCrowd } from './crowd.ts';
import { keptAlive, median, quantile } from './load.ts';
import { rounds } from './rounds.ts';
import { atMost, type Row } from './row.ts';
import type { Pair, World } from './world.ts';

const SOCKETS = [200, 1_000] as const;
/** Changes a round, one after the other: enough that one hiccup of the machine does not make a round. */
const CHANGES = 100;
const WARM_UP = 10;

/** From the request of a change until the last of all clients has it; product and bare server in turn. */
export function measureFanOut(world: World): Promise<Row[]> {
  return world.withPair(async pair => {
    const rows: Row[] = [];
    for (const count of SOCKETS) rows.push(...(await measure(pair, count)));
    return rows;
  });
}

async function measure(pair: Pair, count: number): Promise<Row[]> {
  const agent = keptAlive();
  const product = productSide(pair, await productCrowd(pair, count), agent);
  const bare = bareSide(pair, await bareCrowd(pair, count), agent);
  await timesOf(product, WARM_UP);
  await timesOf(bare, WARM_UP);
  const mine: number[][] = [];
  const theirs: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(await timesOf(product, CHANGES));
    theirs.push(await timesOf(bare, CHANGES));
  }
  for (const { crowd } of [product, bare]) crowd.leave();
  agent.destroy();
  const name = `request to last of ${count} sockets`;
  const p99 = (times: readonly number[][]) => quantile(times.flat(), 0.99);
  return [
    {
      part: 'fan-out',
      name: `${name}, p50`,
      unit: 'ms',
      product: median(mine.flat()),
      bare: median(theirs.flat()),
      ratio: median(mine.map((times, round) => median(times) / median(theirs[round] ?? []))),
      floor: atMost(1.5),
    },
    { part: 'fan-out', name: `${name}, p99`, unit: 'ms', product: p99(mine), bare: p99(theirs), floor: atMost(2) },
  ];
}

async function timesOf(side: Side, changes: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < changes; n++) {
    const began = performance.now();
    await side.change(0);
    times.push(performance.now() - began);
  }
  return times;
}
