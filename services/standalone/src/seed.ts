import { hashPassword } from '@kaerimichi/api';
import type { CaseworkPorts } from '@kaerimichi/casework';
import { type DemoWorld, seedDemo } from '@kaerimichi/demo';
import { addDays, tokyoDay } from '@kaerimichi/discharge';
import type { Store } from '@kaerimichi/store';

/** Writes the invented world into an empty database, once. */
export async function seedOnce(store: Store, ports: CaseworkPorts, password: string): Promise<void> {
  const deployment = await store.deployment.begin(true);
  if (deployment.seededAt) return;
  await seedDemo(await worldOf(store, ports, password));
  await store.deployment.markSeeded(ports.clock.now());
}

async function worldOf(store: Store, ports: CaseworkPorts, password: string): Promise<DemoWorld> {
  const passwordHash = await hashPassword(password);
  const fromOn = addDays(tokyoDay(ports.clock.now()), -3_650);
  const opened: string[] = [];
  return {
    ports,
    addOrganisation: async organisation => void (await store.organisations.create(organisation)),
    async addPerson({ identifier, name, org, role, flags }) {
      const person = await store.people.create({ identifier, displayName: name, passwordHash });
      if (!person) throw new Error(`demo: ${identifier} exists already`);
      const membership = await store.memberships.create({ person: person.id, org, role, flags, fromOn });
      const session = await store.sessions.open(membership.id);
      if (!session) throw new Error(`demo: ${identifier} cannot act`);
      opened.push(session.signedIn.session.id);
      return session.signedIn;
    },
    async closeSessions() {
      for (const id of opened) await store.sessions.revoke(id);
    },
  };
}
