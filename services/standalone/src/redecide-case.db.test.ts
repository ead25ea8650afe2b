import { canonicalJson, chainHash, emptyHead } from '@kaerimichi/casework';
import { openStore, type Store, verifyChains, withOwner } from '@kaerimichi/store';
import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redecideCase } from './redecide-case.ts';
import { seedOnce } from './seed.ts';

// As the sweeps of e2e/, all of them in a whole run.
const TAMPERINGS = process.env.WHOLE === '1' ? 200 : 100;
const SEED = 20_261_201;
const tables = ['care_case', 'case_state', 'board_card', 'case_event', 'record', 'deadline'] as const;

const clock = fakeClock('2026-12-01T03:00:00.000Z');
const invented = { clock, password: 'an invented password', size: 'small' } as const;

let database: TestDatabase;
let store: Store;
let draw: (below: number) => number;

beforeAll(async () => {
  draw = drawing(SEED);
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  await seedOnce({ ...invented, store });
  for (const table of tables) await ask(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** mulberry32: the same drawings in every run. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** As somebody with every right on the server would: triggers off. */
const ask = (text: string, values: unknown[] = []) =>
  withOwner(database.adminUrl, async client => {
    await client.query('SET session_replication_role = replica');
    return client.query(text, values);
  });

async function restore(): Promise<void> {
  for (const table of tables) {
    await ask(`DELETE FROM ${table}`);
    await ask(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept_${table}`);
  }
}

const verify = () => verifyChains(database.adminUrl, { redecide: redecideCase });

/** What is done to one case, and the fault and entry that must be named first. */
type Deed = {
  readonly name: string;
  readonly text: string;
  readonly values?: unknown[];
  readonly fault: string;
  readonly seq: number | null;
};
type Case = { readonly id: string; readonly entries: number; readonly texts: readonly { id: string; seq: number }[] };

function deedOn({ entries, texts }: Case): Deed {
  const at = 1 + draw(entries);
  const inner = 1 + draw(entries - 1);
  const text = texts[draw(texts.length)] ?? { id: '', seq: 0 };
  const event = `UPDATE case_event SET`;
  const which = `WHERE case_id = $1 AND seq = ${at}`;
  const state = `UPDATE case_state SET`;
  const deeds: Deed[] = [
    {
      name: 'a byte of an entry',
      text: `${event} payload = set_byte(payload, ${draw(60)}, get_byte(payload, 2) # 33) ${which}`,
      fault: 'chain',
      seq: at,
    },
    { name: 'an entry’s hash', text: `${event} hash = sha256(hash) ${which}`, fault: 'chain', seq: at },
    {
      name: 'an entry out',
      text: `DELETE FROM case_event WHERE case_id = $1 AND seq = ${inner}`,
      fault: 'gap',
      seq: inner,
    },
    {
      name: 'the end off',
      text: `DELETE FROM case_event WHERE case_id = $1 AND seq > ${inner}`,
      fault: 'end',
      seq: inner + 1,
    },
    {
      name: 'two entries in each other’s place',
      text: `${event} payload = o.payload, hash = o.hash, type = o.type, at = o.at, stage = o.stage FROM kept_case_event o
        WHERE case_event.case_id = $1 AND case_event.seq IN (${inner}, ${inner + 1})
          AND o.case_id = $1 AND o.seq = ${2 * inner + 1} - case_event.seq`,
      fault: 'chain',
      seq: inner,
    },
    { name: 'a type', text: `${event} type = 'note.added2' ${which}`, fault: 'columns', seq: at },
    { name: 'an instant', text: `${event} at = at - interval '1 day' ${which}`, fault: 'columns', seq: at },
    { name: 'a stage', text: `${event} stage = 'elsewhere' ${which}`, fault: 'state', seq: at },
    {
      name: 'a fact',
      text: `${state} facts = jsonb_set(facts::jsonb, '{round}', '7')::json WHERE case_id = $1`,
      fault: 'state',
      seq: null,
    },
    {
      name: 'a fact away',
      text: `${state} facts = (facts::jsonb - 'consents')::json WHERE case_id = $1`,
      fault: 'state',
      seq: null,
    },
    {
      name: 'the stage of the state',
      text: `${state} value = '"completed"' WHERE case_id = $1`,
      fault: 'state',
      seq: null,
    },
    {
      name: 'a text',
      text: `UPDATE record SET body = '{"note":"something else"}' WHERE case_id = $1 AND id = $2`,
      values: [text.id],
      fault: 'record',
      seq: text.seq,
    },
    {
      name: 'a text away',
      text: `DELETE FROM record WHERE case_id = $1 AND id = $2`,
      values: [text.id],
      fault: 'record',
      seq: text.seq,
    },
    {
      name: 'a text that nobody wrote',
      text: `INSERT INTO record (id, version, case_id, seq, kind, category, salt, hash, body)
        VALUES ('planted-' || $1, 1, $1, ${at}, 'note.added', 'plan', 's', 'h', '{}')`,
      fault: 'record',
      seq: at,
    },
    {
      name: 'what the card says is next',
      text: `UPDATE board_card SET card = jsonb_set(card::jsonb, '{next}', '"discharge.done"')::json WHERE case_id = $1`,
      fault: 'card',
      seq: null,
    },
    {
      name: 'the card off the board',
      text: `UPDATE board_card SET closed_at = now() WHERE case_id = $1`,
      fault: 'card',
      seq: null,
    },
    {
      name: 'the child’s name',
      text: `UPDATE care_case SET family_name = '別人' WHERE id = $1`,
      fault: 'card',
      seq: null,
    },
    {
      name: 'what the clock waits for',
      text: `UPDATE deadline SET due_on = due_on + 30 WHERE case_id = $1 AND state <> 'cancelled'`,
      fault: 'deadline',
      seq: null,
    },
  ];
  return deeds[draw(deeds.length)] ?? (deeds[0] as Deed);
}

async function casesOf(): Promise<Case[]> {
  const { rows } = await ask(
    `SELECT c.id, (SELECT count(*)::int FROM case_event e WHERE e.case_id = c.id) AS entries,
       (SELECT json_agg(json_build_object('id', r.id, 'seq', r.seq) ORDER BY r.seq) FROM record r WHERE r.case_id = c.id) AS texts
     FROM care_case c WHERE EXISTS (SELECT FROM board_card b WHERE b.case_id = c.id AND b.closed_at IS NULL) ORDER BY c.no`,
  );
  return rows;
}

describe('verification of the invented world', () => {
  it('finds nothing wrong with it', async () => {
    expect(await verify()).toMatchObject({ bad: 0, findings: [] });
  });

  it(`finds each of ${TAMPERINGS} drawn tamperings and names the first bad entry`, async () => {
    const cases = await casesOf();
    const tried = new Set<string>();
    for (let done = 0; done < TAMPERINGS; done += cases.length) {
      const deeds = new Map<string, Deed>();
      for (const each of cases) deeds.set(each.id, deedOn(each));
      for (const [id, { text, values = [] }] of deeds) await ask(text, [id, ...values]);
      const { findings } = await verify();
      for (const [id, { name, fault, seq }] of deeds) {
        tried.add(name);
        expect(
          findings.find(({ caseId }) => caseId === id),
          name,
        ).toMatchObject({ fault, seq });
      }
      await restore();
    }
    expect(tried.size).toBe(18);
    expect(await verify()).toMatchObject({ bad: 0 });
  });
});

it.each([99, 0])('finds a state of pathway version %i, from which no way leads here', async version => {
  const [{ id: caseId } = { id: '' }] = await casesOf();
  await ask('UPDATE case_state SET pathway_version = $2 WHERE case_id = $1', [caseId, version]);
  expect(await verify()).toMatchObject({
    bad: 1,
    findings: [{ caseId, fault: 'state', seq: null, detail: expect.stringContaining(`version ${version}`) }],
  });
  await restore();
});

describe('verification in threads', () => {
  // A thread runs what was built.
  const thread = new URL('../dist/commands/verify-thread.js', import.meta.url);
  const inThreads = () => verifyChains(database.adminUrl, { redecide: redecideCase, thread, casesAtOnce: 2 });

  it('counts and finds what one thread finds, in the same order', async () => {
    expect(await inThreads()).toEqual(await verify());
    for (const each of await casesOf()) {
      const { text, values = [] } = deedOn(each);
      await ask(text, [each.id, ...values]);
    }
    const alone = await verify();
    expect(alone.bad).toBeGreaterThanOrEqual((await casesOf()).length);
    expect(await inThreads()).toEqual(alone);
    await restore();
  });

  it('ends with a fault where a thread cannot go on', async () => {
    const broken = new URL('data:text/javascript,process.exit(3)');
    await expect(verifyChains(database.adminUrl, { thread: broken, casesAtOnce: 1 })).rejects.toThrow('ended with 3');
  });
});

describe('an entry that was forged with all hashes after it', () => {
  /** As somebody would who knows how the chain is made. */
  async function forge(caseId: string, at: number, change: (event: Record<string, unknown>) => object): Promise<void> {
    const { rows } = await ask('SELECT seq, payload FROM case_event WHERE case_id = $1 ORDER BY seq', [caseId]);
    let head = emptyHead;
    for (const { seq, payload } of rows as { seq: number; payload: Buffer }[]) {
      const bytes = seq === at ? Buffer.from(canonicalJson(change(JSON.parse(String(payload))))) : payload;
      head = chainHash(head, bytes);
      const values = [caseId, seq, bytes, head];
      const type = `convert_from($3::bytea, 'UTF8')::json->>'type'`;
      await ask(
        `UPDATE case_event SET payload = $3, hash = $4, type = coalesce(${type}, type) WHERE case_id = $1 AND seq = $2`,
        values,
      );
    }
    await ask('UPDATE case_state SET head = $2 WHERE case_id = $1', [caseId, head]);
  }

  it.each([
    ['is no event', 'payload', () => ({ nothing: true })],
    ['cannot be decided at all', 'state', (event: object) => ({ ...event, body: { devices: 7 } })],
    ['is refused today', 'state', (event: object) => ({ ...event, type: 'discharge.done', body: {} })],
  ])('is named where it %s', async (_, fault, change) => {
    const { rows } = await ask(
      `SELECT case_id, seq FROM case_event WHERE type = 'plan.written' ORDER BY case_id LIMIT 1`,
    );
    const [{ case_id: caseId, seq }] = rows as [{ case_id: string; seq: number }];
    await forge(caseId, seq, change);
    expect((await verify()).findings[0]).toMatchObject({ caseId, fault, seq });
    await restore();
  });
});

describe('the seeding', () => {
  it('begins anew where a process died while it wrote, and of two that begin together one writes', async () => {
    const whole = await createTestDatabase();
    const again = await openStore({ databaseUrl: whole.databaseUrl, clock });
    const dying = { ...again, worlds: { ...again.worlds, write: () => Promise.reject(new Error('killed')) } };
    const seeding = { ...invented, store: again };
    await expect(seedOnce({ ...seeding, store: dying })).rejects.toThrow('killed');
    const seeded = await Promise.all([seedOnce(seeding), seedOnce(seeding)]);
    expect(seeded.map(({ seededAt }) => seededAt)).toEqual([clock.now(), clock.now()]);
    const count = (url: string) =>
      withOwner(url, client =>
        client.query(`SELECT type, count(*)::int AS n FROM case_event GROUP BY type ORDER BY type`),
      ).then(({ rows }) => rows);
    expect(await count(whole.adminUrl)).toEqual(await count(database.adminUrl));
    expect(await verifyChains(whole.adminUrl, { redecide: redecideCase })).toMatchObject({ bad: 0 });
    await again.close();
    await whole.drop();
  });
});
