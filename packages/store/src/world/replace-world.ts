import { withOwner } from '../administration/with-owner.ts';
import { StoreBusy } from '../store-busy.ts';
import { exportedTables, tablesLeftBehind } from '../transfer/tables.ts';
import { type World, writeWorld } from './write-world.ts';

/** This database is not the demo's, or its demo has no world yet: nothing was changed. */
export class NotTheDemo extends Error {
  override readonly name = 'NotTheDemo';
}

/** Longest wait for a table that somebody reads or writes: every statement of ours is done within it. */
const LOCK_WAIT_MS = 3_000;

/**
 * Which network this is stays, and that it is the demo; the record of migrations is nobody's data. Named one by one and
 * emptied without CASCADE: what others keep in the same database is not touched.
 */
const kept: readonly string[] = ['deployment', '_prisma_migrations'];
const emptied = [...exportedTables, ...Object.keys(tablesLeftBehind)].filter(table => !kept.includes(table));

/** Histories refuse to be emptied, also by their owner; within this transaction alone they do not. */
const keepers = { case_event: 'case_event_keep', access_log: 'access_log_keep' };

/** Empties the demo and writes a world into it, on the owner's connection and in one transaction. */
export async function replaceWorld(adminUrl: string, world: World): Promise<void> {
  try {
    // Without COMMIT the connection's end undoes everything.
    await withOwner(adminUrl, async client => {
      client.on('error', () => {});
      await client.query('BEGIN');
      await client.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
      const { rows } = await client.query(demoText);
      if (rows.length !== 1) throw new NotTheDemo('this database does not hold the demo');
      for (const statement of emptying) await client.query(statement);
      await writeWorld((statement, values) => client.query(statement.text, values), world);
      // Rows for the relays: nobody who is signed in is left to be told.
      await client.query('TRUNCATE outbox');
      await client.query('COMMIT');
    });
  } catch (fault) {
    throw StoreBusy.from(fault) ?? fault;
  }
}

/** Locked until the end: of two who begin anew, the second waits. */
const demoText = 'SELECT FROM deployment WHERE demo AND seeded_at IS NOT NULL FOR UPDATE';

const toggles = (word: 'DISABLE' | 'ENABLE') =>
  Object.entries(keepers).map(([table, trigger]) => `ALTER TABLE ${table} ${word} TRIGGER ${trigger}`);

const emptying = [
  // First of all: what is on its way ends before, and nothing is asked of a world that is half there.
  `LOCK TABLE ${emptied.join(', ')} IN ACCESS EXCLUSIVE MODE`,
  ...toggles('DISABLE'),
  `TRUNCATE ${emptied.join(', ')} RESTART IDENTITY`,
  ...toggles('ENABLE'),
  'UPDATE deployment SET seeded_at = NULL, ahead_days = 0',
];
