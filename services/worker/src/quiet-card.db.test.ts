import { type Casework, createCasework } from '@kaerimichi/casework';
import type { FullCard } from '@kaerimichi/discharge';
import { createLogger } from '@kaerimichi/runtime';
import { openStore, type Store, withOwner } from '@kaerimichi/store';
import {
  aMember,
  anOrganisation,
  createTestDatabase,
  type FakeClock,
  fakeClock,
  type SignedInPerson,
  signedInAs,
  type TestDatabase,
} from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorker } from './index.ts';

const meta = { requestId: 'test', language: 'ja' } as const;

let database: TestDatabase;
let store: Store;
let clock: FakeClock;
let casework: Casework;
let worker: ReturnType<typeof startWorker>;
let nurse: SignedInPerson;

beforeEach(async () => {
  database = await createTestDatabase();
  clock = fakeClock('2026-12-01T00:00:00.000Z');
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  await anOrganisation(store, 'hospital');
  await aMember(store, { name: 'dsn', org: 'hospital' });
  nurse = await signedInAs(store, 'dsn-hospital');
  casework = createCasework({ store: store.cases, log: store.log, clock });
  worker = startWorker({ store, casework, clock, log: createLogger('silent') });
});
afterEach(async () => {
  await worker.stop();
  await store.close();
  await database.drop();
});

let keys = 0;
const key = () => ({ key: `key-${++keys}`, bodyHash: 'hash' });

async function aChild(bornOn: string): Promise<string> {
  const identity = { familyName: null, givenName: null, familyKana: null, givenKana: null, sex: 'unknown' } as const;
  const registration = {
    lead: 'hospital',
    identity: { ...identity, hospitalNumber: null, municipality: null },
    bornOn,
    reason: '退院に向けて',
    origin: 'ward',
  };
  const registered = await casework.register({ who: nurse.signedIn, key: key(), registration, meta });
  if (!registered.ok) throw new Error(registered.refusal.code);
  return JSON.parse(registered.answer.body).id;
}

async function send(caseId: string, match: number, body: object): Promise<void> {
  const outcome = await casework.send({ who: nurse.signedIn, caseId, match, key: key(), body, meta });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
}

/** Version and due date of the card as everyone's board has it. */
const cardOf = async (caseId: string) => {
  const text = 'SELECT card FROM board_card WHERE case_id = $1';
  const [row] = (await withOwner(database.adminUrl, client => client.query<{ card: FullCard }>(text, [caseId]))).rows;
  return { version: row?.card.version, due: row?.card.due ?? null };
};
const typesOf = async (id: string) => (await store.cases.listEvents(id, 0, 100)).map(({ type }) => type);
/** Longer than a turn of the clock. */
const aWhile = () => new Promise(resolve => setTimeout(resolve, 1_500));
const eventually = { timeout: 10_000 };

describe('the card of a case in which nobody does anything', () => {
  it('shows a skill to be checked again thirty days ahead, and what lapsed on its day', async () => {
    const id = await aChild('2026-01-01');
    const skill = { type: 'skill.assessed', procedure: 'suctionTracheal', caregiver: 'mother', level: 4 };
    await send(id, 1, skill);
    // “Alone” on 1 December holds for 90 days, until 1 March; the day after is the day it lapses.
    clock.set('2027-01-30T14:59:00.000Z');
    await aWhile();
    expect(await cardOf(id)).toEqual({ version: 2, due: null });
    clock.set('2027-01-30T15:00:00.000Z');
    await expect
      .poll(() => cardOf(id), eventually)
      .toEqual({
        version: 3,
        due: { kind: 'lapse.skill', on: '2027-03-02' },
      });
    clock.set('2027-03-02T00:00:00.000Z');
    await expect.poll(() => cardOf(id), eventually).toEqual({ version: 4, due: null });
    expect(await typesOf(id)).toEqual(['case.registered', 'skill.assessed', 'due.neared', 'fact.lapsed']);
  });

  it('shows the prompt at fifteen thirty days before the day, once', async () => {
    const id = await aChild('2012-03-10');
    await expect.poll(() => typesOf(id), eventually).toEqual(['case.registered', 'adult.prompted']);
    clock.set('2027-02-07T00:00:00.000Z');
    await expect.poll(() => cardOf(id), eventually).toEqual({ version: 3, due: { kind: 'adult15', on: '2027-03-09' } });
    clock.set('2028-02-07T00:00:00.000Z');
    await aWhile();
    expect(await typesOf(id)).toEqual(['case.registered', 'adult.prompted', 'due.neared']);
  });
});
