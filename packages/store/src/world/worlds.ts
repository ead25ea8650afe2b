import type { Hubs } from '../cases/hubs.ts';
import type { Database } from '../database.ts';
import { StoreBusy } from '../store-busy.ts';
import { replaceWorld } from './replace-world.ts';
import { type Run, type World, writeWorld } from './write-world.ts';

export type Worlds = {
  /**
   * Writes a whole world in one transaction, and that it was written: rows as single commits would have left them, or
   * nothing. Throws `StoreBusy` when the connection was lost, an Error where the deployment has its world already or
   * was not begun.
   */
  write(world: World): Promise<void>;
  /**
   * Puts a world in the place of the demo's, as the owner of the database: everything that was there goes, all sessions
   * with it, and every process forgets what it knew. All of it or nothing; refuses what is not the demo.
   *
   * @throws NotTheDemo, and StoreBusy when the connection was lost or somebody held the tables too long
   */
  replace(adminUrl: string, world: World): Promise<void>;
};

type WorldPorts = {
  readonly database: Database;
  readonly hubs: Hubs;
  /** What this process knew of the world before is forgotten, and others are told to ask anew. */
  readonly onReplaced: () => void;
};

export function worlds({ database, hubs, onReplaced }: WorldPorts): Worlds {
  return {
    async write(world) {
      await inTransaction(database, run => writeWorld(run, world));
      hubs.forget();
    },
    async replace(adminUrl, world) {
      await replaceWorld(adminUrl, world);
      hubs.forget();
      onReplaced();
    },
  };
}

async function inTransaction(database: Database, work: (run: Run) => Promise<void>): Promise<void> {
  try {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN');
      await work((statement, values) => client.query(statement.text, values));
      await client.query('COMMIT');
      client.release();
    } catch (fault) {
      // Closed, not given back: the server undoes what was begun.
      client.release(true);
      throw fault;
    }
  } catch (fault) {
    throw StoreBusy.from(fault) ?? fault;
  }
}
