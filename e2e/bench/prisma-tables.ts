import pg from 'pg';

/** Beside the product's own tables: no relay of the product reads what Prisma writes, and no case is written by both. */
export const PRISMA_SCHEMA = 'bench_prisma';

const tables = ['case_state', 'board_card', 'case_event', 'record', 'outbox', 'idempotency_key'] as const;
const ofCases = ['case_state', 'board_card', 'case_event', 'record'] as const;

/** The tables of the commit once more, with indexes and defaults, and such cases of the product in them as they stand. */
export async function makePrismaTables(databaseUrl: string, cases: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query(`DROP SCHEMA IF EXISTS ${PRISMA_SCHEMA} CASCADE; CREATE SCHEMA ${PRISMA_SCHEMA}`);
  for (const table of tables)
    await owner.query(`CREATE TABLE ${PRISMA_SCHEMA}.${table} (LIKE public.${table} INCLUDING ALL)`);
  // LIKE leaves it out, and without it updates do not stay on their page.
  for (const table of ['case_state', 'board_card'])
    await owner.query(`ALTER TABLE ${PRISMA_SCHEMA}.${table} SET (fillfactor = 70)`);
  for (const table of ofCases) {
    const source = `SELECT * FROM public.${table} WHERE case_id = ANY ($1)`;
    await owner.query(`INSERT INTO ${PRISMA_SCHEMA}.${table} ${source}`, [cases]);
  }
  await owner.end();
}
