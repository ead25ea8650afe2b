import {
  changeTakesTwo,
  foundingTakesTwo,
  givingTakesTwo,
  keepsFromActingAlone,
  type Viewer,
} from '@kaerimichi/access';
import { memberRoleIds, membershipFlags, organisationKinds, roleId, tokyoDay } from '@kaerimichi/discharge';
import type { Membership } from '@kaerimichi/store';
import { z } from 'zod';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';

const flags = z.array(z.enum(membershipFlags));
const terms = { role: roleId, flags, fromOn: z.string(), untilOn: z.string().nullable() };

/** What an administrator wants and may want two people, as it is kept until the second one has looked at it. */
export const wish = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('organisation'), kind: z.enum(organisationKinds), name: z.string() }),
  z.strictObject({
    is: z.literal('person'),
    role: z.enum(memberRoleIds),
    flags,
    identifier: z.string(),
    displayName: z.string(),
    org: z.string(),
  }),
  z.strictObject({
    is: z.literal('membership'),
    ...terms,
    id: z.string(),
    /** What it was when this was wished; a proposal from before this was kept cannot be held against anything. */
    was: z.strictObject(terms).optional(),
  }),
]);
export type Wish = z.infer<typeof wish>;
export type WishOf<Is extends Wish['is']> = Extract<Wish, { is: Is }>;

/** Who wants it, and how what happens is noted: in whose name, and whether somebody confirmed it. */
export type Doing = { readonly viewer: Viewer; readonly note: (what: string, outcome: string) => void };

type Wishing = {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Of a change: the membership as it is. */
  readonly before?: Membership;
};

/**
 * Proposes what takes two people where a second one is there, and says the proposal's id; else it may be done at once.
 * While nobody else could confirm, or could have lately, whoever sets a network up acts alone, and the log says so.
 */
export async function proposeOrDo(ports: ApiPorts, wanted: Wish, { viewer, requestId, before }: Wishing) {
  const { store, clock } = ports;
  const on = tokyoDay(clock.now());
  const noting = (alone: string) => (what: string, outcome: string) =>
    noteChange(ports, viewer, { what, outcome: outcome + alone, requestId });
  if (!takesTwo(wanted, on, before)) return { proposal: null, doing: { viewer, note: noting('') } };
  const others = await store.proposals.otherFounders(viewer.person);
  if (!others.some(other => keepsFromActingAlone(other, viewer.person, clock.now())))
    return { proposal: null, doing: { viewer, note: noting(' alone') } };
  const { person, membership } = viewer;
  const proposal = await store.proposals.add({ person, membership, wish: wanted });
  noting('')(`proposal ${proposal} ${spoken(wanted)}`, 'proposed');
  return { proposal, doing: null };
}

function takesTwo(wanted: Wish, on: string, before: Membership | undefined): boolean {
  if (wanted.is === 'organisation') return foundingTakesTwo(wanted.kind);
  return before ? changeTakesTwo(before, wanted, on) : givingTakesTwo(wanted);
}

/** Without names. */
function spoken(wanted: Wish): string {
  if (wanted.is === 'organisation') return `organisation ${wanted.kind}`;
  const whose = wanted.is === 'membership' ? `membership ${wanted.id}` : `person in ${wanted.org}`;
  return `${whose}: ${[wanted.role, ...wanted.flags].join(' ')}`;
}
