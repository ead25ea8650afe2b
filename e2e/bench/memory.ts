import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBareBoard, readBoard } from './board.ts';
import { load } from './load.ts';
import { moveBare, moveProduct } from './movers.ts';
import { residentMb } from './process-figures.ts';
import { roundMs } from './rounds.ts';
import { atMost, type Row } from './row.ts';
import type { World } from './world.ts';

const IDLE_MS = 3_000;
/** Half of them move cases, half read boards. */
const CLIENTS = 16;
const LOOK_EVERY_MS = 100;

/** Resident memory of the Node processes alone: after a first board, and the most while 16 clients are at work. */
export function measureMemory(world: World): Promise<Row[]> {
  return world.withPair(async pair => {
    const { product, bare, nurse } = pair;
    const once = new Agent();
    await readBoard(product, nurse.cookie, once);
    await readBareBoard(bare, once);
    once.destroy();
    await sleep(IDLE_MS);
    const idle = { product: residentMb(product.pid), bare: residentMb(bare.pid) };
    const busy = {
      product: await mostWhile(product.pid, (client, agent) =>
        client % 2 ? isServed(readBoard(product, nurse.cookie, agent)) : moveProduct(pair, client, agent),
      ),
      bare: await mostWhile(bare.pid, (client, agent) =>
        client % 2 ? isServed(readBareBoard(bare, agent)) : moveBare(pair, client, agent),
      ),
    };
    const common = { part: 'memory', unit: 'MB', floor: atMost(2) } as const;
    return [
      { ...common, name: 'memory, idle after a first board', ...idle },
      { ...common, name: `memory, most under ${CLIENTS} clients`, ...busy },
    ];
  });
}

const isServed = async (reply: ReturnType<typeof readBoard>) => (await reply).status === 200;

async function mostWhile(pid: number, once: Parameters<typeof load>[2]): Promise<number> {
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, LOOK_EVERY_MS);
  const { failed } = await load(CLIENTS, roundMs * 4, once);
  clearInterval(looking);
  if (failed > 0) throw new Error(`bench: ${failed} requests failed under ${CLIENTS} clients`);
  return most;
}
