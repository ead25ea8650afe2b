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
} from '@kaerimichi/testkit';
import { startWorker } from '../start-worker.ts';

export const meta = { requestId: 'test', language: 'ja' } as const;

export type TestWorker = {
  /** Of the database's owner. */
  readonly adminUrl: string;
  /** Of the program's role. */
  readonly databaseUrl: string;
  readonly store: Store;
  /** On the first of December 2026, until a test sets it. */
  readonly clock: FakeClock;
  readonly casework: Casework;
  /** Signs the nurse of the hospital in: sessions end by themselves when weeks pass. */
  readonly signInNurse: () => Promise<SignedInPerson>;
  /** Registers a child for the hospital and answers the case's id. */
  readonly register: (nurse: SignedInPerson, bornOn: string) => Promise<string>;
  /** Sends one event to a case at a version; throws what it is refused for. */
  readonly send: (nurse: SignedInPerson, at: { caseId: string; match: number }, body: object) => Promise<void>;
  readonly typesOf: (caseId: string) => Promise<string[]>;
  readonly stop: () => Promise<void>;
};

/** A worker on an empty database of its own, and a hospital whose nurse gives it something to do. */
export async function startTestWorker(): Promise<TestWorker> {
  const database = await createTestDatabase();
  const clock = fakeClock('2026-12-01T00:00:00.000Z');
  const store = await openStore({ databaseUrl: database.databaseUrl, clock });
  await anOrganisation(store, 'hospital');
  await aMember(store, { name: 'dsn', org: 'hospital' });
  const casework = createCasework({ store: store.cases, log: store.log, clock });
  const worker = startWorker({ store, casework, clock, log: createLogger('silent') });
  return {
    adminUrl: database.adminUrl,
    databaseUrl: database.databaseUrl,
    store,
    clock,
    casework,
    signInNurse: () => signedInAs(store, 'dsn-hospital'),
    ...writing(casework),
    typesOf: async id => (await store.cases.listEvents(id, 0, 100)).map(({ type }) => type),
    stop: async () => {
      await worker.stop();
      await store.close();
      await database.drop();
    },
  };
}

function writing(casework: Casework): Pick<TestWorker, 'register' | 'send'> {
  let keys = 0;
  const key = () => ({ key: `key-${++keys}`, bodyHash: 'hash' });
  const nobody = { familyName: null, givenName: null, familyKana: null, givenKana: null, sex: 'unknown' } as const;
  return {
    register: async ({ signedIn: who }, bornOn) => {
      const registration = {
        lead: 'hospital',
        identity: { ...nobody, hospitalNumber: null, municipality: null },
        bornOn,
        reason: '退院に向けて',
        origin: 'ward' as const,
      };
      const registered = await casework.register({ who, key: key(), registration, meta });
      if (!registered.ok) throw new Error(registered.refusal.code);
      return JSON.parse(registered.answer.body).id;
    },
    send: async ({ signedIn: who }, at, body) => {
      const outcome = await casework.send({ who, ...at, key: key(), body, meta });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    },
  };
}
