import { createCasework } from '@kaerimichi/casework';
import { type MailChoice, standardMail } from '@kaerimichi/notices';
import { createLogger, type Logger } from '@kaerimichi/runtime';
import { openStore, type Store } from '@kaerimichi/store';
import {
  aMember,
  anOrganisation,
  createTestDatabase,
  type FakeClock,
  fakeClock,
  signedInAs,
} from '@kaerimichi/testkit';
import { type Mailbox, startMailbox } from '../../../../e2e/product/mailbox.ts';
import { openPostbox } from '../mail/smtp.ts';
import { startPostman, turnOf } from '../mail/start-postman.ts';
import { meta } from './start-test-worker.ts';

const place = 'https://kaerimichi.example';

export type MailWorld = {
  readonly adminUrl: string;
  readonly store: Store;
  /** At eight in the morning of the first of December 2026 in Japan, until a test sets it. */
  readonly clock: FakeClock;
  readonly mailbox: Mailbox;
  /** Another process that mails, on the same database and by itself, each second; answers what stops it. */
  readonly startPostman: () => Promise<() => Promise<void>>;
  /** One whose turns a test takes: everything that it has to do by then is done after one. */
  readonly aPostman: (options?: { log?: Logger; change?: (store: Store) => Store }) => Promise<() => Promise<void>>;
  /** A nurse of the hospital who wants mail. */
  readonly wantMail: (name: string, mail?: Partial<MailChoice>) => Promise<void>;
  readonly aNurse: (name: string) => Promise<void>;
  /** Registers a child of a canary's name as a nurse: it is the hospital's turn then. Answers the case's id. */
  readonly register: (nurse: string) => Promise<string>;
  readonly send: (nurse: string, caseId: string, body: object) => Promise<void>;
  /** Mails with notices, to one address. */
  readonly mailsTo: (name: string) => { subject: string; text: string; id: string }[];
  readonly stop: () => Promise<void>;
};

export const CANARY = '鶯谷';

/** A hospital whose nurses are told by mail, and a mail server. */
export async function startMailWorld(): Promise<MailWorld> {
  const database = await createTestDatabase();
  const clock = fakeClock('2026-11-30T23:00:00.000Z');
  const store = await openStore({ databaseUrl: database.databaseUrl, clock });
  const mailbox = await startMailbox();
  await anOrganisation(store, 'hospital');
  const aProcess = async () => ({
    own: await openStore({ databaseUrl: database.databaseUrl, clock }),
    postbox: await openPostbox({ url: mailbox.url, from: 'no-reply@hospital.example' }),
  });
  const stops = new Set<() => Promise<void>>();
  const onceAtEnd = (stop: () => Promise<void>) => {
    stops.add(stop);
    return async () => void (stops.delete(stop) && (await stop()));
  };
  return {
    ...{ adminUrl: database.adminUrl, store, clock, mailbox },
    async startPostman() {
      const { own, postbox } = await aProcess();
      const postman = startPostman({ store: own, clock, log: createLogger('silent'), postbox, place });
      return onceAtEnd(async () => {
        await postman.stop();
        await own.close();
      });
    },
    async aPostman({ log = createLogger('silent'), change = (own: Store) => own } = {}) {
      const { own, postbox } = await aProcess();
      onceAtEnd(own.close);
      return turnOf({ store: change(own), clock, log, postbox, place }, new AbortController().signal);
    },
    ...nurses(store),
    ...writing(store, clock),
    mailsTo: name =>
      mailbox.arrived.filter(
        ({ to, subject }) => to === `${name}@hospital.example` && !subject.includes('メールアドレス'),
      ),
    async stop() {
      await Promise.all([...stops].map(stop => stop()));
      await store.close();
      await mailbox.stop();
      await database.drop();
    },
  };
}

const nurses = (store: Store): Pick<MailWorld, 'aNurse' | 'wantMail'> => ({
  aNurse: async name => void (await aMember(store, { name, org: 'hospital' })),
  async wantMail(name, mail = {}) {
    await store.settings.set(name, { mail: { ...standardMail, pace: 'atOnce', ...mail } });
    await store.mailAddresses.set(name, `${name}@hospital.example`, '012345');
    await store.mailAddresses.confirm(name, '012345');
    await store.noticeLooks.reset(name);
    await store.noticeLooks.open();
  },
});

function writing(store: Store, clock: FakeClock): Pick<MailWorld, 'register' | 'send'> {
  const casework = createCasework({ store: store.cases, log: store.log, clock });
  let keys = 0;
  const key = () => ({ key: `key-${++keys}`, bodyHash: 'hash' });
  const who = async (name: string) => (await signedInAs(store, `${name}-hospital`)).signedIn;
  return {
    async register(name) {
      const registration = {
        lead: 'hospital',
        identity: {
          ...{ familyName: CANARY, givenName: CANARY, familyKana: null, givenKana: null, sex: 'unknown' as const },
          ...{ hospitalNumber: CANARY, municipality: null },
        },
        ...{ bornOn: '2024-03-07', reason: CANARY, origin: 'ward' as const },
      };
      const registered = await casework.register({ who: await who(name), key: key(), registration, meta });
      if (!registered.ok) throw new Error(registered.refusal.code);
      return JSON.parse(registered.answer.body).id;
    },
    async send(name, caseId, body) {
      const loaded = await store.cases.loadFresh(caseId);
      const command = { who: await who(name), caseId, match: loaded?.version ?? 0, key: key(), body, meta };
      const outcome = await casework.send(command);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    },
  };
}
