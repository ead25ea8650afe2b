import { type MembershipFault, mayAdminister, membershipFaults } from '@kaerimichi/access';
import { administrationEndpoints, type PersonMembership } from '@kaerimichi/contracts';
import { addDays, type Day, type RoleId, tokyoDay } from '@kaerimichi/discharge';
import { LAST_ADMINISTRATOR, type Membership } from '@kaerimichi/store';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
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

/** Only where both act at the same moment: whoever asks is an administrator, and changes somebody else. */
export const lastAdministrator = {
  ok: false,
  refusal: {
    code: 'not-permitted',
    detail:
      '組織に管理者がいなくなります。画面を開き直してください。 / The organisation would have no administrator left. Open the page again.',
  },
} as const;

const changeMembership = (ports: ApiPorts) =>
  implementOnce(ports, administrationEndpoints.changeMembership, async ({ who, params, body, meta }) => {
    if (!mayAdminister(who.viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const before = await ports.store.memberships.find(params.id);
    if (before?.org.id !== who.viewer.org || before.role === 'family')
      return { ok: false, refusal: { code: 'not-found' } };
    if (before.person === who.viewer.person) return { ok: false, refusal: { code: 'not-permitted', detail: notOwn } };
    const yesterday = addDays(tokyoDay(ports.clock.now()), -1);
    const wish = wishOf(before, body, yesterday);
    const issues = body.end
      ? []
      : [...membershipIssues(who.viewer, who.viewer.orgKind, wish), ...periodIssues(before, wish)];
    if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    const administered = { org: who.viewer.org, on: tokyoDay(ports.clock.now()) };
    const after = await ports.store.memberships.updateUnlessLast(before.id, wish, administered);
    if (after === LAST_ADMINISTRATOR) return lastAdministrator;
    if (!after) return { ok: false, refusal: { code: 'not-found' } };
    const what = `membership ${before.id}: ${spoken(before)} > ${spoken(after)}`;
    noteChange(ports, who.viewer, { what, outcome: 'changed', requestId: meta.requestId });
    return { ok: true, answer: shownMembership(after) };
  });

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
