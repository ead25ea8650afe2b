import type { ToldCase } from '@kaerimichi/casework';
import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { AT } from '../testing/sample-plans.ts';
import { toldCase } from '../testing/told-case.ts';
import { verifyChains } from '../verify/verify-chains.ts';

type Place = { readonly database: TestDatabase; readonly store: Store; readonly owner: Owner };
let written: Place;
let committed: Place;

async function openPlace(): Promise<Place> {
  const database = await createTestDatabase();
  const store = await openStore({ databaseUrl: database.databaseUrl, clock: fakeClock(AT) });
  await store.deployment.begin(true);
  return { database, store, owner: await connectOwner(database.adminUrl) };
}
beforeAll(async () => {
  written = await openPlace();
  committed = await openPlace();
});
/** As before the world was written: it is written once. */
beforeEach(() => written.owner.query('UPDATE deployment SET seeded_at = NULL'));
afterAll(async () => {
  for (const place of [written, committed]) {
    await place?.store.close();
    await place?.owner.end();
    await place?.database.drop();
  }
});

const consent = (consentId: string, rest: Record<string, unknown>) => ({
  type: 'consent.recorded',
  consentId,
  scope: 'recipient',
  categories: ['contacts', 'plan'],
  purpose: 'care',
  givers: [{ relation: 'mother', authority: 'parental' }],
  method: 'paper',
  ...rest,
});
const asked = (candidateId: string, organisation: string) => ({
  type: 'candidate.asked',
  candidateId,
  function: 'visitingNurse',
  organisation,
  note: 'お願いできますか。「"\\{}',
});

/** Everything that commits write differently: records, deadlines that move and end, access that opens and shuts, two ends. */
const eventful = (): ToldCase =>
  toldCase('K-0777', '2026-08-01', [
    { on: '2026-08-02', send: { type: 'factors.recorded', factors: ['poverty'], rescreenOn: '2026-08-20' } },
    { on: '2026-08-03', send: { type: 'factors.recorded', factors: ['poverty'], rescreenOn: '2026-08-25' } },
    { on: '2026-08-03', send: { type: 'screening.completed' } },
    { on: '2026-08-04', send: asked('t1', 'station') },
    { on: '2026-08-04', send: asked('t2', 'clinic') },
    { on: '2026-08-05', send: consent('c1', { recipient: 'station', from: '2026-08-05', until: '2026-09-01' }) },
    { on: '2026-08-05', send: consent('c2', { recipient: 'clinic', from: '2026-08-10' }) },
    { on: '2026-08-10', due: { kind: 'begin.consent', ref: 'c2' } },
    {
      on: '2026-08-11',
      org: 'clinic',
      send: { type: 'candidate.answered', candidateId: 't2', answer: 'declined', declineReason: 'distance' },
    },
    { on: '2026-08-12', send: { type: 'hold.added', holdId: 'h1', code: 'housing', recheckOn: '2026-08-30' } },
    { on: '2026-08-13', send: { type: 'hold.removed', holdId: 'h1', note: '決まった。🧒' } },
    { on: '2026-08-13', send: { type: 'child.named', familyName: '森', givenName: '光希', givenKana: 'みつき' } },
    { on: '2026-08-14', send: { type: 'case.closed', how: 'movedOut', reason: '転居' } },
    { on: '2026-09-02', due: { kind: 'lapse.consent', ref: 'c1' } },
    { on: '2026-09-03', send: { type: 'case.reopened', to: 'screening', reason: '戻った' } },
    { on: '2026-09-04', send: { type: 'note.added', note: '二度目' } },
    { on: '2026-09-05', send: { type: 'case.closed', how: 'withdrawn', reason: '希望' } },
  ]);
const quiet = () => toldCase('K-0778', '2026-07-01', []);

const tables = {
  care_case: 'id',
  case_state: 'case_id',
  board_card: 'case_id',
  case_access: 'case_id, org_id',
  case_event: 'case_id, seq',
  record: 'id, version',
  deadline: 'case_id, kind, ref',
  idempotency_key: 'account, key',
};
async function rowsOf({ owner }: Place): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const [table, order] of Object.entries(tables))
    rows[table] = await owner.query(`SELECT * FROM ${table} ORDER BY ${order}`);
  rows.outbox = await owner.query('SELECT case_id, seq, lost FROM outbox ORDER BY xid, id');
  return rows;
}

const emptyWorld = { organisations: [], people: [], guardians: [], seededAt: AT };

