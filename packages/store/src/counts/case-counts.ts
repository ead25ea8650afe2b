import { ageCuts, type CountedCases, mayReplace, type Tally } from '@kaerimichi/access';
import type { Clock } from '@kaerimichi/casework';
import { type Day, fiscalYearFrom, startOfTokyoDay, tokyoDay } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

/** Counts and the instant at which they were taken. */
type TakenCounts = { readonly at: string; readonly counted: CountedCases };

export type CaseCounts = {
  /**
   * The network's open cases, and those closed in the fiscal year, as everybody is told them on this day: counted when
   * somebody first asks, on an earlier day where too little has changed since (docs/decisions/015).
   */
  ofDay(): Promise<TakenCounts>;
};

export function caseCounts(database: Database, clock: Clock): CaseCounts {
  return {
    async ofDay() {
      const at = clock.now();
      const today = tokyoDay(at);
      const known = await findSnapshot(database);
      if (known && known.lookedOn >= today) return known;
      const counted = await take(database, at);
      const isNew = !known || mayReplace(known.counted, counted);
      const values = isNew ? [at, today, JSON.stringify(counted)] : [known.at, today, JSON.stringify(known.counted)];
      await database.run(putText, values);
      // Another process may have been the first: all tell the same one.
      const told = await findSnapshot(database);
      if (!told) throw new Error('the counts were written and are not there');
      return told;
    },
  };
}

type Snapshot = TakenCounts & { readonly lookedOn: Day };

const findSnapshot = async (database: Database): Promise<Snapshot | null> =>
  (await database.rows<Snapshot>(findText))[0] ?? null;

const findText: Statement = { text: 'SELECT at, looked_on AS "lookedOn", counted FROM count_snapshot' };

/** Once for a day: whoever comes second on it changes nothing. */
const putText: Statement = {
  text: `INSERT INTO count_snapshot AS s (at, looked_on, counted) VALUES ($1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET at = excluded.at, looked_on = excluded.looked_on, counted = excluded.counted
    WHERE s.looked_on < excluded.looked_on`,
};

type CountRow = { readonly what: Counted | 'kinds'; readonly key: string | null; readonly n: number };
type Counted = 'columns' | 'leads' | 'ages' | 'needs' | 'holds' | 'closed';

async function take(database: Database, at: string): Promise<CountedCases> {
  const on = tokyoDay(at);
  const values = [ageCuts(on), startOfTokyoDay(fiscalYearFrom(on))];
  const rows = await database.rows<CountRow>(countsText, values);
  const tally = (what: CountRow['what']): Tally =>
    Object.fromEntries(rows.filter(row => row.what === what).map(({ key, n }) => [key ?? 'unknown', n]));
  const columns = tally('columns');
  return {
    total: Object.values(columns).reduce((sum, n) => sum + n, 0),
    columns,
    leads: tally('leads'),
    ages: tally('ages'),
    needs: tally('needs'),
    holds: tally('holds'),
    closed: tally('closed'),
    kinds: Object.keys(tally('kinds')),
  };
}

/**
 * One statement, so that all tables are of one moment and add up to one total. Every open card is read once, by the index
 * of open ones; of the archive only what was closed since $2. What comes back is codes and numbers: a few dozen rows,
 * however many cases there are. Birth dates are compared as text ($1, see `ageCuts`).
 */
const countsText: Statement = {
  text: `WITH open AS MATERIALIZED (
      SELECT c.stage_column, c.lead, c.needs, c.holds,
        CASE WHEN c.born_on IS NULL THEN 'unborn' ELSE (
          SELECT count(*)::text FROM unnest($1::text[]) cut WHERE c.born_on COLLATE "C" <= cut COLLATE "C"
        ) END AS age
      FROM board_card b CROSS JOIN LATERAL (
        SELECT b.card->>'column' AS stage_column, b.card->>'lead' AS lead, b.card->>'bornOn' AS born_on,
          b.card->'needs' AS needs, b.card->'holds' AS holds
      ) c
      WHERE b.closed_at IS NULL
    )
    SELECT 'columns' AS what, stage_column AS key, count(*) AS n FROM open GROUP BY stage_column
    UNION ALL
    SELECT 'leads', o.kind, count(*) FROM open LEFT JOIN organisation o ON o.id = open.lead GROUP BY o.kind
    UNION ALL
    SELECT 'ages', age, count(*) FROM open GROUP BY age
    UNION ALL
    SELECT 'needs', need, count(*) FROM open
      CROSS JOIN LATERAL (SELECT DISTINCT need FROM json_array_elements_text(open.needs) need) own GROUP BY need
    UNION ALL
    SELECT 'holds', code, count(*) FROM open
      CROSS JOIN LATERAL (SELECT DISTINCT hold->>'code' AS code FROM json_array_elements(open.holds) hold) own
      GROUP BY code
    UNION ALL
    SELECT 'closed', s.facts->'closing'->>'how', count(*)
      FROM board_card b JOIN case_state s ON s.case_id = b.case_id
      WHERE b.closed_at >= $2 GROUP BY s.facts->'closing'->>'how'
    UNION ALL
    SELECT 'kinds', kind, count(*) FROM organisation GROUP BY kind`,
};
