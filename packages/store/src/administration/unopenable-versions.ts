import { canOpen, pathwayVersion, type StoredState } from '@kaerimichi/discharge/chart';
import type { Database, Statement } from '../database.ts';

/** Whether a stored case can be opened, and the version at which that needs no question. */
export type Opening = { readonly present: number; canOpen(stored: StoredState): boolean };

const here: Opening = { present: pathwayVersion, canOpen };

/**
 * Versions of the pathway under which cases are kept that this program cannot open: newer ones, and earlier ones without
 * a way to the present one. Closed cases count: they are read, reopened, and their consents end. Of an earlier version
 * every place in the chart is asked about, by one case that stands there.
 */
export async function unopenableVersions(database: Database, { present, canOpen: opens }: Opening = here) {
  const versions = await database.rows<{ version: number }>(versionsText);
  const others = versions.map(({ version }) => version).filter(version => version !== present);
  const unopenable: number[] = [];
  for (const version of others) {
    const samples = await database.rows<Pick<StoredState, 'value' | 'facts'>>(samplesText, [version]);
    if (!samples.every(sample => opens({ ...sample, pathwayVersion: version }))) unopenable.push(version);
  }
  return unopenable;
}

/** From version to version by the index, without looking at the cases of each. */
const versionsText: Statement = {
  text: `WITH RECURSIVE known (version) AS (
      SELECT min(pathway_version) FROM case_state
      UNION ALL
      SELECT (SELECT min(pathway_version) FROM case_state WHERE pathway_version > known.version)
      FROM known WHERE known.version IS NOT NULL
    )
    SELECT version FROM known WHERE version IS NOT NULL ORDER BY version`,
};

const samplesText: Statement = {
  text: `SELECT value, facts FROM case_state
    WHERE case_id IN (SELECT min(case_id) FROM case_state WHERE pathway_version = $1 GROUP BY value::text)`,
};
