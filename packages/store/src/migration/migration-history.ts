import type { Words } from '@kaerimichi/discharge';
import type { ClientBase } from 'pg';
import { StartRefused } from '../postgres/start-refused.ts';
import type { Migration } from './read-migrations.ts';

/** A row of `_prisma_migrations` that was not rolled back. */
export type Applied = { name: string; checksum: string; isFinished: boolean; logs: string | null };

/** What the database has been through; one query, also when there is no such table yet. */
export async function readHistory(client: ClientBase): Promise<Applied[]> {
  try {
    const { rows } = await client.query<Applied>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished", logs
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    );
    return rows;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42P01') return [];
    throw error;
  }
}

/**
 * What is still to be applied. Refuses a database that has been through something this program does not bring, or
 * brings otherwise, or that failed before. One that was only cut off counts as waiting: nothing of it was kept.
 */
export function waitingMigrations(history: readonly Applied[], brought: readonly Migration[]): Migration[] {
  const known = new Map(brought.map(migration => [migration.name, migration]));
  for (const { name, checksum, isFinished, logs } of history) {
    const migration = known.get(name);
    if (migration === undefined) throw new StartRefused(newer(name), 'newer-database');
    if (!isFinished && logs !== null) throw new StartRefused(failedBefore(name, logs), 'failed-migration');
    if (isFinished && migration.checksum !== checksum) throw new StartRefused(changed(name), 'changed-migration');
  }
  const applied = new Set(history.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  return brought.filter(({ name }) => !applied.has(name));
}

function newer(name: string): Words {
  return {
    ja: `このデータベースは、このプログラムより新しい版のものです（${name} まで進んでいます）。新しい版のプログラムで起動してください。`,
    en: `This database is newer than the program (it has the migration ${name}). Start the newer program.`,
  };
}

function changed(name: string): Words {
  return {
    ja: `データベースへの適用後に、移行ファイル ${name} が書き換えられています。元のファイルに戻してください。`,
    en: `The migration ${name} was changed after it was applied to this database. Put its file back as it was.`,
  };
}

function failedBefore(name: string, logs: string): Words {
  const [why = ''] = logs.trim().split('\n');
  return {
    ja: `データベースの移行 ${name} が前に失敗したままです（${why}）。控えから戻すか、原因を直して _prisma_migrations のその行に rolled_back_at を入れてください。`,
    en: `The migration ${name} failed earlier and was left so (${why}). Restore a backup, or undo what it left and set rolled_back_at on its row of _prisma_migrations.`,
  };
}
