import {
  isAdministered,
  type MembershipFault,
  mayAdminister,
  mayTakeAway,
  membershipFaults,
  type Viewer,
} from '@kaerimichi/access';
import { administrationEndpoints, type PersonMembership } from '@kaerimichi/contracts';
import { addDays, type Day, type RoleId, tokyoDay } from '@kaerimichi/discharge';
import {
  CHANGED_MEANWHILE,
  LAST_ADMINISTRATOR,
  type Membership,
  type MembershipTerms,
  termsOf,
} from '@kaerimichi/store';
import { type Doing, doingAtOnce, proposeOrDo, type WishOf } from '../administration/wish.ts';
import { implementOnce } from '../implement-once.ts';
import type { ApiPorts } from '../ports.ts';

type Issue = { path: string; message: string };

export const shownMembership = ({ id, org, role, flags, fromOn, untilOn }: Membership): PersonMembership => ({
  id,
  org: org.id,
  role,
  flags: [...flags],
  from: fromOn,
  until: untilOn,
});

const faultWords: Readonly<Record<MembershipFault, Issue>> = {
  notTheirs: { path: 'flags', message: 'ご自分にない権限です。 / Not yours to give.' },
  wrongRole: { path: 'role', message: 'この種類の組織にはない役割です。 / Not a role of such an organisation.' },
  wrongFlag: { path: 'flags', message: 'この役割は例外を認められません。 / This role makes no exceptions.' },
};

/** The same as `membershipFaults`, by field and in words. */
export const membershipIssues = (...wish: Parameters<typeof membershipFaults>): Issue[] =>
  membershipFaults(...wish).map(fault => faultWords[fault]);

/** Role, flags and period of the memberships of the own organisation; never of one's own. */
export function membershipImplementations(ports: ApiPorts) {
  return [changeMembership(ports)];
}

const notOwn = 'ご自分の権限は、ほかの管理者に頼んでください。 / Ask another administrator about your own membership.';

/** Of somebody who is not the own organisation's alone. */
export const belongsElsewhere = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail:
      'ほかの組織にも所属しています。ここでの所属だけを終えてください。 / Also belongs elsewhere: end the membership here instead.',
  },
} as const;

/** Of somebody who founds, to an administrator who does not. */
export const foundersOnly = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail:
      'この方は、地域に組織を加えられる管理者です。同じ権限のある管理者に頼んでください。 / This person founds organisations: ask an administrator who does so too.',
  },
} as const;

/** Only where both act at the same moment: whoever asks is an administrator, and changes somebody else. */
export const lastAdministrator = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail:
      '組織に管理者がいなくなります。画面を開き直してください。 / The organisation would have no administrator left. Open the page again.',
  },
} as const;

const changedMeanwhile = (detail: string) => ({ ok: false, refusal: { code: 'version-conflict', detail } }) as const;
/** What was decided was decided about something else. */
const changedSinceProposed = changedMeanwhile(
  'この所属は、提案のあとで変わりました。提案を取り下げ、いまの内容を確かめて、もう一度提案してください。 / This membership has changed since this was proposed. Withdraw the proposal, look at the membership as it is now, and propose again.',
);
const changedByAnother = changedMeanwhile(
  'この所属は、ほかの方が変えたばかりです。いまの内容を確かめて、もう一度変えてください。 / Somebody else has just changed this membership. Look at it as it is now, and change it again.',
);

