import { type Casework, createCasework } from '@kaerimichi/casework';
import { createLogger } from '@kaerimichi/runtime';
import { openStore, type Store } from '@kaerimichi/store';
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
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorker } from './index.ts';

const meta = { requestId: 'test', language: 'ja' } as const;
const recipient = 'station';

let database: TestDatabase;
let store: Store;
let clock: FakeClock;
let casework: Casework;
let worker: ReturnType<typeof startWorker>;
let nurse: SignedInPerson;
let visitor: SignedInPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = fakeClock('2026-12-01T00:00:00.000Z');
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  await anOrganisation(store, 'hospital');
  await anOrganisation(store, recipient, 'visitingNursingStation');
  await aMember(store, { name: 'dsn', org: 'hospital' });
  await aMember(store, { name: 'hvn', org: recipient, role: 'visitingNurse' });
  casework = createCasework({ store: store.cases, log: store.log, clock });
  worker = startWorker({ store, casework, clock, log: createLogger('silent') });
});
// Weeks pass between the tests, and sessions end by themselves.
beforeEach(async () => {
  nurse = await signedInAs(store, 'dsn-hospital');
  visitor = await signedInAs(store, 'hvn-station');
});
afterAll(async () => {
  await worker.stop();
  await store.close();
  await database.drop();
});

let keys = 0;
const key = () => ({ key: `key-${++keys}`, bodyHash: 'hash' });

/** A case of the hospital whose nurse asked the station, and recorded a consent for it. */
async function aCaseWith(consent: { from: string; until?: string }) {
  const nobody = { familyName: null, givenName: null, familyKana: null, givenKana: null };
  const registered = await casework.register({
    who: nurse.signedIn,
    key: key(),
    registration: {
      lead: 'hospital',
      identity: { ...nobody, sex: 'unknown', hospitalNumber: null, municipality: null },
      bornOn: '2026-03-01',
      reason: '退院に向けて',
      origin: 'ward',
    },
    meta,
  });
  if (!registered.ok) throw new Error(registered.refusal.code);
  const { id }: { id: string } = JSON.parse(registered.answer.body);
  let version = 1;
  const send = async (body: Record<string, unknown>) => {
    const sent = { who: nurse.signedIn, caseId: id, match: version, key: key(), body, meta };
    const outcome = await casework.send(sent);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    version += 1;
  };
  await send({ type: 'candidate.asked', candidateId: 't1', function: 'visitingNurse', organisation: recipient });
  await send({
    type: 'consent.recorded',
    consentId: 'c1',
    scope: 'recipient',
    recipient,
    categories: ['contacts', 'plan'],
    purpose: 'care',
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
    ...consent,
  });
  return { id, send };
}

/** What the visiting nurse sees of a case: its class and categories. */
async function seen(id: string) {
  const view = await casework.view(visitor.signedIn, id, meta);
  return view.ok ? [view.answer.access.class, ...view.answer.access.categories] : view.refusal.code;
}
const kindsOf = async (id: string) => (await store.deadlines.listOf(id)).map(({ kind, dueOn }) => `${kind} ${dueOn}`);
const typesOf = async (id: string) => (await store.cases.listEvents(id, 0, 100)).map(({ type }) => type);

describe('the days of a consent', () => {
  it('lets the recipient in on the first day of a consent given ahead, and out after its last', async () => {
    const { id } = await aCaseWith({ from: '2026-12-05', until: '2026-12-20' });
    expect(await kindsOf(id)).toContain('begin.consent 2026-12-05');
    clock.set('2026-12-04T14:59:00.000Z');
    expect(await seen(id)).toEqual(['numberOnly']);
    // Midnight in Tokyo.
    clock.set('2026-12-04T15:00:00.000Z');
    await expect.poll(() => seen(id), { timeout: 10_000 }).toEqual(['partner', 'contacts', 'plan']);
    expect(await typesOf(id)).toEqual(['case.registered', 'candidate.asked', 'consent.recorded', 'fact.begun']);
    expect(await kindsOf(id)).not.toContain('begin.consent 2026-12-05');
    clock.set('2026-12-20T15:00:00.000Z');
    await expect.poll(() => seen(id), { timeout: 10_000 }).toEqual(['numberOnly']);
    expect((await typesOf(id)).at(-1)).toBe('fact.lapsed');
  });

  it('lets nobody in when the consent was withdrawn before its first day', async () => {
    const { id, send } = await aCaseWith({ from: '2026-12-27' });
    await send({ type: 'consent.withdrawn', consentId: 'c1' });
    expect(await kindsOf(id)).not.toContain('begin.consent 2026-12-27');
    const { id: other } = await aCaseWith({ from: '2026-12-27' });
    clock.set('2026-12-27T00:00:00.000Z');
    // The other case's day comes in the same turn of the clock.
    await expect.poll(() => seen(other), { timeout: 10_000 }).toEqual(['partner', 'contacts', 'plan']);
    expect(await seen(id)).toEqual(['numberOnly']);
    expect((await typesOf(id)).at(-1)).toBe('consent.withdrawn');
  });
});
