import { type Client, clientWith } from '../product/client.ts';
import { type Relation, shareable } from './people-table.ts';
import type { Member, PeopleWorld } from './people-world.ts';
import type { Child } from './route-asks.ts';
import { raw } from './told.ts';

/** Where somebody is invited and comes in by the code on paper; a program without it has no guardians. */
export const joining = 'POST /join';

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

type Joined = { readonly id: string; readonly client: Client };

/** Somebody who came in by the code on a slip, as people do. */
async function join(nurse: Client, { caseId, words }: Child, categories: readonly string[]): Promise<Joined> {
  const wish = { relation: 'mother', categories, decides: true };
  const invited = await nurse.post<{ id: string; slip: { code: string } }>(`/cases/${caseId}/guardians`, wish);
  const identifier = `guardian-${crypto.randomUUID()}`;
  const body = { code: invited.body.slip.code, bornOn: words.bornOn, name: '試験の家族', identifier };
  const answer = await fetch(`${nurse.url}/api/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, password: 'ひつじとゆうやけの台所とふね' }),
  });
  if (answer.status !== 201) throw new Error(`nobody came in: ${answer.status} ${await answer.text()}`);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { id: invited.body.id, client: clientWith(nurse.url, cookie) };
}

/** How a guardian whose invitation was withdrawn is answered: like nobody. */
export async function statusAfterWithdrawal(world: PeopleWorld, child: Child): Promise<number> {
  const nurse = world.member('lead', 'dischargeNurse');
  const { id, client } = await join(nurse, child, ['contacts']);
  const before = await client.get(`/cases/${child.caseId}`);
  if (before.status !== 200) throw new Error(`not let in: ${before.status}`);
  const lead = { role: 'dischargeNurse', relation: invitedTo([]), client: nurse };
  await raw(lead, `/cases/${child.caseId}/guardians/${id}`, { method: 'DELETE' });
  return (await client.get(`/cases/${child.caseId}`)).status;
}
