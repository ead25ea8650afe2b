import { mayInvite, readsWhole, type Viewer } from '@kaerimichi/access';
import type { CaseSeen, RequestMeta, SignedIn } from '@kaerimichi/casework';
import { type GuardianRow, guardianEndpoints } from '@kaerimichi/contracts';
import { caregiverRelation, type Day, tokyoDay, type Words } from '@kaerimichi/discharge';
import type { Guardian } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { type Looks, looks } from '../looks.ts';
import type { ApiPorts } from '../ports.ts';

/** Who of a child's family was invited, by whoever records the family's consent in a case of the own organisation. */
export const guardianImplementations = (ports: ApiPorts) => [
  listing(ports, looks()),
  inviting(ports),
  renewing(ports),
  changing(ports),
  withdrawing(ports),
];

const notPermitted = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

const listing = (ports: ApiPorts, seenBefore: Looks) =>
  implement(ports, guardianEndpoints.guardians, async asked => {
    const { who, params, meta } = asked;
    const isNoted = !seenBefore.isNew(asked, params.id);
    const seen = await ports.casework.view(who, params.id, { ...meta, isNoted });
    if (!seen.ok) return seen;
    const { access, rights } = seen.answer;
    if (access.class !== 'full' || !readsWhole(rights, 'family')) return notPermitted;
    const guardians = await ports.store.guardians.ofCase(params.id);
    const now = ports.clock.now();
    const shown = guardians.map(guardian => toRow(guardian, now));
    return {
      ok: true,
      answer: {
        guardians: shown,
        mayInvite: mayInvite(who.viewer, access),
        whyNot: whyNobody(seen.answer)?.[meta.language] ?? null,
      },
    };
  });

/** The case for whoever may invite to it. */
async function caseToInvite({ casework }: ApiPorts, who: SignedIn, about: { id: string; meta: RequestMeta }) {
  const seen = await casework.view(who, about.id, about.meta);
  if (!seen.ok) return seen;
  return mayInvite(who.viewer, seen.answer.access) ? seen : notPermitted;
}

const inviting = (ports: ApiPorts) =>
  implementOnce(ports, guardianEndpoints.invite, async ({ who, params, body, meta }) => {
    const seen = await caseToInvite(ports, who, { id: params.id, meta });
    if (!seen.ok) return seen;
    const today = tokyoDay(ports.clock.now());
    const { relation, categories, decides, from = today, until = null } = body;
    const why = whyNobody(seen.answer);
    const issues = [...(why ? [{ path: '', message: why }] : []), ...periodIssues({ from, until, today })];
    if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    const { id, code, expiresAt } = await ports.store.guardians.invite({
      ...{ caseId: params.id, org: who.viewer.org, by: who.viewer.membership, relation, categories, decides },
      ...{ fromOn: from, untilOn: until },
    });
    noteGuardian(ports, who.viewer, { caseId: params.id, what: 'guardian.invited', meta });
    // What is kept for a retry is no slip: it is shown once.
    return { ok: true, answer: { id, slip: { code, codeUntil: expiresAt } }, keep: { id, slip: null } };
  });

/** Why nobody new is invited to a case. Whoever came before keeps the page, and may be given a new code for it. */
function whyNobody({ stage, step, bornOn }: CaseSeen): Words | null {
  if (stage !== 'closed') return bornOn ? null : nobodyNow.notBorn;
  return step === 'deceased' || step === 'merged' ? nobodyNow[step] : nobodyNow.closed;
}

const nobodyNow = {
  notBorn: {
    ja: '生年月日がまだ記録されていません。記録してから招待してください。',
    en: 'The birth date is not recorded yet: record it first.',
  },
  deceased: {
    ja: 'お子さんが亡くなられたため、新しい招待はできません。すでに参加している方のページは、そのまま残ります。',
    en: 'The child has died, so nobody new can be invited. Those who came before keep their page.',
  },
  merged: {
    ja: 'このケースは、同じお子さんの別のケースに統合されました。統合先のケースで招待してください。',
    en: 'This case was merged into another one of the same child: invite in that one.',
  },
  closed: {
    ja: 'このケースは終了しているため、新しい招待はできません。必要なときは、ケースを再開してから招待してください。',
    en: 'This case is closed, so nobody new can be invited. Reopen it first where that is needed.',
  },
} as const;

const renewing = (ports: ApiPorts) =>
  implementOnce(ports, guardianEndpoints.renew, async ({ who, params: { id, guardian: about }, meta }) => {
    const seen = await caseToInvite(ports, who, { id, meta });
    if (!seen.ok) return seen;
    const guardian = await findGuardian(ports, id, about);
    if (!guardian) return notFound;
    const why = whyNoCode(guardian, { seen: seen.answer, now: ports.clock.now() });
    if (why) return { ok: false, refusal: { code: 'bad-input', issues: [{ path: '', message: why }] } };
    const given = await ports.store.guardians.renew(id, about);
    if (!given) return notFound;
    noteGuardian(ports, who.viewer, { caseId: id, what: 'guardian.renewed', meta });
    const slip = { code: given.code, codeUntil: given.expiresAt };
    return { ok: true, answer: { slip }, keep: { slip: null } };
  });

