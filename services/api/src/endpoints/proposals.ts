import { enablingTakesTwo, holdsOn, mayAdminister, mayConfirm, mayFound, type Viewer } from '@kaerimichi/access';
import { proposalEndpoints, type Proposal as ShownProposal } from '@kaerimichi/contracts';
import { organisationKinds, tokyoDay } from '@kaerimichi/discharge';
import type { Membership, Proposal } from '@kaerimichi/store';
import { bringIn } from '../administration/bring-in.ts';
import { lockedRefusal, nextMinute, standingOf } from '../administration/confirming-lock.ts';
import { foundOrganisation } from '../administration/found-organisation.ts';
import { shutOut } from '../administration/shut-out.ts';
import { type Doing, type Wish, wish } from '../administration/wish.ts';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';
import { changeAsProposed, changeIssues, membershipToChange } from './memberships.ts';

const notFound = { ok: false, refusal: { code: 'not-found' } } as const;
const lost = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail:
      '提案した方に、いまはその権限がありません。取り下げてください。 / Whoever proposed this may not do it any more: turn it down.',
  },
} as const;

const confirmedAlready = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail:
      'あなたは確認ずみです。組織を加えられる管理者がもうひとり確認すると効きます。 / You have confirmed this. It takes effect once another administrator who founds organisations confirms it.',
  },
} as const;

/** What waits for a second person: whoever proposed it sees it, and whoever may confirm it. */
export const proposalImplementations = (ports: ApiPorts) => [listing(ports), confirming(ports), withdrawing(ports)];

const concerns = (viewer: Viewer, { person }: Proposal): boolean =>
  mayAdminister(viewer) && (person === viewer.person || mayConfirm(viewer, person));

