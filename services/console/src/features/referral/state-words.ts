import type { ReferralRow } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';

/** What became of a referral, with the neutral reason where it was declined. */
export function stateWords(
  { state, declineReason, isLapsed }: Pick<ReferralRow, 'state' | 'declineReason' | 'isLapsed'>,
  { say, code }: Pick<Speech, 'say' | 'code'>,
): string {
  if (isLapsed) return say('referral.lapsed');
  return declineReason
    ? say('referral.declined', { reason: code('declineReason', declineReason) })
    : say(`referralState.${state}`);
}