describe('a world written at once', () => {
  it('has the very rows that single commits of the same decisions leave', async () => {
    const cases = [quiet(), eventful()];
    // The one that was registered first comes first, in whatever order they are handed over.
    await written.store.worlds.write({ ...emptyWorld, cases: cases.toReversed() });
    for (const { opening, no, plans } of cases) {
      expect(await committed.store.cases.create({ ...opening, no })).toEqual({ no });
      for (const plan of plans) expect(await committed.store.cases.commit(plan)).toEqual({ committed: true });
    }
    const rows = await rowsOf(written);
    expect(rows).toEqual(await rowsOf(committed));
    const states = (rows.deadline as { state: string }[]).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['open', 'cancelled']));
    expect(rows.outbox).toContainEqual(expect.objectContaining({ lost: ['clinic'] }));
    expect(await verifyChains(written.database.adminUrl)).toMatchObject({ cases: 2, bad: 0 });
  });

  it('is found as any case is, and the next case takes the next number', async () => {
    const { store, owner } = written;
    await store.worlds.write({ ...emptyWorld, cases: [toldCase('K-0779', '2026-08-01', [])] });
    const { opening, no } = toldCase('K-0780', '2026-08-02', []);
    await store.cases.create({ ...opening, no });
    const numbers = await owner.query<{ ordinal: number }>(
      `SELECT ordinal FROM care_case WHERE no >= 'K-0779' ORDER BY no`,
    );
    expect(numbers[1]?.ordinal).toBe((numbers[0]?.ordinal ?? 0) + 1);
    expect((await store.search({ org: 'hospital', numberIn: [], teamIn: [] }, 'しらとり', 10)).caseIds).toContain(
      opening.id,
    );
  });

  it('brings what waits for somebody, as it would stand had people sent it, and telephones', async () => {
    const { store } = written;
    const [one, other] = [toldCase('K-0801', '2026-08-01', []), toldCase('K-0802', '2026-08-02', [])];
    const by = { person: 'p9', org: 'ward9', role: 'coordinator' };
    const cases = [other.opening.id, one.opening.id] as const;
    await store.worlds.write({
      ...emptyWorld,
      organisations: [{ id: 'ward9', kind: 'hospital', name: '病院9', telephone: '045-000-0009' }],
      cases: [one, other],
      waiting: {
        referrals: [
          {
            from: 'station',
            to: 'ward9',
            person: 'p9',
            role: 'visitingNurse',
            content: { reason: '「"\\' },
            sentAt: AT,
          },
        ],
        proposals: [{ person: 'p9', membership: 'm9', wish: { is: 'organisation' }, at: AT }],
        pairs: [
          { ...by, cases, survivor: cases[0], reason: '同じ', agreement: { birth: 'same' }, foundAt: AT, at: AT },
        ],
      },
    });
    expect(await store.organisations.telephonesOf(['ward9'])).toEqual({ ward9: '045-000-0009' });
    const { referrals } = await store.referrals.list('ward9', 'in');
    expect(referrals).toMatchObject([{ state: 'sent', from: 'station', content: { reason: '「"\\' } }]);
    expect(await store.proposals.list()).toMatchObject([
      { person: 'p9', membership: 'm9', wish: { is: 'organisation' } },
    ]);
    const { pairs } = await store.merges.list({ box: 'open', lead: null });
    expect(pairs).toMatchObject([{ state: 'proposed', agreement: { birth: 'same' }, proposed: { person: 'p9' } }]);
    expect(pairs[0]?.cases.map(({ id }) => id)).toEqual([...cases].sort());
    expect(await store.merges.find(pairs[0]?.id ?? '')).toMatchObject({ survivor: cases[0], reason: '同じ' });
  });

  it('brings organisations and people who can sign in and act, and says that it is there', async () => {
    const { store } = written;
    const mother = {
      ...{ id: 'p2', identifier: 'family@demo', displayName: '石井 まい', passwordHash: 'hash' },
      membership: { id: 'm2', org: 'ward', role: 'family' as const, flags: [], fromOn: '2026-11-01' },
    };
    await store.worlds.write({
      organisations: [
        { id: 'hub', kind: 'hub', name: '拠点(デモ)', kana: 'きょてん', municipality: '141003' },
        { id: 'ward', kind: 'hospital', name: '病院(デモ)' },
      ],
      people: [
        {
          id: 'p1',
          identifier: 'Nurse@demo',
          displayName: '松本 恵',
          passwordHash: 'hash',
          membership: { id: 'm1', org: 'ward', role: 'dischargeNurse', flags: ['mayWaive'], fromOn: '2026-01-01' },
        },
        mother,
      ],
      guardians: [
        {
          person: mother,
          caseId: 'child',
          by: 'm1',
          relation: 'mother',
          categories: ['contacts', 'plan'],
          decides: true,
        },
      ],
      cases: [],
      seededAt: AT,
    });
    expect(await store.organisations.list({ text: 'キョテン' })).toMatchObject([{ id: 'hub', municipality: '141003' }]);
    expect(await store.cases.listHubs()).toEqual(['hub']);
    expect(await store.signIn.findAccount('nurse@demo')).toMatchObject({ person: 'p1', passwordHash: 'hash' });
    expect((await store.sessions.open('m1'))?.signedIn.viewer).toMatchObject({ org: 'ward', flags: ['mayWaive'] });
    expect((await store.sessions.open('m2'))?.signedIn.viewer).toMatchObject({
      ...{ org: 'm2', role: 'family' },
      guardian: { caseId: 'child', categories: ['contacts', 'plan'], decides: true, relation: 'mother' },
    });
    expect(await store.deployment.find()).toMatchObject({ demo: true, seededAt: AT });
  });

  it('that cannot be written whole is not written at all', async () => {
    const { store, owner } = written;
    const count = () => owner.query('SELECT count(*) FROM care_case');
    const before = await count();
    const twice = [toldCase('K-0790', '2026-08-01', []), toldCase('K-0790', '2026-08-01', [])];
    await expect(store.worlds.write({ ...emptyWorld, cases: twice })).rejects.toThrow('care_case_no_key');
    expect(await count()).toEqual(before);
  });

  it('is not written into a network that has its world, or has no name yet', async () => {
    const { store, owner } = written;
    const cases = async () => owner.query('SELECT count(*) FROM care_case');
    await store.worlds.write({ ...emptyWorld, cases: [] });
    const before = await cases();
    const another = { ...emptyWorld, cases: [toldCase('K-0791', '2026-08-01', [])] };
    await expect(store.worlds.write(another)).rejects.toThrow('waits for no world');
    await owner.query('DELETE FROM deployment');
    await expect(store.worlds.write(another)).rejects.toThrow('waits for no world');
    expect(await cases()).toEqual(before);
  });
});
