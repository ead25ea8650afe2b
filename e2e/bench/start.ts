import { Agent } from 'node:http';
import { startProduct } from '../product/product.ts';
import { readBareBoard, readBoard } from './board.ts';
import { median, type Reply } from './load.ts';
import { rounds } from './rounds.ts';
import { atMost, figureAtMost, type Row } from './row.ts';
import type { Server } from './servers.ts';
import type { Host, World } from './world.ts';

/** From starting the process, on a database that runs and is up to date, to the first board served. */
export async function measureStart(host: Host, world: World): Promise<Row[]> {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(
      await timeOf(
        () => world.startProduct(),
        (server, agent) => readBoard(server, world.cookie, agent),
      ),
    );
    theirs.push(await timeOf(world.startBare, readBareBoard));
  }
  return [
    {
      part: 'start',
      name: 'start to first board served',
      unit: 'ms',
      product: median(mine),
      bare: median(theirs),
      ratio: median(mine.map((ms, round) => ms / (theirs[round] ?? Number.NaN))),
      floor: atMost(2),
    },
    ...(await withOwnDatabase(host)),
  ];
}

async function timeOf(
  start: () => Promise<Server>,
  read: (server: Server, agent: Agent) => Promise<Reply>,
): Promise<number> {
  const agent = new Agent();
  const began = performance.now();
  const server = await start();
  const { status } = await read(server, agent);
  const ms = performance.now() - began;
  agent.destroy();
  await server.stop();
  if (status !== 200) throw new Error(`bench: the first board answered ${status}`);
  return ms;
}

/** `npm start` as it comes, with the PostgreSQL it brings. */
async function withOwnDatabase(host: Host): Promise<Row[]> {
  const common = { part: 'start', unit: 'ms' } as const;
  const own = await startProduct();
  await own.stop();
  const began = performance.now();
  const again = await startProduct({ dataDir: own.dataDir });
  const secondMs = performance.now() - began;
  await again.remove();
  return [
    { ...common, name: 'first start to ready, making the database and the demo', product: host.firstStartMs },
    { ...common, name: 'second start to ready, database started too', product: secondMs, floor: figureAtMost(5_000) },
  ];
}
