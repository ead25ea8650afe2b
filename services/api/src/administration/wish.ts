import {
  changeTakesTwo,
  foundingTakesTwo,
  givingTakesTwo,
  keepsFromActingAlone,
  mayFound,
  type Viewer,
} from '@kaerimichi/access';
import { memberRoleIds, membershipFlags, organisationKinds, roleId, tokyoDay } from '@kaerimichi/discharge';
import { type Membership, PROPOSALS_OF_ONE } from '@kaerimichi/store';
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
  /** `id`: of the person who was shut out and is let in again. */
  z.strictObject({ is: z.literal('enabled'), id: z.string() }),
]);
export type Wish = z.infer<typeof wish>;
export type WishOf<Is extends Wish['is']> = Extract<Wish, { is: Is }>;

/** Who wants it, and how what happens is noted: in whose name, and whether somebody confirmed it. */
export type Doing = { readonly viewer: Viewer; readonly note: (what: string, outcome: string) => void };

/** Of what one person does. */
export const doingAtOnce = (ports: ApiPorts, { viewer, requestId }: Omit<Wishing, 'before'>, how = ''): Doing => ({
  viewer,
  note: (what, outcome) => noteChange(ports, viewer, { what, outcome: outcome + how, requestId }),
});

type Wishing = {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Of a change: the membership as it is. */
  readonly before?: Membership;
};

const refused = (code: 'not-permitted' | 'already-there', detail: string) =>
  ({ ok: false, refusal: { code, detail } }) as const;

const nobodyConfirms = refused(
  'not-permitted',
  'これには、地域に組織を加えられる管理者の確認が要りますが、いまその管理者がいません。このサーバーを動かしている方に相談してください。 / This takes the confirmation of an administrator who founds organisations, and there is none now. Ask whoever runs this server.',
);
const tooMany = refused(
  'already-there',
  `あなたの提案が${PROPOSALS_OF_ONE}件、確認を待っています。どれかが確認されるのを待つか、取り下げてから、提案してください。 / ${PROPOSALS_OF_ONE} proposals of yours wait already. Have some confirmed, or withdraw some, and propose again.`,
);

/**
 * Proposes what takes two people where a second one is there, and says the proposal's id; else it may be done at once.
 * While nobody else could confirm, or could have lately, the only founder acts alone, and the log says so.
 */
export async function proposeOrDo(ports: ApiPorts, wanted: Wish, wishing: Wishing) {
  const { viewer, before } = wishing;
  const { store, clock } = ports;
  const on = tokyoDay(clock.now());
  if (!takesTwo(wanted, on, before)) return { ok: true, proposal: null, doing: doingAtOnce(ports, wishing) } as const;
  const others = await store.proposals.otherFounders(viewer.person);
  if (!others.some(other => keepsFromActingAlone(other, viewer.person, clock.now())))
    return mayFound(viewer)
      ? ({ ok: true, proposal: null, doing: doingAtOnce(ports, wishing, ' alone') } as const)
      : nobodyConfirms;
  const { person, membership } = viewer;
  const proposal = await store.proposals.add({ person, membership, wish: wanted });
  if (!proposal) return tooMany;
  doingAtOnce(ports, wishing).note(`proposal ${proposal} ${spoken(wanted)}`, 'proposed');
  return { ok: true, proposal, doing: null } as const;
}

function takesTwo(wanted: Wish, on: string, before: Membership | undefined): boolean {
  if (wanted.is === 'organisation') return foundingTakesTwo(wanted.kind);
  // Whom one lets in again alone is not wished for.
  if (wanted.is === 'enabled') return true;
  return before ? changeTakesTwo(before, wanted, on) : givingTakesTwo(wanted);
}

/** Without names. */
function spoken(wanted: Wish): string {
  if (wanted.is === 'organisation') return `organisation ${wanted.kind}`;
  if (wanted.is === 'enabled') return `person ${wanted.id}: enabled`;
  const whose = wanted.is === 'membership' ? `membership ${wanted.id}` : `person in ${wanted.org}`;
  return `${whose}: ${[wanted.role, ...wanted.flags].join(' ')}`;
}
