import { vi } from 'vitest';
import type { Client } from '../product/client.ts';
import type { PeopleWorld } from './people-world.ts';
import { waitingWords } from './waiting-table.ts';

/** A pair of cases that may be one child: the lead's, and that of `twin-lead`. */
export type Pair = { readonly id: string; readonly own: string; readonly twin: string };

/** What waits for somebody's decision, or is decided, as waiting-table.ts says; each by its id. */
export type Waiting = {
  readonly referral: string;
  readonly accepted: string;
  readonly found: Pair;
  readonly proposed: Pair;
  readonly proposal: string;
};

type Named = { readonly caseId: string; readonly words: { readonly kana: string; readonly bornOn: string } };

/** Plants it around the two children; `founder`: who proposes a hub. */
export async function plantWaiting(
  world: PeopleWorld,
  [first, second]: readonly [Named, Named],
  founder: Client,
): Promise<Waiting> {
  const { referralName, referralReason, acceptedName, acceptedReason, hub } = waitingWords;
  const referral = await refer(world, 'partner-all', { familyName: referralName, reason: referralReason });
  const accepted = await refer(world, 'stranger', { familyName: acceptedName, reason: acceptedReason });
  const decision = { decision: 'accepted', caseId: first.caseId };
  await done(world.member('lead', 'doctor'), `/referrals/${accepted}/decision`, decision);
  const twins = [await registerTwin(world, first), await registerTwin(world, second)] as const;
  const found = { id: await foundPair(world, first.caseId), own: first.caseId, twin: twins[0] };
  const proposed = { id: await foundPair(world, second.caseId), own: second.caseId, twin: twins[1] };
  await proposePair(world, proposed);
  return { referral, accepted, found, proposed, proposal: await proposeHub(founder, hub) };
}

/** A write that must succeed; the id that it answers. */
async function done(client: Client, path: string, body: object): Promise<string> {
  const answer = await client.post<{ id: string }>(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

/** A child that an organisation asks the lead to take on, as the family agreed. */
export const refer = (world: PeopleWorld, from: string, child: { familyName: string; reason: string }) => {
  const told = { ...child, bornOn: '2010-05-06', origin: 'home', consent: 'agreed', agreedBy: '母' };
  return done(world.member(from, 'visitingNurse'), '/referrals', { to: world.orgs.get('lead') ?? '', ...told });
};

/** A child alike in `twin-lead`, which reads alike and is written otherwise: none of its words is the other's. */
const registerTwin = (world: PeopleWorld, { words: { kana, bornOn } }: Named) =>
  register(world, 'twin-lead', { familyName: '双葉', familyKana: [...kana].join('・'), givenKana: 'ひ・な', bornOn });

const register = (world: PeopleWorld, lead: string, child: Record<string, string>) =>
  done(world.member(lead, 'dischargeNurse'), '/cases', {
    ...{ lead: world.orgs.get(lead) ?? '', reason: 'x', origin: 'ward' },
    ...child,
  });

type Merges = { merges: { id: string; sides: { id: string }[] }[] };

/** The pair that the program finds a case to be one of, as the coordinator of a hub is told. */
async function foundPair(world: PeopleWorld, caseId: string): Promise<string> {
  const find = async () => {
    const { body } = await world.member('hub-with', 'coordinator').get<Merges>('/merges');
    return body.merges.find(({ sides }) => sides.some(({ id }) => id === caseId))?.id;
  };
  return (await vi.waitUntil(find, { timeout: 20_000, interval: 200 })) ?? '';
}

/** A coordinator points to the pair, and the lead says that it is one child. */
export async function proposePair(world: PeopleWorld, { id, own }: Pair): Promise<void> {
  const proposing = { act: 'propose', survivor: own, reason: waitingWords.proposedBecause };
  await done(world.member('hub-with', 'coordinator'), `/merges/${id}/decision`, proposing);
  await done(world.member('lead', 'dischargeNurse'), `/merges/${id}/decision`, proposing);
}

export async function proposeHub(founder: Client, name: string): Promise<string> {
  const { status, body } = await founder.post<{ id: string; proposed: boolean }>('/admin/organisations', {
    kind: 'hub',
    name,
  });
  if (status !== 201 || !body.proposed) throw new Error(`a hub was not proposed: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** A pair of children that no other is taken for, found by the program. */
export async function freshPairs(world: PeopleWorld, count: number): Promise<Pair[]> {
  const cases: { own: string; twin: string }[] = [];
  for (let at = 0; at < count; at++) {
    const child = {
      familyKana: `つい${String.fromCharCode(0x3042 + 2 * at)}`,
      givenKana: 'ひな',
      bornOn: '2019-04-05',
    };
    const own = await register(world, 'lead', child);
    cases.push({ own, twin: await register(world, 'twin-lead', child) });
  }
  const pairs: Pair[] = [];
  for (const one of cases) pairs.push({ id: await foundPair(world, one.own), ...one });
  return pairs;
}
