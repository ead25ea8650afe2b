import { expect } from 'vitest';
import { type Client, clientWith } from '../product/client.ts';
import { joinedGuardian } from './joined-guardian.ts';
import { listenTo } from './matrix-sockets.ts';
import { type Relation, shareable } from './people-table.ts';
import type { Member, PeopleWorld } from './people-world.ts';
import type { Child } from './route-asks.ts';
import { raw } from './told.ts';

/** A guardian with the child that it was invited to see. */
export type Guardian = Member & { readonly child: Child };

const invitedTo = (consent: readonly string[]): Relation => ({
  name: 'invited',
  kind: 'childrensHospital',
  stands: 'invited',
  consent,
});

/** To each child one guardian with everything that a family may be told, and one with little of it. */
export async function joinGuardians(world: PeopleWorld, children: readonly Child[]): Promise<Guardian[]> {
  const guardians: Guardian[] = [];
  for (const child of children)
    for (const consent of [shareable, ['contacts', 'disaster'], ['clinical', 'skills', 'money']]) {
      const { client } = await join(world.member('lead', 'dischargeNurse'), child, consent);
      guardians.push({ role: 'family', relation: invitedTo(consent), client, child });
    }
  return guardians;
}

/** Somebody who came in by the code on a slip, as people do. */
async function join(nurse: Client, { caseId, words }: Child, categories: readonly string[]) {
  const wish = { caseId, name: `guardian-${crypto.randomUUID()}`, bornOn: words.bornOn, categories };
  const { id, cookie } = await joinedGuardian(nurse.url, nurse, wish);
  return { id, client: clientWith(nurse.url, cookie) };
}

type Guarded = PeopleWorld & { readonly guardians: readonly Guardian[]; readonly children: readonly Child[] };

/** What frames tell guardians beside that something happened: whoever holds a page of the child hears no more of it. */
export async function frameFaults({ guardians, children, member }: Guarded): Promise<string[]> {
  const listeners = await Promise.all(
    guardians.map(async one => {
      const [other = one.child] = children.filter(child => child !== one.child);
      return { child: one.child, ...(await listenTo(one.client.url, one, one.child, other)) };
    }),
  );
  for (const { caseId, words } of children) {
    const note = { type: 'note.added', note: `${words.bird} said to the family` };
    await member('lead', 'dischargeNurse').send(caseId, '*', note);
  }
  await expect.poll(() => listeners.filter(({ events }) => events.length === 0).length, { timeout: 2_000 }).toBe(0);
  for (const { socket } of listeners) socket.disconnect();
  return listeners.flatMap(({ child, events, frames, names, acks }) => {
    const told = events.flatMap(event => Object.keys(event));
    const isOnlyThat = new Set(told).size === 3 && ['caseId', 'seq', 'version'].every(key => told.includes(key));
    const words = ['"stage"', 'org-kodomo', child.words.bird, child.words.name];
    return [
      ...(isOnlyThat ? [] : [`an event tells ${told}`]),
      ...(names.has('cases.changed') || !acks['case.watch'].startsWith('{"version":') ? ['a card'] : []),
      ...words.filter(word => frames.some(frame => frame.includes(word))),
    ];
  });
}

/** How a guardian whose invitation was withdrawn is answered: like nobody. */
export async function statusAfterWithdrawal(world: PeopleWorld, child: Child): Promise<number> {
  const nurse = world.member('lead', 'dischargeNurse');
  const { id, client } = await join(nurse, child, ['contacts']);
  const before = await client.get('/family');
  if (before.status !== 200) throw new Error(`not let in: ${before.status}`);
  const lead = { role: 'dischargeNurse', relation: invitedTo([]), client: nurse };
  await raw(lead, `/cases/${child.caseId}/guardians/${id}`, { method: 'DELETE' });
  return (await client.get('/family')).status;
}
