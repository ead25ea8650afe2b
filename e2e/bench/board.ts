import type { Agent } from 'node:http';
import { gzipSync } from 'node:zlib';
import { LEAD } from './fill-cases.ts';
import { call, keptAlive, median, type Reply } from './load.ts';
import { rounds } from './rounds.ts';
import { atMost, figureAtMost, type Row } from './row.ts';
import type { Server } from './servers.ts';
import type { Pair, World } from './world.ts';

/** Boards read one after the other each round. */
const READS = 12;

export const readBoard = ({ port }: Server, cookie: string, agent: Agent): Promise<Reply> =>
  call(agent, { port, path: '/api/v1/board', headers: { cookie } });
export const readBareBoard = ({ port }: Server, agent: Agent): Promise<Reply> =>
  call(agent, { port, path: `/board?lead=${LEAD}`, headers: {} });

type Sized = { readonly cases: number; readonly world: World };

/** First board of 500 active cases in a small and in a large database. */
export function measureBoard(small: Sized, large: Sized): Promise<Row[]> {
  return small.world.withPair(few =>
    large.world.withPair(async many => {
      const agent = keptAlive();
      const readers = [readersOf(few, agent), readersOf(many, agent)].flat();
      for (const read of readers) await timeOf(read);
      const times: number[][] = [];
      for (let round = 0; round < rounds; round++) {
        const inRound: number[] = [];
        for (const read of readers) inRound.push(await timeOf(read));
        times.push(inRound);
      }
      const text = (await readBoard(few.product, few.nurse.cookie, agent)).text;
      agent.destroy();
      return [...timeRows([small.cases, large.cases], times), ...byteRows(text)];
    }),
  );
}

const readersOf = ({ product, bare, nurse }: Pair, agent: Agent) => [
  () => readBoard(product, nurse.cookie, agent),
  () => readBareBoard(bare, agent),
];

async function timeOf(read: () => Promise<Reply>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < READS; n++) {
    const began = performance.now();
    const { status } = await read();
    if (status !== 200) throw new Error(`bench: a board answered ${status}`);
    times.push(performance.now() - began);
  }
  return median(times);
}

/** Of each round: product and bare server in the small database, then both in the large one. */
function timeRows(cases: readonly [number, number], times: readonly number[][]): Row[] {
  const compare = (at: number, beside: number) => ({
    product: median(times.map(round => round[at] ?? Number.NaN)),
    bare: median(times.map(round => round[beside] ?? Number.NaN)),
    ratio: median(times.map(round => (round[at] ?? Number.NaN) / (round[beside] ?? Number.NaN))),
  });
  const [few, many] = cases.map(count => count.toLocaleString('en'));
  const common = { part: 'board', unit: 'ms' } as const;
  return [
    { ...common, name: `first board, ${few} cases in the database, p50`, ...compare(0, 1), floor: atMost(2) },
    { ...common, name: `first board, ${many} cases in the database, p50`, ...compare(2, 3), floor: atMost(2) },
    { ...common, name: `first board, ${many} cases beside ${few}, p50`, ...compare(2, 0), floor: atMost(1.3) },
  ];
}

function byteRows(text: string): Row[] {
  const common = { part: 'board', unit: 'kB' } as const;
  const [raw, packed] = [Buffer.byteLength(text) / 1000, gzipSync(text, { level: 1 }).length / 1000];
  return [
    { ...common, name: 'bytes of a first board of 500 cases', product: raw, floor: figureAtMost(110) },
    { ...common, name: 'the same by gzip, level 1', product: packed, floor: figureAtMost(35) },
  ];
}
