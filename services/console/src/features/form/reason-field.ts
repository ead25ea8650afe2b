import type { FieldSpec } from './schema.ts';

/** Field that mends what the pathway refused, by the code of its reason. */
const fieldOf: Readonly<Record<string, string>> = {
  'plan.notNeededReason': 'notNeededReason',
  'consent.recipient': 'recipient',
  'consent.categories': 'categories',
  'handoff.recipient': 'recipient',
  'candidate.who': 'organisation',
  'candidate.reason': 'declineReason',
  'candidate.replyBy': 'replyBy',
  'entitlement.owner': 'owner',
  'dischargeDay.past': 'dischargeOn',
  'birth.future': 'bornOn',
  'birth.past': 'bornOn',
  'occurredOn.future': 'occurredOn',
  'occurredOn.beforePrevious': 'occurredOn',
  'occurredOn.beforeLife': 'occurredOn',
};

/** The field of a form that a reason is about: there it is said. Undefined where it is about the case. */
export const reasonField = (code: string, fields: readonly FieldSpec[]): FieldSpec | undefined =>
  fields.find(({ name }) => name === fieldOf[code]);
