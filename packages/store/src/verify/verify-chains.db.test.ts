import { randomUUID } from 'node:crypto';
import { type RecordDraft, saltedHash } from '@kaerimichi/casework';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import { connectOwner } from '../testing/owner-queries.ts';
import { eventWithRecord, sampleCase, samplePlan } from '../testing/sample-plans.ts';
import { type Verification, verifyChains } from './verify-chains.ts';

let database: TestStore['database'];
let store: TestStore['store'];
let owner: TestStore['owner'];
let close: TestStore['close'];

beforeAll(async () => {
  ({ database, store, owner, close } = await openTestStore());
});
afterAll(() => close());

/** A case with six entries, each with a text. */
async function aHistory(): Promise<string> {
  const { id } = sampleCase();
  await store.cases.create(sampleCase({ id }));
  for (let seq = 2; seq <= 6; seq++) {
    const loaded = await store.cases.loadFresh(id);
    if (!loaded) throw new Error('no case');
    const body = { note: `entry ${seq}\0` };
    const record: RecordDraft = { id: randomUUID(), kind: 'note', category: 'plan', ...saltedHash(body), body };
    const event = eventWithRecord(loaded.head, seq, record);
    await store.cases.commit(samplePlan(loaded, { event, records: [record] }));
  }
  return id;
}

const verify = (): Promise<Verification> => verifyChains(database.adminUrl);

/** As somebody with every right on the server would: triggers off, then back on. */
async function tamper(text: string, values: unknown[]): Promise<void> {
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(text, values);
  await owner.query('SET session_replication_role = DEFAULT');
}

async function remove(id: string): Promise<void> {
  for (const table of ['case_event', 'record', 'case_state', 'board_card'])
    await tamper(`DELETE FROM ${table} WHERE case_id = $1`, [id]);
  await tamper('DELETE FROM care_case WHERE id = $1', [id]);
}

const deeds: [name: string, text: string, fault: string, seq: number | null][] = [
  [
    'an entry’s bytes were changed',
    `UPDATE case_event SET payload = replace(encode(payload, 'escape'), '"body"', '"bodi"')::bytea WHERE case_id = $1 AND seq = 3`,
    'chain',
    3,
  ],
  [
    'an entry’s hash was changed',
    `UPDATE case_event SET hash = sha256(hash) WHERE case_id = $1 AND seq = 4`,
    'chain',
    4,
  ],
  ['an entry was taken out', `DELETE FROM case_event WHERE case_id = $1 AND seq = 3`, 'gap', 3],
  [
    'two entries changed places',
    `UPDATE case_event SET payload = (SELECT o.payload FROM case_event o WHERE o.case_id = $1 AND o.seq = 7 - case_event.seq), hash = (SELECT o.hash FROM case_event o WHERE o.case_id = $1 AND o.seq = 7 - case_event.seq) WHERE case_id = $1 AND seq IN (3, 4)`,
    'chain',
    3,
  ],
  ['the end was cut off', `DELETE FROM case_event WHERE case_id = $1 AND seq >= 5`, 'end', 5],
  [
    'the end was cut off and the state set back',
    `WITH cut AS (DELETE FROM case_event WHERE case_id = $1 AND seq = 6) UPDATE case_state SET version = 5 WHERE case_id = $1`,
    'end',
    5,
  ],
  [
    'the type of an entry was changed',
    `UPDATE case_event SET type = 'consent.recorded' WHERE case_id = $1 AND seq = 2`,
    'columns',
    2,
  ],
  [
    'the instant of an entry was changed',
    `UPDATE case_event SET at = at + interval '1 millisecond' WHERE case_id = $1 AND seq = 2`,
    'columns',
    2,
  ],
  ['the head of the state was changed', `UPDATE case_state SET head = sha256(head) WHERE case_id = $1`, 'end', 6],
  ['a text was changed', `UPDATE record SET body = '{"note":"x"}' WHERE case_id = $1 AND seq = 5`, 'record', 5],
  [
    'a text and its hash were changed',
    `UPDATE record SET body = '{"note":"x"}', hash = encode(sha256(convert_to(salt || '{"note":"x"}', 'UTF8')), 'hex') WHERE case_id = $1 AND seq = 5`,
    'record',
    5,
  ],
  ['a text was deleted', `DELETE FROM record WHERE case_id = $1 AND seq = 2`, 'record', 2],
  [
    'a text was put in that no entry knows',
    `INSERT INTO record (id, version, case_id, seq, kind, category, salt, hash, body) VALUES ('stranger', 1, $1, 4, 'note', 'plan', 's', 'h', '{}')`,
    'record',
    4,
  ],
  ['the card shows another version', `UPDATE board_card SET version = 5 WHERE case_id = $1`, 'card', null],
  ['the identity is gone', `DELETE FROM care_case WHERE id = $1`, 'missing', null],
  ['the whole history is gone', `DELETE FROM case_event WHERE case_id = $1`, 'missing', null],
  ['the state is gone', `DELETE FROM case_state WHERE case_id = $1`, 'missing', null],
];

