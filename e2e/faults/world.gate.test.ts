import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { type Product, startProduct, worlds } from '../product/product.ts';
import { runProgram } from '../product/run-program.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ world: 'whole' });
});
afterAll(() => product?.remove());

/** What stands in the database itself. */
async function ask<Row extends object>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: product.connection() });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
const count = async (table: string) => (await ask<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;
const cardsOf = async (identifier: string) => {
  const client = await signIn(product.url, identifier);
  return (await client.get<{ rows: unknown[] }>('/board')).body.rows.length;
};

describe('the invented world of a first start', () => {
  it('is a network of 212 cases in six hospitals, of which each sees its own and the hub every open one', async () => {
    expect(await count('care_case')).toBe(worlds.whole.cases);
    expect(await count('person')).toBe(42);
    const leads = await ask(`SELECT DISTINCT card->>'lead' AS lead FROM board_card`);
    expect(leads).toHaveLength(6);
    expect(await cardsOf('dsn@demo')).toBe(worlds.whole.cards);
    const [open] = await ask<{ n: number }>('SELECT count(*)::int AS n FROM board_card WHERE closed_at IS NULL');
    expect(await cardsOf('coord@demo')).toBe(open?.n);
    expect(await cardsOf('dsn-keyaki@demo')).toBe(18);
  });

  it('leaves the clock nothing to catch up: it has said everything that fell due until now', async () => {
    const due = await ask(`SELECT FROM deadline WHERE state = 'open' AND fires IS NOT NULL
      AND due_on <= (now() AT TIME ZONE 'Asia/Tokyo')::date`);
    expect(due).toEqual([]);
    // The clock ticks once a second, and has been running since the program was ready.
    await new Promise(resolve => setTimeout(resolve, 2_500));
    const late = await ask(`SELECT e.type FROM case_event e, deployment d WHERE e.at > d.seeded_at`);
    expect(late).toEqual([]);
  });

  it('stands the proof of every chain and decision, and is not written again by a second start', async () => {
    const { dataDir } = product;
    const proof = await runProgram('verify', { env: { DATA_DIR: dataDir } });
    expect(proof.said).toMatch(/^212 cases, \d+ entries.*all chains are whole, every decision stands\./m);
    await product.stop();
    product = await startProduct({ dataDir, world: 'whole' });
    expect(await count('care_case')).toBe(worlds.whole.cases);
    expect(product.log()).not.toContain('npm run reset');
  });

  it('says on a later day that its days are old, and how to begin anew', async () => {
    const { dataDir } = product;
    const [row] = await ask<{ on: string }>(
      `SELECT to_char(seeded_at AT TIME ZONE 'Asia/Tokyo', 'YYYY年FMMM月FMDD日') AS on FROM deployment`,
    );
    await product.stop();
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString();
    product = await startProduct({ dataDir, env: { NOW: later } });
    await expect.poll(product.log).toMatch(/npm run reset\n/);
    expect(product.log()).toContain(`デモの日付は ${row?.on} のままです`);
    expect(product.log()).toMatch(/The demo's days are those of \d{1,2} \w+ \d{4}\./);
  });
});

describe('a start without the demo', () => {
  it('writes nobody and nothing', async () => {
    const real = await startProduct({ world: 'whole', env: { DEMO: '0' } });
    const client = new pg.Client({ connectionString: real.connection() });
    await client.connect();
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM care_case) AS cases, (SELECT count(*)::int FROM person) AS people,
         (SELECT count(*)::int FROM organisation) AS organisations`,
    );
    await client.end();
    await real.remove();
    expect(rows).toEqual([{ cases: 0, people: 0, organisations: 0 }]);
  });
});
