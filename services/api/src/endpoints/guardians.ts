import { mayInvite, readsWhole, type Viewer } from '@kaerimichi/access';
import type { CaseSeen, RequestMeta, SignedIn } from '@kaerimichi/casework';
import { type GuardianRow, guardianEndpoints } from '@kaerimichi/contracts';
import { caregiverRelation, type Day, tokyoDay } from '@kaerimichi/discharge';
import type { Guardian } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { type Looks, looks } from '../looks.ts';
import type { ApiPorts } from '../ports.ts';

/** Who of a child's family was invited, by whoever records the family's consent in a case of the own organisation. */
export const guardianImplementations = (ports: ApiPorts) => [
  listing(ports, looks()),
  inviting(ports),
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
    const { access, rights, bornOn } = seen.answer;
    if (access.class !== 'full' || !readsWhole(rights, 'family')) return notPermitted;
    const guardians = await ports.store.guardians.ofCase(params.id);
    const now = ports.clock.now();
    const shown = guardians.map(guardian => toRow(guardian, now));
    return {
      ok: true,
      answer: { guardians: shown, mayInvite: mayInvite(who.viewer, access), birthKnown: bornOn !== null },
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
    const issues = issuesOf(seen.answer, { from, until, today });
    if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    const { id, code, expiresAt } = await ports.store.guardians.invite({
      ...{ caseId: params.id, org: who.viewer.org, by: who.viewer.membership, relation, categories, decides },
      ...{ fromOn: from, untilOn: until },
    });
    noteGuardian(ports, who.viewer, { caseId: params.id, what: 'guardian.invited', meta });
    // What is kept for a retry is no slip: it is shown once.
    return { ok: true, answer: { id, slip: { code, codeUntil: expiresAt } }, keep: { id, slip: null } };
  });

type Period = { readonly from: Day; readonly until: Day | null; readonly today: Day };

function issuesOf({ bornOn }: CaseSeen, { from, until, today }: Period) {
  return [
    ...(bornOn ? [] : [{ path: '', message: notBorn }]),
    ...(until !== null && until < today ? [{ path: 'until', message: past }] : []),
    ...(until !== null && until >= today && until < from ? [{ path: 'until', message: beforeFrom }] : []),
  ];
}

const notBorn = {
  ja: '生年月日がまだ記録されていません。記録してから招待してください。',
  en: 'The birth date is not recorded yet: record it first.',
};
const past = { ja: '過ぎた日です。', en: 'The day has passed already.' };
const beforeFrom = { ja: '始まりより前の日です。', en: 'Before the first day.' };

const withdrawing = (ports: ApiPorts) =>
  implement(ports, guardianEndpoints.withdraw, async ({ who, params: { id, guardian }, meta }) => {
    const seen = await caseToInvite(ports, who, { id, meta });
    if (!seen.ok) return seen;
    if (!(await ports.store.guardians.withdraw(id, guardian))) return notFound;
    noteGuardian(ports, who.viewer, { caseId: id, what: 'guardian.withdrawn', meta });
    return { ok: true, answer: null };
  });

type Noted = {
  readonly caseId: string;
  readonly what: 'guardian.invited' | 'guardian.joined' | 'guardian.withdrawn';
  readonly meta: Pick<RequestMeta, 'requestId'>;
};

/** Who invited, came and ended it stands in the log of the child; what was granted, with the invitation. */
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
  };
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
