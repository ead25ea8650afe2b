import {
  accessOf,
  mayLead,
  mayRefer,
  type ReferralSight,
  referralSight,
  registers,
  type Viewer,
} from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import { type ReferralRow, type ReferralView, referralEndpoints, toldOfChild } from '@kaerimichi/contracts';
import type { Referral } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { type Looks, looks } from '../looks.ts';
import { note, noteStep } from '../note-look.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** Referrals: what one organisation asks another to take on. Of the case that follows the sender is told nothing. */
export function referralImplementations(ports: ApiPorts) {
  return [sending(ports), listing(ports, looks()), waiting(ports), reading(ports), deciding(ports)];
}

const sending = (ports: ApiPorts) =>
  implementOnce(ports, referralEndpoints.send, async ({ who: { viewer }, body, meta }) => {
    if (!mayRefer(viewer)) return forbidden;
    const { to, ...content } = body;
    const receiver = await ports.store.organisations.find(to);
    const message = receiverFault(receiver, viewer);
    if (message) return { ok: false, refusal: { code: 'bad-input', issues: [{ path: 'to', message }] } };
    const { person, org: from, role } = viewer;
    const sent = await ports.store.referrals.send({ from, to, person, role, content });
    noteStep(ports, viewer, { what: `referral.sent ${sent.id}`, meta });
    return { ok: true, answer: { ...sent, state: 'sent' as const } };
  });

function receiverFault(receiver: Awaited<ReturnType<ApiPorts['store']['organisations']['find']>>, { org }: Viewer) {
  if (!receiver || receiver.closedOn !== null) return 'ない組織です。 / No such organisation.';
  if (receiver.id === org) return '自分の組織です。「ケースを登録する」を使います。 / Your own: register the case.';
  return mayLead(receiver.kind) ? null : 'この組織は主担当になれません。 / This organisation cannot lead a case.';
}

const listing = (ports: ApiPorts, noted: Looks) =>
  implement(ports, referralEndpoints.list, async asked => {
    const { who, query, meta } = asked;
    const { viewer } = who;
    const { box } = query;
    if (!(box === 'in' ? registers(viewer) : mayRefer(viewer))) return forbidden;
    const { referrals, more } = await ports.store.referrals.list(viewer.org, box);
    const orgs = await ports.store.organisations.namesOf([...new Set(referrals.flatMap(({ from, to }) => [from, to]))]);
    if (box === 'in' && noted.isNew(asked, 'referrals'))
      note(ports, viewer, { action: 'read', what: 'referrals', meta });
    const seen = referrals.flatMap(referral => {
      const sight = referralSight(viewer, referral);
      return sight ? [toRow(referral, sight, orgs)] : [];
    });
    return { ok: true, answer: { referrals: seen, more } };
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
    const sight = referral && referralSight(viewer, referral);
    if (!sight) return notFound;
    // Of the case that followed the sender is told nothing, not by the log of that case either.
    const cases = sight.as === 'receiver' && referral.caseId ? [referral.caseId] : [];
    note(ports, viewer, { action: 'read', what: `referral ${referral.id}`, cases, meta });
    return { ok: true, answer: await toView(ports, who, { referral, sight }) };
  });

const deciding = (ports: ApiPorts) =>
  implementOnce(ports, referralEndpoints.decide, async ({ who: { viewer }, params: { id }, body, meta }) => {
    const referral = await ports.store.referrals.find(viewer.org, id);
    const sight = referral && referralSight(viewer, referral);
    if (!sight) return notFound;
    if (sight.as !== (body.decision === 'withdrawn' ? 'sender' : 'receiver')) return forbidden;
    if (body.decision === 'accepted' && !(await isLed(ports, viewer, body.caseId)))
      return { ok: false, refusal: { code: 'bad-input', issues: [{ path: 'caseId', message: notLed }] } };
    const { decision: state, ...rest } = body;
    const isDone = await ports.store.referrals.decide(id, { org: viewer.org, person: viewer.person, state, ...rest });
    if (!isDone) return alreadyDecided;
    const cases = body.decision === 'accepted' ? [body.caseId] : [];
    noteStep(ports, viewer, { what: `referral.${state} ${id}`, cases, meta });
    return { ok: true, answer: { id, state } };
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

function toRow(referral: Referral, { tellsChild }: ReferralSight, orgs: Readonly<Record<string, string>>): ReferralRow {
  const { id, from, to, state, sentAt, decidedAt, declineReason, isLapsed } = referral;
  const { familyName = null, givenName = null } = tellsChild ? toldOfChild.parse(referral.content) : {};
  const named = (org: string) => ({ id: org, name: orgs[org] ?? org });
  const became = { state, sentAt, decidedAt, declineReason, isLapsed };
  return { id, from: named(from), to: named(to), ...became, isWithheld: !tellsChild, familyName, givenName };
}

type Read = { readonly referral: Referral; readonly sight: ReferralSight };

async function toView(ports: ApiPorts, { viewer }: SignedIn, { referral, sight }: Read): Promise<ReferralView> {
  const { store } = ports;
  const orgs = await store.organisations.namesOf([referral.from, referral.to]);
  const names = await store.people.namesOf([referral.person]);
  const isOpen = referral.state === 'sent';
  const can = [
    ...(isOpen && sight.as === 'receiver' ? (['accept', 'decline'] as const) : []),
    ...(isOpen && sight.as === 'sender' ? (['withdraw'] as const) : []),
  ];
  return {
    ...toRow(referral, sight, orgs),
    by: { name: names[referral.person] ?? null, role: referral.role },
    child: sight.tellsChild ? toldOfChild.parse(referral.content) : null,
    can,
    case: sight.as === 'receiver' ? await caseOf(ports, viewer, referral.caseId) : null,
  };
}

async function caseOf({ store }: ApiPorts, viewer: Viewer, caseId: string | null) {
  const loaded = caseId === null ? null : await store.cases.load(caseId);
  return loaded && accessOf(loaded, viewer) ? { id: loaded.id, no: loaded.no } : null;
}
