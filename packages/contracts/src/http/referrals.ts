import { careNeed, declineReasons, instant, origin, visibleText } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Issue } from '../problem.ts';
import { birthDayIssues } from './birth-days.ts';
import { childShape } from './cases.ts';
import { endpoint } from './endpoint.ts';
import { line } from './line.ts';
import { opaqueId } from './opaque-id.ts';

/** What tells who a child is: with the family's agreement only. */
const identifying = [
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'hospitalNumber',
  'bornOn',
  'expectedOn',
  'agreedBy',
] as const;

/** What a sender told, as it is kept. */
export const toldOfChild = z.strictObject({
  ...childShape,
  origin,
  needs: z.array(careNeed).max(14).optional(),
  reason: visibleText(1000),
  /** Whether the family agreed that the child is named to the receiver; as an enquiry, a referral needs no consent without. */
  consent: z.enum(['agreed', 'notAsked']),
  /** Who agreed, by name and relation: asked for wherever somebody did (older referrals have none). */
  agreedBy: line(100).optional(),
  /** Where the sender can be reached. */
  telephone: line(40).optional(),
});

export type ToldOfChild = z.infer<typeof toldOfChild>;

/** A referral as it is sent. */
export const newReferral = z.strictObject({ to: opaqueId, ...toldOfChild.shape });
export type NewReferral = z.infer<typeof newReferral>;

const given = z.looseObject({
  consent: z.unknown(),
  agreedBy: z.unknown(),
  bornOn: z.unknown(),
  expectedOn: z.unknown(),
});

/** What does not go together, told beside every other fault. */
function crossIssues(body: unknown): Issue[] {
  const sent = given.partial().safeParse(body).data ?? {};
  const isTwice = sent.bornOn !== undefined && sent.expectedOn !== undefined;
  const unasked = sent.consent === 'agreed' ? [] : identifying.filter(name => sent[name] !== undefined);
  return [
    ...(sent.consent === 'agreed' && sent.agreedBy === undefined ? [{ path: 'agreedBy', message: whoAgreed }] : []),
    ...(isTwice ? [{ path: 'expectedOn', message: bothDays }] : []),
    ...unasked.map(path => ({
      path,
      message: 'ご家族の同意がないときは入れられません。 / Not without the family’s agreement.',
    })),
  ];
}
const whoAgreed = '同意した方のお名前と続柄を入れてください。 / Say who agreed, by name and relation.';
const bothDays = '生年月日か出産予定日のどちらか一つを入れてください。 / Either a date of birth or an expected date.';

const orgName = z.strictObject({ id: z.string(), name: z.string() });

const row = z.strictObject({
  id: z.string(),
  from: orgName,
  to: orgName,
  state: z.enum(['sent', 'accepted', 'declined', 'withdrawn']),
  sentAt: instant,
  decidedAt: instant.nullable(),
  declineReason: z.string().nullable(),
  /** Withdrawn by the clock: nobody answered it. */
  isLapsed: z.boolean(),
  /** What was told of the child is told to this viewer no more: nobody there took it on. */
  isWithheld: z.boolean(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
});
export type ReferralRow = z.infer<typeof row>;

export const referralView = z.strictObject({
  ...row.shape,
  by: z.strictObject({ name: z.string().nullable(), role: z.string() }),
  /** What the sender told; null: withheld. */
  child: toldOfChild.nullable(),
  /** What the viewer may do now. */
  can: z.array(z.enum(['accept', 'decline', 'withdraw'])),
  /** The case that it became: for the receiver alone, and while it sees the case. */
  case: z.strictObject({ id: z.string(), no: z.string() }).nullable(),
});
export type ReferralView = z.infer<typeof referralView>;

const decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('declined'), reason: z.enum(declineReasons) }),
  z.strictObject({ decision: z.literal('withdrawn') }),
  /** The child is known already: the referral is added to a case that the receiver leads. A new one: `POST /cases`. */
  z.strictObject({ decision: z.literal('accepted'), caseId: opaqueId }),
]);

export type ReferralDecision = z.infer<typeof decision>;

const referralId = z.strictObject({ id: opaqueId });

export const referralEndpoints = {
  send: endpoint({
    method: 'POST',
    path: '/referrals',
    summary: 'Ask an organisation that can lead to take on a child; no case exists before it accepts',
    body: newReferral,
    answer: z.strictObject({ id: z.string(), state: z.literal('sent'), sentAt: instant }),
    status: 201,
    key: 'required',
    dated: (body, today) => [...birthDayIssues(body, today), ...crossIssues(body)],
  }),
  list: endpoint({
    method: 'GET',
    path: '/referrals',
    summary: 'Referrals that came to the own organisation, or that it sent: those that wait first',
    query: z.strictObject({ box: z.enum(['in', 'out']) }),
    answer: z.strictObject({ referrals: z.array(row), more: z.boolean() }),
    status: 200,
  }),
  waiting: endpoint({
    method: 'GET',
    path: '/referrals/waiting',
    summary: 'How many referrals wait for the own organisation to answer: nothing of any child',
    answer: z.strictObject({ count: z.int().nonnegative() }),
    status: 200,
  }),
  get: endpoint({
    method: 'GET',
    path: '/referrals/:id',
    summary: 'One referral, for its sender and its receiver',
    params: referralId,
    answer: referralView,
    status: 200,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/referrals/:id/decision',
    summary: 'Decline, withdraw, or add to a case that exists; a new case accepts it by POST /cases',
    params: referralId,
    body: decision,
    answer: z.strictObject({ id: z.string(), state: z.enum(['accepted', 'declined', 'withdrawn']) }),
    status: 200,
    key: 'required',
  }),
};
