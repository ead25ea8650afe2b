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

/** Why what was told of the child is not shown any more. */
export const withheldWords = (
  { state, isLapsed }: Pick<ReferralRow, 'state' | 'isLapsed'>,
  { say }: Pick<Speech, 'say'>,
): string => say(`referral.withheld.${isLapsed ? 'lapsed' : state === 'withdrawn' ? 'withdrawn' : 'declined'}`);
