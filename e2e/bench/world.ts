import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BoardRows, fromBoardRows } from '@kaerimichi/contracts';
import pg from 'pg';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { BARE_ROWS, makeBareTables } from './bare-tables.ts';
import { fillCases, LEAD } from './fill-cases.ts';
import { type BareRow, type Mover, makeMovers } from './movers.ts';
import { makePrismaTables } from './prisma-tables.ts';
import { type Server, startBareOn, startPrismaOn, startProductOn } from './servers.ts';

const ACTIVE = 500;

/** The database server that product and bare server share: the product's own embedded one, held by an idle process. */
export type Host = { readonly firstStartMs: number; readonly product: Product; stop(): Promise<void> };

export async function startHost(): Promise<Host> {
  const began = performance.now();
  const product = await startProduct({ world: 'whole', env: { ROLES: 'api' } });
  return { firstStartMs: performance.now() - began, product, stop: () => product.remove() };
}

/** A database to which product and bare server are started as often as wanted. */
export type World = {
  /** Of the discharge nurse of LEAD; sessions outlive the process. */
  readonly cookie: string;
  /** Starts both, hands them over, and stops both; the product with a profile where a folder is named. */
  withPair<Answer>(measure: (pair: Pair) => Promise<Answer>, profileTo?: string): Promise<Answer>;
  startProduct(profileTo?: string): Promise<Server>;
  startBare(): Promise<Server>;
  /** Express with Prisma, on tables of its own that hold such cases as they stand. */
  startPrisma(cases: readonly string[]): Promise<Server>;
};
export type Pair = {
  readonly product: Server;
  readonly bare: Server;
  readonly nurse: Client;
  readonly movers: readonly Mover[];
  readonly bareRows: readonly BareRow[];
};

/**
 * Migrated and seeded by the product itself, then filled with 500 active cases and others. Of the active ones, so many
 * may be moved: none where the board is to be a real mix.
 */
export async function makeWorld(host: Host, name: string, wanted: { cases: number; movers: number }): Promise<World> {
  const databaseUrl = await createDatabase(host.product.connection(), `bench_${name}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'kaerimichi-bench-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const startProduct = (profileTo?: string) => startProductOn(databaseUrl, dataDir, profileTo);
  const startBare = () => startBareOn(databaseUrl);
  const startPrisma = async (cases: readonly string[]) => {
    await makePrismaTables(databaseUrl, cases);
    return startPrismaOn(databaseUrl);
  };
  const first = await startProduct();
  const nurse = await signIn(first.url, 'dsn@demo');
  const movers = await makeMovers(() => signIn(first.url, 'dsn@demo'), wanted.movers);
  const bareRows = Array.from({ length: BARE_ROWS }, (_, id) => ({ id, version: 0 }));
  await fill(databaseUrl, nurse, wanted.cases);
  await first.stop();
  const withPair: World['withPair'] = async (measure, profileTo) => {
    const product = await startProduct(profileTo);
    const bare = await startBare();
    try {
      return await measure({ product, bare, nurse: clientWith(product.url, nurse.cookie), movers, bareRows });
    } finally {
      await product.stop();
      await bare.stop();
    }
  };
  return { cookie: nurse.cookie, withPair, startProduct, startBare, startPrisma };
}

async function fill(databaseUrl: string, nurse: Client, cases: number): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await fillCases(owner, { cases, active: ACTIVE });
  await makeBareTables(owner, await shownCards(nurse), cases);
  await owner.end();
}

async function shownCards(nurse: Client): Promise<object[]> {
  const cards = fromBoardRows((await nurse.get<BoardRows>('/board')).body);
  if (cards.length !== ACTIVE) throw new Error(`${cards.length} cards for ${LEAD} instead of ${ACTIVE}`);
  return cards;
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const owner = new pg.Client({ connectionString: serverUrl });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  await owner.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
