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
  'task.past': 'dueOn',
  'birth.future': 'bornOn',
  'birth.past': 'bornOn',
  'occurredOn.future': 'occurredOn',
  'occurredOn.beforePrevious': 'occurredOn',
};

type About = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** The field of a form that a reason is about: there it is said. Undefined where it is about the case. */
export function reasonField({ code, params }: About, fields: readonly FieldSpec[]): FieldSpec | undefined {
  // A day that cannot be meant is named by its path; within a list the whole list is at fault.
  const [named] = typeof params.field === 'string' ? params.field.split('.') : [fieldOf[code]];
  return fields.find(({ name }) => name === named);
}
