import { setTimeout as sleep } from 'node:timers/promises';
import { hashPassword, isPassword } from '@kaerimichi/api';
import type { CaseworkPorts, SignedIn } from '@kaerimichi/casework';
import { type DemoPerson, type DemoWorld, demoPeople, seedDemo } from '@kaerimichi/demo';
import { addDays, tokyoDay } from '@kaerimichi/discharge';
import { type Store, StoreBusy } from '@kaerimichi/store';

/** Longest wait for another process that writes the same world. */
const OTHERS_SEED_MS = 60_000;

/** Names to sign in with, in the order in which they are printed. */
export const demoIdentifiers = demoPeople.map(({ identifier }) => identifier);

/**
 * Writes the invented world into an empty database, once: of several processes one writes, and what a killed one left
 * half written is gone on with, since every person has a name and every event a key.
 */
export async function seedOnce(store: Store, ports: CaseworkPorts, password: string): Promise<void> {
  const until = Date.now() + OTHERS_SEED_MS;
  while ((await store.deployment.begin(true)).seededAt === null) {
    const lead = await store.tryLead('demo');
    if (lead) return seed(store, ports, password).finally(lead.release);
    if (Date.now() > until) throw new StoreBusy('Another process has been writing the demo for a minute.');
    await sleep(200);
  }
}

/**
 * The password that is printed is the one that signs in: another one is set when DEMO_PASSWORD changed, or when the data
 * came from elsewhere with an import.
 */
export async function keepPassword(store: Store, password: string): Promise<void> {
  const [first = ''] = demoIdentifiers;
  const account = await store.signIn.findAccount(first);
  if (!account || (await isPassword(account.passwordHash, password))) return;
  const passwordHash = await hashPassword(password);
  for (const identifier of demoIdentifiers) {
    const person = (await store.signIn.findAccount(identifier))?.person;
    if (person) await store.people.update(person, { passwordHash });
  }
}

async function seed(store: Store, ports: CaseworkPorts, password: string): Promise<void> {
  if ((await store.deployment.begin(true)).seededAt !== null) return;
  await seedDemo(await worldOf(store, ports, password));
  await store.deployment.markSeeded(ports.clock.now());
}

async function worldOf(store: Store, ports: CaseworkPorts, password: string): Promise<DemoWorld> {
  const passwordHash = await hashPassword(password);
  const fromOn = addDays(tokyoDay(ports.clock.now()), -3_650);
  const opened: string[] = [];
  return {
    ports,
    async addOrganisation(organisation) {
      if (!(await store.organisations.find(organisation.id))) await store.organisations.create(organisation);
    },
    async addPerson(person) {
      const signedIn = await actingAs(store, { ...person, passwordHash, fromOn });
      opened.push(signedIn.session.id);
      return signedIn;
    },
    async closeSessions() {
      for (const id of opened) await store.sessions.revoke(id);
    },
  };
}

type NewComer = DemoPerson & { readonly passwordHash: string; readonly fromOn: string };

/** The person's id is the identifier's, so that one who was added before is found again. */
async function actingAs(store: Store, { identifier, name, org, role, flags, ...rest }: NewComer): Promise<SignedIn> {
  const id = `demo-${identifier.replace('@demo', '')}`;
  const { passwordHash, fromOn } = rest;
  // null where it was added before: the name to sign in with is taken.
  await store.people.create({ id, identifier, displayName: name, passwordHash });
  const [found] = await store.memberships.list({ person: id });
  const membership = found ?? (await store.memberships.create({ person: id, org, role, flags, fromOn }));
  const session = await store.sessions.open(membership.id);
  if (!session) throw new Error(`demo: ${identifier} cannot act`);
  return session.signedIn;
}
