import { consentTo, daysAgo, send } from './canary-case.ts';
import { type Relation, shareable } from './people-table.ts';
import type { PeopleWorld } from './people-world.ts';
import type { Random } from './random-from.ts';

const parts = ['none', 'asked', 'accepted', 'declined', 'ended', 'askedAgain'] as const;
const times = ['now', 'over', 'future', 'withdrawn'] as const;
const purposes = ['care', 'welfare', 'school', 'disaster', 'programme'] as const;

type Consent = {
  readonly time: (typeof times)[number];
  readonly purpose: (typeof purposes)[number];
  readonly categories: readonly string[];
};

/** An organisation that has come to a child in some way, with up to three consents of the family. */
export type RandomOrganisation = {
  readonly part: (typeof parts)[number];
  readonly consents: readonly Consent[];
  readonly relation: Relation;
};

const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

export function randomOrganisation(random: Random, name: string): RandomOrganisation {
  const part = oneOf(random, parts);
  const consents = Array.from({ length: Math.floor(random() * 4) }, (): Consent => {
    const categories = shareable.filter(() => random() < 0.5);
    return {
      time: oneOf(random, times),
      purpose: oneOf(random, purposes),
      categories: categories.length > 0 ? categories : ['contacts'],
    };
  });
  const kind = oneOf(random, ['clinic', 'hospital', 'visitingNursingStation']);
  return { part, consents, relation: { name, kind, ...expected(part, consents) } };
}

/**
 * What people.md says of it: a part is presupposed; consents that hold today add up, but for one to anonymous figures;
 * whoever has not accepted reads what is shared and only answers.
 */
function expected(
  part: RandomOrganisation['part'],
  consents: readonly Consent[],
): Pick<Relation, 'stands' | 'consent'> {
  if (['none', 'declined', 'ended'].includes(part)) return { stands: 'stranger', consent: [] };
  const holding = consents.filter(({ time, purpose }) => time === 'now' && purpose !== 'programme');
  if (holding.length === 0) return { stands: 'numberOnly', consent: [] };
  const named = shareable.filter(category => holding.some(({ categories }) => categories.includes(category)));
  return { stands: part === 'accepted' ? 'partner' : 'asked', consent: named };
}

const periodOf = { now: [3, -90], withdrawn: [3, -90], over: [9, 2], future: [-4, -90] } as const;

/** Has an organisation come to a case as it was drawn, everything recorded by the lead. */
export async function bringIn(
  world: PeopleWorld,
  caseId: string,
  { part, consents, relation }: RandomOrganisation,
): Promise<void> {
  const organisation = world.orgs.get(relation.name) ?? '';
  const say = (event: Record<string, unknown>) => send(world.member('lead', 'dischargeNurse'), caseId, event);
  const ask = (candidateId: string) =>
    say({ type: 'candidate.asked', candidateId, function: 'visitingNurse', organisation });
  const answer = (how: object) => say({ type: 'candidate.answered', candidateId: `t-${relation.name}`, ...how });
  if (part !== 'none') await ask(`t-${relation.name}`);
  if (['accepted', 'ended', 'askedAgain'].includes(part)) await answer({ answer: 'accepted' });
  for (const [at, { time, purpose, categories }] of consents.entries()) {
    const [from, until] = periodOf[time];
    const consent = consentTo(organisation, `c-${relation.name}-${at}`, categories);
    await say({ ...consent, purpose, from: daysAgo(from), until: daysAgo(until) });
    if (time === 'withdrawn') await say({ type: 'consent.withdrawn', consentId: consent.consentId });
  }
  if (part === 'declined') await answer({ answer: 'declined', declineReason: 'noCapacity' });
  if (part === 'ended' || part === 'askedAgain') await answer({ answer: 'ended' });
  if (part === 'askedAgain') await ask(`t2-${relation.name}`);
}
