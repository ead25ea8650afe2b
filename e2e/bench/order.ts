import { setTimeout as sleep } from 'node:timers/promises';
import { type Crowd, productCrowd } from './crowd.ts';
import { keptAlive } from './load.ts';
import { moveProduct } from './movers.ts';
import { figureAtMost, type Row } from './row.ts';
import type { Pair, World } from './world.ts';

const COMMITS = 3_000;
const WRITERS = 16;
const SOCKETS = 20;
const SETTLE_MS = 5_000;

/** What of 3,000 commits by 16 writers did not reach a client, or reached it in the wrong order. */
export function measureOrder(world: World): Promise<Row[]> {
  return world.withPair(async pair => {
    const crowd = await productCrowd(pair, SOCKETS);
    const agent = keptAlive();
    let left = COMMITS;
    const write = async (writer: number) => {
      // Each writer has cases of its own, so that none is refused for its version.
      for (let n = 0; left-- > 0; n++)
        if (!(await moveProduct(pair, writer + WRITERS * (n % 4), agent)))
          throw new Error('bench: a commit was refused');
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    const until = performance.now() + SETTLE_MS;
    while (lost(pair, crowd) > 0 && performance.now() < until) await sleep(20);
    crowd.leave();
    agent.destroy();
    const wrong = lost(pair, crowd) + crowd.backwards;
    const name = `lost or out of order of ${COMMITS} commits by ${WRITERS} writers, at ${SOCKETS} sockets`;
    return [{ part: 'order', name, unit: '', product: wrong, floor: figureAtMost(0) }];
  });
}

/** Clients times cases whose last version did not arrive; nobody asks for what was missed. */
const lost = ({ movers }: Pair, crowd: Crowd): number =>
  movers.slice(0, WRITERS * 4).reduce((sum, { id, version }) => sum + crowd.lacking(id, version), 0);
