import { accessOf, mayLead, mayRefer, registers, type Viewer } from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import { type ReferralRow, type ReferralView, referralEndpoints, toldOfChild } from '@kaerimichi/contracts';
import type { Referral } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { type Looks, looks } from '../looks.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** Referrals: what one organisation asks another to take on. Of the case that follows the sender is told nothing. */
export function referralImplementations(ports: ApiPorts) {
  return [sending(ports), listing(ports, looks()), waiting(ports), reading(ports), deciding(ports)];
}

/** Whoever registers cases answers what came to its organisation; whoever refers reads what the own one sent. */
const receives = (viewer: Viewer, { to }: Referral): boolean => registers(viewer) && viewer.org === to;
const sends = (viewer: Viewer, { from }: Referral): boolean => mayRefer(viewer) && viewer.org === from;

const sending = (ports: ApiPorts) =>
  implementOnce(ports, referralEndpoints.send, async ({ who: { viewer }, body }) => {
    if (!mayRefer(viewer)) return forbidden;
    const { to, ...content } = body;
    const receiver = await ports.store.organisations.find(to);
    const message = receiverFault(receiver, viewer);
    if (message) return { ok: false, refusal: { code: 'bad-input', issues: [{ path: 'to', message }] } };
    const { person, org: from, role } = viewer;
    const sent = await ports.store.referrals.send({ from, to, person, role, content });
    return { ok: true, answer: { ...sent, state: 'sent' as const } };
  });

function receiverFault(receiver: Awaited<ReturnType<ApiPorts['store']['organisations']['find']>>, { org }: Viewer) {
  if (!receiver || receiver.closedOn !== null) return 'ない組織です。 / No such organisation.';
  if (receiver.id === org) return '自分の組織です。「ケースを登録する」を使います。 / Your own: register the case.';
  return mayLead(receiver.kind) ? null : 'この組織は主担当になれません。 / This organisation cannot lead a case.';
}

const listing = (ports: ApiPorts, seen: Looks) =>
  implement(ports, referralEndpoints.list, async asked => {
    const { who, query, meta } = asked;
    const { viewer } = who;
    const { box } = query;
    if (!(box === 'in' ? registers(viewer) : mayRefer(viewer))) return forbidden;
    const { referrals, more } = await ports.store.referrals.list(viewer.org, box);
    const orgs = await ports.store.organisations.namesOf([...new Set(referrals.flatMap(({ from, to }) => [from, to]))]);
    if (box === 'in' && seen.isNew(asked, 'referrals'))
      note(ports, viewer, { what: 'referrals', requestId: meta.requestId });
    return { ok: true, answer: { referrals: referrals.map(referral => toRow(referral, orgs)), more } };
  });

/** A number tells of no child: nobody's look. */
const waiting = (ports: ApiPorts) =>
  implement(ports, referralEndpoints.waiting, async ({ who: { viewer } }) =>
    registers(viewer)
      ? { ok: true, answer: { count: await ports.store.referrals.countWaiting(viewer.org) } }
      : forbidden,
  );

const reading = (ports: ApiPorts) =>
  implement(ports, referralEndpoints.get, async ({ who, params, meta }) => {
    const { viewer } = who;
    const referral = await ports.store.referrals.find(viewer.org, params.id);
    if (!referral || !(receives(viewer, referral) || sends(viewer, referral))) return notFound;
    note(ports, viewer, { what: 'referral', requestId: meta.requestId });
    return { ok: true, answer: await toView(ports, who, referral) };
  });

const deciding = (ports: ApiPorts) =>
  implementOnce(ports, referralEndpoints.decide, async ({ who: { viewer }, params: { id }, body }) => {
    const referral = await ports.store.referrals.find(viewer.org, id);
    if (!referral || !(receives(viewer, referral) || sends(viewer, referral))) return notFound;
    const isMine = body.decision === 'withdrawn' ? sends(viewer, referral) : receives(viewer, referral);
    if (!isMine) return forbidden;
    if (body.decision === 'accepted' && !(await isLed(ports, viewer, body.caseId)))
      return { ok: false, refusal: { code: 'bad-input', issues: [{ path: 'caseId', message: notLed }] } };
    const { decision: state, ...rest } = body;
    const isDone = await ports.store.referrals.decide(id, { org: viewer.org, person: viewer.person, state, ...rest });
    return isDone ? { ok: true, answer: { id, state } } : alreadyDecided;
  });

const alreadyDecided = {
  ok: false,
  refusal: {
    code: 'wrong-stage',
    reasons: [
      {
        code: 'referral.decided',
        params: {},
        text: {
          ja: 'この依頼は、もう返事をしたか、取り下げられています。',
          en: 'It was answered or withdrawn before.',
        },
        waivable: 'no',
      },
    ],
  },
} as const;

const notLed = '自分の組織が主担当の、進行中のケースではありません。 / Not an open case that your organisation leads.';

async function isLed({ store }: ApiPorts, viewer: Viewer, caseId: string): Promise<boolean> {
  const loaded = await store.cases.load(caseId);
  return loaded !== null && loaded.facts.lead === viewer.org && !loaded.facts.closing;
}

const toRow = (referral: Referral, orgs: Readonly<Record<string, string>>): ReferralRow => {
  const { id, from, to, state, sentAt, decidedAt, declineReason, isLapsed } = referral;
  const { familyName = null, givenName = null } = toldOfChild.parse(referral.content);
  const named = (org: string) => ({ id: org, name: orgs[org] ?? org });
  const became = { state, sentAt, decidedAt, declineReason, isLapsed };
  return { id, from: named(from), to: named(to), ...became, familyName, givenName };
};

async function toView(ports: ApiPorts, { viewer }: SignedIn, referral: Referral): Promise<ReferralView> {
  const { store } = ports;
  const orgs = await store.organisations.namesOf([referral.from, referral.to]);
  const names = await store.people.namesOf([referral.person]);
  const isOpen = referral.state === 'sent';
  const can = [
    ...(isOpen && receives(viewer, referral) ? (['accept', 'decline'] as const) : []),
    ...(isOpen && sends(viewer, referral) ? (['withdraw'] as const) : []),
  ];
  return {
    ...toRow(referral, orgs),
    by: { name: names[referral.person] ?? null, role: referral.role },
    child: toldOfChild.parse(referral.content),
    can,
    case: receives(viewer, referral) ? await caseOf(ports, viewer, referral.caseId) : null,
  };
}

async function caseOf({ store }: ApiPorts, viewer: Viewer, caseId: string | null) {
  const loaded = caseId === null ? null : await store.cases.load(caseId);
  return loaded && accessOf(loaded, viewer) ? { id: loaded.id, no: loaded.no } : null;
}

/** Who looked at a child that no case exists of yet; whose it is stands in no log. */
function note({ store }: ApiPorts, viewer: Viewer, { what, requestId }: { what: string; requestId: string }): void {
  const { person, membership, org, role } = viewer;
  const nothing = { caseId: null, seq: null };
  store.log.write({ action: 'read', person, membership, org, role, ...nothing, what, outcome: 'ok', requestId });
}