describe('verification', () => {
  it('finds nothing wrong with what was written, and counts it', async () => {
    await aHistory();
    await aHistory();
    expect(await verify()).toEqual({ cases: 2, events: 12, records: 10, destroyed: 0, bad: 0, findings: [] });
  });

  it('accepts a text that was destroyed with its salt', async () => {
    const id = await aHistory();
    await owner.query('UPDATE record SET body = NULL, salt = NULL WHERE case_id = $1 AND seq = 3', [id]);
    expect(await verify()).toMatchObject({ destroyed: 1, bad: 0 });
  });

  it('asks for every case to be decided again, and names what differs', async () => {
    const asked: number[] = [];
    const found = await verifyChains(database.adminUrl, {
      redecide: ({ events, state }) => {
        asked.push(events.length);
        expect(state).toMatchObject({ pathwayVersion: 1, value: 'screening' });
        return asked.length === 1 ? { fault: 'state', seq: 2, detail: 'another state' } : null;
      },
    });
    expect(asked).toEqual([6, 6, 6]);
    expect(found).toMatchObject({ bad: 1, findings: [{ seq: 2, fault: 'state', detail: 'another state' }] });
  });

  it('finds that an entry was taken out, the others moved up and the state set back', async () => {
    const id = await aHistory();
    await tamper('DELETE FROM case_event WHERE case_id = $1 AND seq = 3', [id]);
    for (const seq of [4, 5, 6])
      await tamper(
        `UPDATE case_event SET seq = seq - 1,
           payload = convert_to(replace(convert_from(payload, 'UTF8'), '"seq":' || seq, '"seq":' || seq - 1), 'UTF8')
         WHERE case_id = $1 AND seq = $2`,
        [id, seq],
      );
    await tamper('UPDATE case_state SET version = 5 WHERE case_id = $1', [id]);
    const { findings } = await verify();
    expect(findings).toContainEqual(expect.objectContaining({ caseId: id, fault: 'chain', seq: 3 }));
    await remove(id);
  });

  it.each(deeds)('finds that %s', async (_, text, fault, seq) => {
    const id = await aHistory();
    await tamper(text, [id]);
    const { findings } = await verify();
    const found = findings.filter(({ caseId }) => caseId === id);
    expect(found.map(({ fault: code, seq: at }) => [code, at])).toContainEqual([fault, seq]);
    await remove(id);
    expect((await verify()).bad).toBe(0);
  });
});

describe('history', () => {
  it('cannot be changed by the application’s role, nor by the owner with triggers on', async () => {
    const application = await connectOwner(database.databaseUrl);
    const deedsOn = (table: string) => [`UPDATE ${table} SET at = now()`, `DELETE FROM ${table}`, `TRUNCATE ${table}`];
    for (const deed of [...deedsOn('case_event'), ...deedsOn('access_log')]) {
      await expect(application.query(deed), deed).rejects.toThrow(/permission denied/);
    }
    store.log.write({
      action: 'read',
      person: null,
      membership: null,
      org: null,
      role: null,
      caseId: null,
      seq: null,
      what: 'x',
      outcome: 'ok',
      requestId: null,
    });
    await store.log.flush();
    for (const deed of [...deedsOn('case_event'), ...deedsOn('access_log')])
      await expect(owner.query(deed), deed).rejects.toThrow(/append-only/);
    await expect(application.query('CREATE TABLE x (i integer)')).rejects.toThrow(/permission denied/);
    await application.end();
  });
});
