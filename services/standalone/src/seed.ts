import { setTimeout as sleep } from 'node:timers/promises';
import { hashPassword, isPassword } from '@kaerimichi/api';
import type { Clock } from '@kaerimichi/casework';
import { demoOrganisations, demoPeople, leadingPeople, tellWorld, type WorldSize } from '@kaerimichi/demo';
import { addDays, tokyoDay } from '@kaerimichi/discharge';
import { type Deployment, type Store, StoreBusy, type WorldPerson } from '@kaerimichi/store';

/** Longest wait for another process that writes the same world. */
const OTHERS_SEED_MS = 60_000;

/** Everybody has been with their organisation for ten years. */
const MEMBER_DAYS = 3_650;

/** Names to sign in with that are printed, in their order; the network has more people. */
export const demoIdentifiers = leadingPeople.map(({ identifier }) => identifier);

export type Seeding = {
  readonly store: Store;
  readonly clock: Clock;
  readonly password: string;
  readonly size: WorldSize;
};

/**
 * Writes the invented world into an empty database, once and whole: of several processes one writes, and one that is
 * killed leaves nothing of it.
 */
export async function seedOnce(seeding: Seeding): Promise<Deployment> {
  const { store } = seeding;
  const until = Date.now() + OTHERS_SEED_MS;
  for (;;) {
    const deployment = await store.deployment.begin(true);
    if (deployment.seededAt !== null) return deployment;
    const lead = await store.tryLead('demo');
    if (lead) await seed(seeding).finally(lead.release);
    else if (Date.now() > until) throw new StoreBusy('Another process has been writing the demo for a minute.');
    else await sleep(200);
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
  for (const { identifier } of demoPeople) {
    const person = (await store.signIn.findAccount(identifier))?.person;
    if (person) await store.people.update(person, { passwordHash });
  }
}

async function seed({ store, clock, password, size }: Seeding): Promise<void> {
  if ((await store.deployment.begin(true)).seededAt !== null) return;
  // Beside the telling, which keeps only this thread busy.
  const hashing = hashPassword(password);
  const seededAt = clock.now();
  const cases = tellWorld(size, seededAt);
  const passwordHash = await hashing;
  const fromOn = addDays(tokyoDay(seededAt), -MEMBER_DAYS);
  const people = demoPeople.map(
    ({ id, identifier, name, membership, org, role, flags }): WorldPerson => ({
      id,
      identifier,
      displayName: name,
      passwordHash,
      membership: { id: membership, org, role, flags, fromOn },
    }),
  );
  await store.worlds.write({ organisations: demoOrganisations, people, cases, seededAt });
}