const findGuardian = async ({ store }: ApiPorts, caseId: string, id: string) =>
  (await store.guardians.ofCase(caseId)).find(guardian => guardian.id === id);

function whyNoCode(guardian: Guardian, { seen, now }: { seen: CaseSeen; now: string }) {
  const state = stateOf(guardian, now);
  if (state === 'withdrawn' || state === 'ended') return noCodeFor[state];
  return guardian.member ? null : whyNobody(seen);
}

const noCodeFor = {
  withdrawn: {
    ja: 'この方の招待は取り消されています。もう一度参加していただくときは、あらためて招待してください。',
    en: 'This invitation was withdrawn. Invite the person anew to let them come again.',
  },
  ended: {
    ja: 'この方の期間は終わっています。先に「範囲と期間を変える」で期間をのばしてください。',
    en: 'The period of this person is over: extend it first.',
  },
} as const;

const changing = (ports: ApiPorts) =>
  implement(ports, guardianEndpoints.change, async ({ who, params: { id, guardian: about }, body, meta }) => {
    const seen = await caseToInvite(ports, who, { id, meta });
    if (!seen.ok) return seen;
    const guardian = await findGuardian(ports, id, about);
    if (!guardian) return notFound;
    const { categories, decides, until } = body;
    const issues = periodIssues({ from: guardian.fromOn, until, today: tokyoDay(ports.clock.now()) });
    if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    if (!(await ports.store.guardians.change(id, about, { categories, decides, untilOn: until }))) return notFound;
    noteGuardian(ports, who.viewer, { caseId: id, what: 'guardian.changed', meta });
    return { ok: true, answer: null };
  });

type Period = { readonly from: Day; readonly until: Day | null; readonly today: Day };

function periodIssues({ from, until, today }: Period) {
  return [
    ...(until !== null && until < today ? [{ path: 'until', message: past }] : []),
    ...(until !== null && until >= today && until < from ? [{ path: 'until', message: beforeFrom }] : []),
  ];
}

const past = { ja: '過ぎた日です。', en: 'The day has passed already.' };
const beforeFrom = { ja: '始まりより前の日です。', en: 'Before the first day.' };

const withdrawing = (ports: ApiPorts) =>
  implement(ports, guardianEndpoints.withdraw, async ({ who, params: { id, guardian }, meta }) => {
    const seen = await caseToInvite(ports, who, { id, meta });
    if (!seen.ok) return seen;
    if (!(await ports.store.guardians.withdraw(id, guardian, who.viewer.membership))) return notFound;
    noteGuardian(ports, who.viewer, { caseId: id, what: 'guardian.withdrawn', meta });
    return { ok: true, answer: null };
  });

type Noted = {
  readonly caseId: string;
  readonly what: `guardian.${'invited' | 'joined' | 'renewed' | 'password' | 'changed' | 'withdrawn'}`;
  readonly meta: Pick<RequestMeta, 'requestId'>;
};

/** Who invited, came, changed and ended it stands in the log of the child; what is granted, with the invitation. */
export function noteGuardian(
  { store }: ApiPorts,
  { person, membership, org, role }: Pick<Viewer, 'person' | 'membership' | 'org' | 'role'>,
  { caseId, what, meta: { requestId } }: Noted,
): void {
  const by = { person, membership, org, role };
  store.log.write({ action: 'administration', ...by, caseId, seq: null, what, outcome: 'ok', requestId });
}

function toRow(guardian: Guardian, now: string): GuardianRow {
  const { id, relation, categories, decides, fromOn, untilOn, invitedAt, expiresAt, joinedAt, member } = guardian;
  return {
    id,
    relation: caregiverRelation.catch('other').parse(relation),
    // `knownCategories` lets none through that an invitation may not name.
    categories: categories.flatMap(category => (category === 'protection' ? [] : category)),
    decides,
    from: fromOn,
    until: untilOn,
    state: stateOf(guardian, now),
    invitedAt,
    codeUntil: expiresAt,
    joinedAt,
    name: member?.name ?? null,
    renewal: renewalOf(guardian, now),
  };
}

function renewalOf({ renewedAt, withdrawnAt, isLocked, expiresAt }: Guardian, now: string): GuardianRow['renewal'] {
  if (renewedAt === null || withdrawnAt !== null) return null;
  if (isLocked) return 'locked';
  return expiresAt <= now ? 'expired' : 'waiting';
}

function stateOf(guardian: Guardian, now: string): GuardianRow['state'] {
  const { withdrawnAt, member, isLocked, expiresAt, fromOn, untilOn } = guardian;
  const today = tokyoDay(now);
  if (withdrawnAt !== null) return 'withdrawn';
  if (untilOn !== null && untilOn < today) return 'ended';
  if (!member && isLocked) return 'locked';
  if (!member && expiresAt <= now) return 'expired';
  if (fromOn > today) return 'ahead';
  return member ? 'joined' : 'invited';
}
