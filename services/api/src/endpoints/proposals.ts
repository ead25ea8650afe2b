import { holdsOn, mayAdminister, mayConfirm, type Viewer } from '@kaerimichi/access';
import { proposalEndpoints, type Proposal as ShownProposal } from '@kaerimichi/contracts';
import { organisationKinds, tokyoDay } from '@kaerimichi/discharge';
import type { Proposal } from '@kaerimichi/store';
import { bringIn } from '../administration/bring-in.ts';
import { lockedRefusal, lockOf } from '../administration/confirming-lock.ts';
import { foundOrganisation } from '../administration/found-organisation.ts';
import { type Doing, type Wish, wish } from '../administration/wish.ts';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';
import { applyChange, changeIssues, membershipToChange } from './memberships.ts';

const notFound = { ok: false, refusal: { code: 'not-found' } } as const;
const lost = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail:
      '提案した方に、いまはその権限がありません。取り下げてください。 / Whoever proposed this may not do it any more: turn it down.',
  },
} as const;

/** What waits for a second person: whoever proposed it sees it, and whoever may confirm it. */
export const proposalImplementations = (ports: ApiPorts) => [listing(ports), confirming(ports), withdrawing(ports)];

const concerns = (viewer: Viewer, { person }: Proposal): boolean =>
  mayAdminister(viewer) && (person === viewer.person || mayConfirm(viewer, person));

const listing = (ports: ApiPorts) =>
  implement(ports, proposalEndpoints.list, async ({ who: { viewer } }) => {
    if (!mayAdminister(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const mine = (await ports.store.proposals.list()).filter(proposal => concerns(viewer, proposal));
    const shown = await Promise.all(mine.map(proposal => toShown(ports, viewer, proposal)));
    return { ok: true, answer: { proposals: shown.flatMap(one => one ?? []) } };
  });

async function toShown(ports: ApiPorts, viewer: Viewer, proposal: Proposal): Promise<ShownProposal | null> {
  const { store } = ports;
  const wanted = wish.parse(proposal.wish);
  const proposer = await store.memberships.find(proposal.membership);
  const what = await shownWish(store, wanted);
  if (!proposer || !what) return null;
  const names = await store.people.namesOf([proposal.person]);
  const by = { name: names[proposal.person] ?? '', org: proposer.org.name };
  const isMine = mayConfirm(viewer, proposal.person);
  const lock = isMine && (await lockOf(ports, viewer.person, proposal));
  const notBefore = lock ? { notBefore: lock.until } : {};
  return { id: proposal.id, at: proposal.at, by, what, mayConfirm: isMine, ...notBefore };
}

async function shownWish(store: ApiPorts['store'], wanted: Wish): Promise<ShownProposal['what'] | null> {
  if (wanted.is === 'organisation') return wanted;
  const { is, role, flags } = wanted;
  if (wanted.is === 'person') {
    const org = await store.organisations.find(wanted.org);
    return org && { is, role, flags, displayName: wanted.displayName, org: org.name };
  }
  const membership = await store.memberships.find(wanted.id);
  if (!membership) return null;
  const names = await store.people.namesOf([membership.person]);
  return { is, role, flags, displayName: names[membership.person] ?? '', org: membership.org.name };
}

const confirming = (ports: ApiPorts) =>
  implementOnce(ports, proposalEndpoints.confirm, async ({ who: { viewer }, params, meta: { requestId } }) => {
    const { proposals } = ports.store;
    const proposal = await proposals.find(params.id);
    if (!proposal || !concerns(viewer, proposal)) return notFound;
    if (!mayConfirm(viewer, proposal.person)) return { ok: false, refusal: { code: 'not-permitted' } };
    const lock = await lockOf(ports, viewer.person, proposal);
    if (lock) return lockedRefusal(lock);
    const proposer = await viewerOf(ports, proposal);
    if (!proposer) return lost;
    // Of two who confirm or withdraw it at the same moment, one does.
    if (!(await proposals.decide(proposal.id))) return notFound;
    const note: Doing['note'] = (what, outcome) =>
      noteChange(ports, viewer, { what: `${what}, proposed by ${proposal.person}`, outcome, requestId });
    const done = await carryOutOrReopen(ports, { viewer: proposer, note }, proposal);
    if (!done.ok) return done;
    note(`proposal ${proposal.id}`, 'confirmed');
    return { ok: true, answer: { confirmed: true as const } };
  });

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
  const found = await membershipToChange(ports, doing.viewer, wanted.id);
  if (!found.ok) return found;
  const issues = changeIssues(doing.viewer, found.before, wanted);
  return issues.length > 0
    ? ({ ok: false, refusal: { code: 'bad-input', issues } } as const)
    : applyChange(ports, doing, wanted);
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
