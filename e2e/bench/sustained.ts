import { setTimeout as sleep } from 'node:timers/promises';
import { bareSide, productSide, type Side } from './changes.ts';
import { bareCrowd, productCrowd } from './crowd.ts';
import { keptAlive, median } from './load.ts';
import { rounds } from './rounds.ts';
import { atLeast, type Row } from './row.ts';
import type { World } from './world.ts';

const SOCKETS = 200;
/** As many cases as there are changes under way at most: distinct ones, each moved again only after its last move. */
export const CASES = 200;
const WITHIN_MS = 250;
const FIRST_RATE = 50;
const STEP = 1.3;
const STEP_MS = 1_000;
const GIVE_UP_MS = 30_000;
/** One after the other, before the first rung. */
const WARM_UP = 100;
const LADDERS = Math.ceil(rounds / 2);

/** Changes a second of which every one reaches all of 200 clients within 250 ms: the last rung of a ladder that holds. */
export function measureSustained(world: World): Promise<Row[]> {
  return world.withPair(async pair => {
    const agent = keptAlive();
    const product = productSide(pair, await productCrowd(pair, SOCKETS), agent);
    const bare = bareSide(pair, await bareCrowd(pair, SOCKETS), agent);
    for (const side of [product, bare]) for (let n = 0; n < WARM_UP; n++) await side.change(n);
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let ladder = 0; ladder < LADDERS; ladder++) {
      mine.push(await climb(product, mine.at(-1)));
      theirs.push(await climb(bare, theirs.at(-1)));
    }
    for (const { crowd } of [product, bare]) crowd.leave();
    agent.destroy();
    return [
      {
        part: 'sustained',
        name: `changes to ${SOCKETS} sockets, each with all within ${WITHIN_MS} ms`,
        unit: '/s',
        product: median(mine),
        bare: median(theirs),
        ratio: median(mine.map((rate, ladder) => rate / (theirs[ladder] ?? Number.NaN))),
        floor: atLeast(1),
      },
    ];
  });
}

/** The highest rate that holds; a rung is tried twice. Begins a little below the rate that held the last time. */
async function climb(side: Side, last = 0): Promise<number> {
  let held = 0;
  let rate = Math.max(FIRST_RATE, Math.round(last / STEP ** 3));
  while ((await holds(side, rate)) || (await holds(side, rate))) {
    held = rate;
    rate = Math.round(rate * STEP);
  }
  return held;
}

/** Sends changes at a steady rate, whether or not those before are answered; true: each was everywhere in time. */
async function holds(side: Side, rate: number): Promise<boolean> {
  const free = Array.from({ length: CASES }, (_, n) => n);
  const under: Promise<void>[] = [];
  let isLate = false;
  const began = performance.now();
  for (let sent = 0; !isLate && sent < (rate * STEP_MS) / 1_000; sent++) {
    const due = began + (sent * 1_000) / rate;
    while (performance.now() < due) await sleep(1);
    const n = free.shift();
    if (n === undefined) isLate = true;
    else
      under.push(
        side.change(n).then(() => {
          free.push(n);
          if (performance.now() - due > WITHIN_MS) isLate = true;
        }),
      );
  }
  const all = await Promise.race([Promise.all(under), sleep(GIVE_UP_MS, null, { ref: false })]);
  if (all === null) throw new Error(`bench: changes at ${rate}/s were not everywhere after ${GIVE_UP_MS} ms`);
  return !isLate;
}
