import { type Load, load, median } from './load.ts';
import { moveBare, movePrisma, moveProduct, type PrismaRow } from './movers.ts';
import { cpuMs } from './process-figures.ts';
import { roundMs, rounds } from './rounds.ts';
import { atLeast, atMost, type Floor, type Row } from './row.ts';
import type { Server } from './servers.ts';
import type { Pair, World } from './world.ts';

const CLIENTS = [1, 8, 32] as const;
const PRISMA_CLIENTS = 8;
const WARM_UP_MS = 1_500;

type Figures = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly cpuUs: number };
type Sample = { readonly product: Figures; readonly bare: Figures; readonly prisma?: Figures };

/** Transitions by 1, 8 and 32 clients, each on a case of its own, product and bare server seconds apart. */
export function measureCommits(world: World): Promise<Row[]> {
  return world.withPair(async pair => {
    const rows = pair.movers.slice(0, PRISMA_CLIENTS).map(({ id, version }): PrismaRow => ({ id, version }));
    const prisma = await world.startPrisma(rows.map(({ id }) => id));
    try {
      const samples = await sampleRounds(pair, { prisma, rows });
      const of = (clients: number) => samples.get(clients) ?? [];
      const alone = [...CLIENTS.flatMap(clients => rowsOf(clients, of(clients))), ...furtherRows(of(8), of(32))];
      return [...alone, prismaRow(of(PRISMA_CLIENTS))];
    } finally {
      await prisma.stop();
    }
  });
}

type PrismaSide = { readonly prisma: Server; readonly rows: readonly PrismaRow[] };

async function sampleRounds(pair: Pair, { prisma, rows }: PrismaSide): Promise<Map<number, Sample[]>> {
  const loadProduct = loader(pair.product.pid, (client, agent) => moveProduct(pair, client, agent));
  const loadBare = loader(pair.bare.pid, (client, agent) => moveBare(pair, client, agent));
  const loadPrisma = loader(prisma.pid, async (client, agent) => {
    const row = rows[client];
    return row !== undefined && movePrisma(prisma.port, row, agent);
  });
  for (const warmUp of [loadProduct, loadBare, loadPrisma]) await warmUp(8, WARM_UP_MS);
  const samples = new Map<number, Sample[]>(CLIENTS.map(clients => [clients, []]));
  for (let round = 0; round < rounds; round++)
    for (const clients of CLIENTS) {
      const sample = { product: await loadProduct(clients, roundMs), bare: await loadBare(clients, roundMs) };
      const beside = clients === PRISMA_CLIENTS ? { prisma: await loadPrisma(clients, roundMs) } : {};
      samples.get(clients)?.push({ ...sample, ...beside });
    }
  return samples;
}

function loader(pid: number, once: Parameters<typeof load>[2]) {
  return async (clients: number, ms: number): Promise<Figures> => {
    const before = cpuMs(pid);
    const done: Load = await load(clients, ms, once);
    if (done.failed > 0) throw new Error(`bench: ${done.failed} requests failed with ${clients} clients`);
    return { ...done, cpuUs: ((cpuMs(pid) - before) * 1000) / done.done };
  };
}

const clientsOf = (count: number) => (count === 1 ? '1 client' : `${count} clients`);
const middle = (samples: readonly Sample[], pick: (figures: Figures) => number) => ({
  product: median(samples.map(({ product }) => pick(product))),
  bare: median(samples.map(({ bare }) => pick(bare))),
  ratio: median(samples.map(({ product, bare }) => pick(product) / pick(bare))),
});

const throughputFloors: Readonly<Record<number, Floor>> = { 8: atLeast(0.5), 32: atLeast(0.4) };

function rowsOf(clients: number, samples: readonly Sample[]): Row[] {
  const floor = throughputFloors[clients];
  return [
    {
      part: 'commits',
      name: `transitions, ${clientsOf(clients)}`,
      unit: '/s',
      ...middle(samples, ({ perSecond }) => perSecond),
      ...(floor ? { floor } : {}),
    },
    { part: 'commits', name: `p50, ${clientsOf(clients)}`, unit: 'ms', ...middle(samples, ({ p50 }) => p50) },
    {
      part: 'commits',
      name: `p99, ${clientsOf(clients)}`,
      unit: 'ms',
      ...middle(samples, ({ p99 }) => p99),
      ...(clients === 8 ? { floor: atMost(2) } : {}),
    },
  ];
}

function furtherRows(eight: readonly Sample[], many: readonly Sample[]): Row[] {
  const throughput = (samples: readonly Sample[]) => median(samples.map(({ product }) => product.perSecond));
  return [
    {
      part: 'commits',
      name: 'transitions with 32 clients, beside those with 8',
      unit: '/s',
      product: throughput(many),
      bare: throughput(eight),
      floor: atLeast(0.9),
    },
    {
      part: 'commits',
      name: 'processor time of the server a transition, 8 clients',
      unit: 'µs',
      ...middle(eight, ({ cpuUs }) => cpuUs),
    },
  ];
}

/** The product's whole transition beside an interactive transaction that writes the same rows and does nothing else. */
function prismaRow(samples: readonly Sample[]): Row {
  const pairs = samples.flatMap(({ product, prisma }) =>
    prisma ? [{ product: product.perSecond, prisma: prisma.perSecond }] : [],
  );
  return {
    part: 'commits',
    name: 'transitions beside Express with a Prisma interactive transaction of the same rows, 8 clients',
    unit: '/s',
    product: median(pairs.map(({ product }) => product)),
    bare: median(pairs.map(({ prisma }) => prisma)),
    ratio: median(pairs.map(({ product, prisma }) => product / prisma)),
    floor: atLeast(3),
  };
}
