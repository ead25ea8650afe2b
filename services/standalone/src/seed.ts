import { setTimeout as sleep } from 'node:timers/promises';
import { hashPassword, isPassword } from '@kaerimichi/api';
import type { Clock } from '@kaerimichi/casework';
import {
  demoDuty,
  demoEvaluationBeds,
  demoOrganisations,
  demoPeople,
  leadingPeople,
  tellWorldInTurns,
  type WorldSize,
  waitingFor,
} from '@kaerimichi/demo';
import { addDays, grantable, tokyoDay } from '@kaerimichi/discharge';
import {
  type Deployment,
  type Store,
  StoreBusy,
  type World,
  type WorldGuardian,
  type WorldPerson,
  type WorldWaiting,
} from '@kaerimichi/store';

/** Longest wait for another process that writes the same world, and for a database that is too busy to answer. */
const LONGEST_WAIT_MS = 60_000;

/** Everybody has been with their organisation for ten years. */
const MEMBER_DAYS = 3_650;
/** A family came in once the child was to go home. */
const GUARDIAN_DAYS = 30;

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
 *
 * @throws StoreBusy after a minute in which another process wrote, or the database did not answer
 */
export async function seedOnce(seeding: Seeding): Promise<Deployment> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const deployment = await trySeed(seeding).catch(fault => {
      if (!(fault instanceof StoreBusy) || Date.now() > until) throw fault;
      return null;
    });
    if (deployment) return deployment;
    if (Date.now() > until) throw new StoreBusy('Another process has been writing the demo for a minute.');
    await sleep(200);
  }
}

/** null: another process has the lead. */
async function trySeed(seeding: Seeding): Promise<Deployment | null> {
  const { store } = seeding;
  const deployment = await store.deployment.begin(true);
  if (deployment.seededAt !== null) return deployment;
  const lead = await store.tryLead('demo');
  if (!lead) return null;
  await seed(seeding).finally(lead.release);
  return store.deployment.begin(true);
}

/**
 * The password that is printed is the one that signs in: another one is set when DEMO_PASSWORD changed, or when the data
 * came from elsewhere with an import. Whoever chose their own keeps it: a password that several people have in common is
 * the demo's, since every choice is salted anew.
 */
export async function keepPassword(store: Store, password: string): Promise<void> {
  const ids = demoPeople.map(({ id }) => id);
  const others: string[] = [];
  for (const hash of await store.people.sharedPasswords(ids)) {
    if (!(await isPassword(hash, password))) others.push(hash);
  }
  if (others.length > 0) await store.people.replacePasswords(ids, { from: others, to: await hashPassword(password) });
}

async function seed(seeding: Seeding): Promise<void> {
  const { store } = seeding;
  if ((await store.deployment.begin(true)).seededAt !== null) return;
  await store.worlds.write(await worldOf(seeding));
}

/** The invented world as of now, everybody in it with the one password. */
export async function worldOf({ clock, password, size }: Omit<Seeding, 'store'>): Promise<World> {
  // Beside the telling, which keeps only this thread busy.
  const hashing = hashPassword(password);
  const seededAt = clock.now();
  const cases = await tellWorldInTurns(size, seededAt);
  const passwordHash = await hashing;
  const today = tokyoDay(seededAt);
  const people = demoPeople.map(({ id, identifier, name, membership, org, role, flags, guardian }): WorldPerson => {
    const fromOn = addDays(today, -(guardian ? GUARDIAN_DAYS : MEMBER_DAYS));
    return {
      id,
      identifier,
      displayName: name,
      passwordHash,
      membership: { id: membership, org, role, flags, fromOn },
    };
  });
  const guardians = guardiansOf(people, cases);
  // The small world is for tests, which say themselves what waits.
  const waiting = size === 'whole' ? { waiting: waitingOf(cases, seededAt) } : {};
  return {
    organisations: demoOrganisations,
    duty: demoDuty,
    evaluationBeds: demoEvaluationBeds,
    people,
    guardians,
    cases,
    ...waiting,
    seededAt,
  };
}

/** What waits for somebody, the cases by their ids. */
function waitingOf(cases: World['cases'], now: string): WorldWaiting {
  const { pairs, ...others } = waitingFor(now);
  const ids = new Map(cases.map(({ no, opening }) => [no, opening.id]));
  const idOf = (no: string) => {
    const id = ids.get(no);
    if (!id) throw new Error(`demo: there is no ${no}`);
    return id;
  };
  return {
    ...others,
    pairs: pairs.map(({ nos: [survivor, other], ...pair }) => ({
      ...pair,
      cases: [idOf(survivor), idOf(other)],
      survivor: idOf(survivor),
    })),
  };
}

/** Everything but the reserved category, each of the child that the story names. */
function guardiansOf(people: readonly WorldPerson[], cases: World['cases']): WorldGuardian[] {
  return demoPeople.flatMap(({ id, guardian, org }) => {
    const person = people.find(other => other.id === id);
    const told = cases.find(({ no }) => no === guardian?.no);
    if (!guardian || !person || !told) return [];
    const by = demoPeople.find(other => other.org === org && other.role === 'dischargeNurse')?.membership ?? '';
    return {
      person,
      caseId: told.opening.id,
      by,
      relation: guardian.relation,
      categories: grantable.options,
      decides: true,
    };
  });
}