const changeMembership = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.changeMembership, async ({ who: { viewer }, params, body, meta }) => {
    if (!mayAdminister(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const found = await membershipToChange(ports, viewer, params.id);
    if (!found.ok) return found;
    const { before } = found;
    const wished = wishOf(before, body, addDays(tokyoDay(ports.clock.now()), -1));
    const issues = body.end ? [] : changeIssues(viewer, before, wished);
    if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    const wish = { is: 'membership', id: before.id, ...termsOf(wished), was: termsOf(before) } as const;
    const wishing = { viewer, before, requestId: meta.requestId };
    const proposed = body.end
      ? ({ ok: true, doing: doingAtOnce(ports, wishing) } as const)
      : await proposeOrDo(ports, wish, wishing);
    if (!proposed.ok) return proposed;
    const { doing } = proposed;
    if (!doing) return { ok: true, answer: { ...shownMembership(before), proposed: true } };
    const changed = await changeNow(ports, doing, wish);
    return changed.ok ? { ok: true, answer: { ...shownMembership(changed.after), proposed: false } } : changed;
  });

/** A membership of the own organisation, and not one's own; one that founds is changed by whoever founds. */
export async function membershipToChange({ store, clock }: ApiPorts, viewer: Viewer, id: string) {
  const before = await store.memberships.find(id);
  if (before?.org.id !== viewer.org || !isAdministered(before))
    return { ok: false, refusal: { code: 'not-found' } } as const;
  if (before.person === viewer.person)
    return { ok: false, refusal: { code: 'not-permitted', detail: notOwn } } as const;
  if (!mayTakeAway(viewer, [before], tokyoDay(clock.now()))) return foundersOnly;
  return { ok: true, before } as const;
}

export const changeIssues = (viewer: Viewer, before: Membership, wished: MembershipTerms): Issue[] => [
  ...membershipIssues(viewer, viewer.orgKind, wished),
  ...periodIssues(before, wished),
];

/** Changes a membership as wished, unless it is not as it was, or its organisation has no administrator afterwards. */
const changing =
  (ifChanged: ReturnType<typeof changedMeanwhile>) =>
  async (ports: ApiPorts, { viewer, note }: Doing, { id, was, ...wanted }: WishOf<'membership'>) => {
    const found = await membershipToChange(ports, viewer, id);
    if (!found.ok) return found;
    const administered = { org: viewer.org, on: tokyoDay(ports.clock.now()) };
    if (!was) return ifChanged;
    const after = await ports.store.memberships.updateUnlessLast(id, { ...termsOf(wanted), was }, administered);
    if (after === CHANGED_MEANWHILE) return ifChanged;
    if (after === LAST_ADMINISTRATOR) return lastAdministrator;
    if (!after) return { ok: false, refusal: { code: 'not-found' } } as const;
    note(`membership ${id}: ${spoken(found.before)} > ${spoken(after)}`, 'changed');
    return { ok: true, after } as const;
  };

const changeNow = changing(changedByAnother);
export const changeAsProposed = changing(changedSinceProposed);

/** Role, flags and period on one line. */
const spoken = ({ role, flags, fromOn, untilOn }: Membership): string =>
  [role, ...flags, `${fromOn}/${untilOn ?? ''}`].join(' ');

type Body = {
  role?: RoleId | undefined;
  flags?: Membership['flags'] | undefined;
  from?: Day | undefined;
  until?: Day | null | undefined;
  end?: true | undefined;
};

/** The membership as wished: what is not named stays; one that is ended had its last day yesterday, or before. */
function wishOf(before: Membership, { role, flags, from = before.fromOn, until, end }: Body, yesterday: Day) {
  const dayBefore = addDays(from, -1);
  const isOver = before.untilOn !== null && before.untilOn < yesterday;
  // Ended on its first day, or before it, it holds on no day: its last one is the day before its first.
  const ended = isOver ? before.untilOn : dayBefore > yesterday ? dayBefore : yesterday;
  return {
    role: role ?? before.role,
    flags: flags ?? before.flags,
    fromOn: from,
    untilOn: end ? ended : until === undefined ? before.untilOn : until,
  };
}

type Period = Pick<Membership, 'fromOn' | 'untilOn'>;

/** A period that is given has at least one day; one that was ended without any is kept as it is. */
function periodIssues(before: Period, { fromOn, untilOn }: Period): Issue[] {
  const isKept = fromOn === before.fromOn && untilOn === before.untilOn;
  if (isKept || untilOn === null || untilOn >= fromOn) return [];
  return [{ path: 'until', message: '始まりより前の日です。 / Before the first day.' }];
}
