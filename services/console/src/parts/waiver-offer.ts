import type { Reason } from '@kaerimichi/contracts';

/**
 * How an exception to a condition is offered to somebody who may make one; null where it cannot be made, or where this
 * half of the two that it needs has been given already.
 */
export function waiverOffer({ waivable, params }: Pick<Reason, 'waivable' | 'params'>, role: string) {
  if (waivable === 'no') return null;
  if (waivable === 'yes') return 'condition.waive';
  const { waiverWanted } = params;
  if (waiverWanted === undefined) return 'condition.waiveSafety';
  return waiverWanted === (role === 'doctor' ? 'doctor' : 'headNurse') ? 'condition.waiveSecond' : null;
}
