import type pg from 'pg';

/** Rows that the bare server's changes go to; a table in no index but its key, so that updates stay on their page. */
export const BARE_ROWS = 2_000;

const tables = `
  CREATE TABLE bare_state (id int PRIMARY KEY, version int NOT NULL, stage text NOT NULL, facts jsonb NOT NULL) WITH (fillfactor = 70);
  CREATE TABLE bare_event (id int, seq int, payload jsonb, PRIMARY KEY (id, seq));
  CREATE TABLE bare_outbox (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id int, seq int);
  INSERT INTO bare_state SELECT n, 0, 'a', '{}' FROM generate_series(0, ${BARE_ROWS - 1}) n;
  CREATE TABLE bare_card (id text PRIMARY KEY, no text, name text, age int, corr_age int, stage text, col text, phase text,
    tracks json, needs json, due json, turn json, holds json, cond json, next text, owners json, flags json, lead text,
    version int, active boolean NOT NULL);
  CREATE INDEX bare_card_active_idx ON bare_card (lead, id) WHERE active;`;

const cards = `
  WITH shown AS (SELECT n - 1 AS n, r.* FROM json_array_elements($1::json) WITH ORDINALITY AS t(card, n),
    json_to_record(card) AS r (no text, name text, age int, "corrAge" int, stage text, "column" text, phase text,
      tracks json, needs json, due json, turn json, holds json, cond json, next text, owners json, flags json,
      lead text, version int))
  INSERT INTO bare_card
  SELECT gen_random_uuid()::text, s.no, s.name, s.age, s."corrAge", s.stage, s."column", s.phase, s.tracks, s.needs,
    s.due, s.turn, s.holds, s.cond, s.next, s.owners, s.flags, s.lead, s.version, i < $2
  FROM generate_series(0, $3::int - 1) i JOIN shown s ON s.n = i % $2`;

/** Makes the bare server's tables, with the cards that the product shows and as many others as the product has. */
export async function makeBareTables(owner: pg.Client, shown: readonly object[], cases: number): Promise<void> {
  await owner.query(tables);
  await owner.query(cards, [JSON.stringify(shown), shown.length, cases]);
  await owner.query('VACUUM ANALYZE bare_card');
}