const listing = (ports: ApiPorts) =>
  implement(ports, proposalEndpoints.list, async ({ who: { viewer } }) => {
    if (!mayAdminister(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const mine = await ports.store.proposals.list(mayFound(viewer) ? undefined : { person: viewer.person });
    const shown = await Promise.all(mine.map(proposal => toShown(ports, viewer, proposal)));
    return { ok: true, answer: { proposals: shown.flatMap(one => one ?? []) } };
  });

async function toShown(ports: ApiPorts, viewer: Viewer, proposal: Proposal): Promise<ShownProposal | null> {
  const { store } = ports;
  const wanted = wish.parse(proposal.wish);
  const proposer = await store.memberships.find(proposal.membership);
  const what = await shownWish(ports, wanted);
  if (!proposer || !what) return null;
  const names = await store.people.namesOf([proposal.person, ...(proposal.confirmedBy ? [proposal.confirmedBy] : [])]);
  const by = { name: names[proposal.person] ?? '', org: proposer.org.name };
  const about = { proposal, proposer: await viewerOf(ports, proposal) };
  const { first, isLast, lock } = await standingOf(ports, viewer.person, about);
  const isMine = mayConfirm(viewer, proposal.person) && (isLast || first !== viewer.person);
  return {
    ...{ id: proposal.id, at: proposal.at, by, what, mayConfirm: isMine },
    ...(first && { confirmedBy: names[first] ?? '' }),
    ...(isMine && lock && { notBefore: nextMinute(lock.until) }),
  };
}

async function shownWish({ store, clock }: ApiPorts, wanted: Wish): Promise<ShownProposal['what'] | null> {
  if (wanted.is === 'organisation') return wanted;
  if (wanted.is === 'enabled') {
    const back = enablingTakesTwo(await store.memberships.list({ person: wanted.id }), tokyoDay(clock.now()));
    return back && { is: 'enabled', ...(await shownHeld(store, back)), role: back.role, flags: [...back.flags] };
  }
  const { is, role, flags } = wanted;
  if (wanted.is === 'person') {
    const org = await store.organisations.find(wanted.org);
    return org && { is, role, flags, displayName: wanted.displayName, org: org.name };
  }
  const membership = await store.memberships.find(wanted.id);
  return membership && { is, role, flags, ...(await shownHeld(store, membership)) };
}

async function shownHeld(store: ApiPorts['store'], { person, org }: Membership) {
  const names = await store.people.namesOf([person]);
  return { displayName: names[person] ?? '', org: org.name };
}

const confirming = (ports: ApiPorts) =>
  implementOnce(ports, proposalEndpoints.confirm, ({ who: { viewer }, params, meta: { requestId } }) =>
    confirm(ports, { viewer, requestId, id: params.id }),
  );

type Confirming = { readonly viewer: Viewer; readonly requestId: string; readonly id: string };

async function confirm(ports: ApiPorts, confirming: Confirming) {
  const { viewer, id } = confirming;
  const proposal = await ports.store.proposals.find(id);
  if (!proposal || !concerns(viewer, proposal)) return notFound;
  if (!mayConfirm(viewer, proposal.person)) return { ok: false, refusal: { code: 'not-permitted' } } as const;
  const proposer = await viewerOf(ports, proposal);
  if (!proposer) return lost;
  const { first, isLast, lock } = await standingOf(ports, viewer.person, { proposal, proposer });
  if (lock) return lockedRefusal(lock, first ? 'confirmed' : 'proposed');
  if (isLast) return confirmLast(ports, confirming, { proposal, proposer });
  return first === viewer.person ? confirmedAlready : confirmFirst(ports, confirming, proposal);
}

/** Of two who confirm it first at the same moment, one is the second. */
async function confirmFirst(
  ports: ApiPorts,
  confirming: Confirming,
  proposal: Proposal,
): Promise<Awaited<ReturnType<typeof confirmLast>> | Confirmed> {
  const { viewer, requestId } = confirming;
  if (!(await ports.store.proposals.confirmFirst(proposal, viewer.person))) return confirm(ports, confirming);
  const what = `proposal ${proposal.id}, proposed by ${proposal.person}`;
  noteChange(ports, viewer, { what, outcome: 'confirmed first', requestId });
  return { ok: true, answer: { confirmed: false } };
}

type Confirmed = { readonly ok: true; readonly answer: { readonly confirmed: boolean } };

async function confirmLast(
  ports: ApiPorts,
  { viewer, requestId }: Confirming,
  { proposal, proposer }: { readonly proposal: Proposal; readonly proposer: Viewer },
) {
  // Of two who confirm or withdraw it at the same moment, one does.
  if (!(await ports.store.proposals.decide(proposal.id))) return notFound;
  const note: Doing['note'] = (what, outcome) =>
    noteChange(ports, viewer, { what: `${what}, proposed by ${proposal.person}`, outcome, requestId });
  const done = await carryOutOrReopen(ports, { viewer: proposer, note }, proposal);
  if (!done.ok) return done;
  note(`proposal ${proposal.id}`, 'confirmed');
  return { ok: true, answer: { confirmed: true } } as const;
}

/** What could not be carried out waits on, whether it was refused or broke off. */
async function carryOutOrReopen(ports: ApiPorts, doing: Doing, { id, wish: wanted }: Proposal) {
  let isDone = false;
  try {
    const done = await carryOut(ports, doing, wish.parse(wanted));
    isDone = done.ok;
    return done;
  } finally {
    if (!isDone) await ports.store.proposals.reopen(id);
  }
}

/** By the right of whoever proposed it, as it is now. */
async function carryOut(ports: ApiPorts, doing: Doing, wanted: Wish) {
  if (wanted.is === 'organisation') return foundOrganisation(ports, doing, wanted);
  if (wanted.is === 'person') return bringIn(ports, doing, wanted);
  if (wanted.is === 'enabled') return shutOut(ports, doing, { id: wanted.id, disabled: false });
  const found = await membershipToChange(ports, doing.viewer, wanted.id);
  if (!found.ok) return found;
  const issues = changeIssues(doing.viewer, found.before, wanted);
  return issues.length > 0
    ? ({ ok: false, refusal: { code: 'bad-input', issues } } as const)
    : changeAsProposed(ports, doing, wanted);
}

/** Whoever proposed it, as they act now; null: they do not any more. */
async function viewerOf({ store, clock }: ApiPorts, { person, membership: id }: Proposal): Promise<Viewer | null> {
  const membership = await store.memberships.find(id);
  const isShutOut = (await store.people.find(person))?.disabledAt !== null;
  if (!membership || isShutOut || !holdsOn(membership, tokyoDay(clock.now()))) return null;
  const { org, role, flags } = membership;
  const orgKind = organisationKinds.find(kind => kind === org.kind);
  const viewer = orgKind && { person, membership: id, org: org.id, orgKind, role, flags };
  return viewer && mayAdminister(viewer) ? viewer : null;
}

const withdrawing = (ports: ApiPorts) =>
  implementOnce(ports, proposalEndpoints.withdraw, async ({ who: { viewer }, params, meta: { requestId } }) => {
    const proposal = await ports.store.proposals.find(params.id);
    if (!proposal || !concerns(viewer, proposal)) return notFound;
    if (!(await ports.store.proposals.decide(proposal.id))) return notFound;
    noteChange(ports, viewer, {
      what: `proposal ${proposal.id}, proposed by ${proposal.person}`,
      outcome: 'withdrawn',
      requestId,
    });
    return { ok: true, answer: { withdrawn: true as const } };
  });
