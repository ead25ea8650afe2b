import { hashPassword, isPassword } from '@kaerimichi/api';
import { createCasework } from '@kaerimichi/casework';
import { demoPeople, personOf, tellWorld } from '@kaerimichi/demo';
import { openStore, type Store, StoreBusy, withOwner } from '@kaerimichi/store';
import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepPassword, seedOnce } from './seed.ts';

const NOW = '2026-12-01T03:00:00.000Z';

type Place = { readonly database: TestDatabase; readonly store: Store };
let written: Place;
let committed: Place;

async function openPlace(): Promise<Place> {
  const database = await createTestDatabase();
  return { database, store: await openStore({ databaseUrl: database.databaseUrl, clock: fakeClock(NOW) }) };
}
beforeAll(async () => {
  written = await openPlace();
  committed = await openPlace();
});
afterAll(async () => {
  for (const place of [written, committed]) {
    await place?.store.close();
    await place?.database.drop();
  }
});

const tables = {
  care_case: 'no, family_name, given_name, kana_fold, search_text, grams, created_at',
  case_state: '*',
  board_card: '*',
  case_access: '*',
  case_event: '*',
  record: '*',
  deadline: '*',
  outbox: 'case_id, seq, lost',
};
const rowsOf = ({ database }: Place) =>
  withOwner(database.adminUrl, async client => {
    const rows: Record<string, unknown[]> = {};
    for (const [table, columns] of Object.entries(tables))
      rows[table] = (await client.query(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`)).rows;
    return rows;
  });

it('the children of the demo, written at once, are those whose every event was committed by itself', async () => {
  const cases = tellWorld('small', NOW);
  await written.store.deployment.begin(true);
  await written.store.worlds.write({ organisations: [], people: [], guardians: [], cases, seededAt: NOW });
  const inOrder = cases.toSorted((a, b) => a.opening.plan.event.at.localeCompare(b.opening.plan.event.at));
  for (const { opening, no, plans } of inOrder) {
    expect(await committed.store.cases.create({ ...opening, no })).toEqual({ no });
    for (const plan of plans) expect(await committed.store.cases.commit(plan)).toEqual({ committed: true });
  }
  // Compared as text: no order of keys, and no unequal key of two tables, is looked over.
  const sorted = (rows: Record<string, unknown[]>) =>
    Object.entries(rows).map(([table, all]) => [table, all.map(row => JSON.stringify(row)).sort()]);
  expect(sorted(await rowsOf(written))).toEqual(sorted(await rowsOf(committed)));
});

describe('a start', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(async () => {
    await place?.store.close();
    await place?.database.drop();
  });

  const signsIn = async (identifier: string, password: string) => {
    const account = await place.store.signIn.findAccount(identifier);
    return isPassword(account?.passwordHash ?? '', password);
  };

  it('on a machine that is too busy to answer at once writes the demo all the same', async () => {
    let busy = 2;
    const tryLead: Store['tryLead'] = async name => {
      if (busy-- > 0) throw new StoreBusy('timeout expired');
      return place.store.tryLead(name);
    };
    const seeding = { clock: fakeClock(NOW), password: 'first password', size: 'small' } as const;
    const { seededAt } = await seedOnce({ ...seeding, store: { ...place.store, tryLead } });
    expect({ seededAt, busy }).toEqual({ seededAt: NOW, busy: -1 });
  });

  it('has a mother among its people, who reads the page of her own child and has a task on it', async () => {
    const { store } = place;
    const opened = await store.sessions.open(personOf('family').membership);
    if (!opened) throw new Error('she cannot sign in');
    const casework = createCasework({ store: store.cases, log: store.log, clock: fakeClock(NOW) });
    const page = await casework.family(opened.signedIn, { language: 'ja', requestId: 'r' });
    expect(page).toMatchObject({ ok: true, answer: { no: 'K-0142', child: 'そら', relation: 'mother', over: null } });
    if (!page.ok) return;
    const { now, tasks, contacts, team, skills, consents, received, dates } = page.answer;
    expect(now).toEqual({ step: 3, stage: 'jointConference' });
    expect(tasks).toMatchObject([{ id: 'a2', what: '家の電気の契約を確かめる', doneOn: null }]);
    expect(contacts.map(({ when }) => when)).toEqual(['emergencyRoute', 'night', 'day']);
    for (const part of [team, skills, consents, received, dates]) expect(part.length).toBeGreaterThan(0);
  });

  it('with another password gives it to everybody but those who chose their own, also after one that was cut off', async () => {
    const [first, second, third, ...others] = demoPeople;
    if (!first || !second || !third) throw new Error('nobody');
    await place.store.people.update(first.id, { passwordHash: await hashPassword('my own choice') });
    // A start of an earlier program, killed amid its people.
    const halfWay = await hashPassword('half-way password');
    for (const { id } of [second, third]) await place.store.people.update(id, { passwordHash: halfWay });
    await keepPassword(place.store, 'second password');
    expect(await signsIn(first.identifier, 'my own choice')).toBe(true);
    for (const { identifier } of [second, third, ...others.slice(-1)])
      expect(await signsIn(identifier, 'second password'), identifier).toBe(true);
    const kept = await place.store.people.sharedPasswords(demoPeople.map(({ id }) => id));
    await keepPassword(place.store, 'second password');
    expect(await place.store.people.sharedPasswords(demoPeople.map(({ id }) => id))).toEqual(kept);
    expect(kept).toHaveLength(1);
  });
});
