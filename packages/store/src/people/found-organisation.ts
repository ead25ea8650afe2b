import type { Transaction } from './administrators.ts';
import { foldName } from './fold-name.ts';
import type { organisationRow } from './organisations.ts';

type Row = ReturnType<typeof organisationRow>;

/** Id of an organisation whose name reads alike; those that are founded wait for each other, so that none has a twin. */
export async function findTwin(transaction: Transaction, name: string): Promise<string | null> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('names of organisations', 0))`;
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM organisation WHERE split_part(search_text, '|', 1) = ${foldName(name)} ORDER BY id LIMIT 1`;
  return rows[0]?.id ?? null;
}

/** Longest wait for the grants of a hub, of which a network of 20,000 cases wants a second or two. */
export const GRANTS_MS = 30_000;

/**
 * Writes an organisation. A hub sees the number of every case from the same moment on. Cases are not written meanwhile: one
 * that is opened at this moment would be missed by both. What was decided before on a case is decided again.
 */
export async function insertOrganisation(transaction: Transaction, data: Row) {
  if (data.kind !== 'hub') return transaction.organisation.create({ data });
  await transaction.$executeRaw`LOCK TABLE board_card IN SHARE MODE`;
  const made = await transaction.organisation.create({ data });
  await transaction.$executeRaw`
    WITH granted AS (
      INSERT INTO case_access (case_id, org_id, class, categories, closed_at)
      SELECT b.case_id, ${made.id}, 'numberOnly', '{}', b.closed_at FROM board_card b
      RETURNING case_id
    )
    UPDATE case_state s SET access_epoch = s.access_epoch + 1 FROM granted g WHERE s.case_id = g.case_id`;
  return made;
}
