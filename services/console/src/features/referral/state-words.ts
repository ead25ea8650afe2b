import type { ReferralRow } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';

/** What became of a referral, with the neutral reason where it was declined. */
export function stateWords(
  { state, declineReason }: Pick<ReferralRow, 'state' | 'declineReason'>,
  { say, code }: Pick<Speech, 'say' | 'code'>,
): string {
  return declineReason
    ? say('referral.declined', { reason: code('declineReason', declineReason) })
    : say(`referralState.${state}`);
}
