import { useEffect, useState } from 'react';
import { useSelected } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useWaitingMerges } from '../merge/use-merges.ts';
import { useWaiting } from '../referral/use-referrals.ts';

/** So long a board that is there waits for what stands above it and on its cards. */
const PATIENCE_MS = 200;

/**
 * Whether the board can be drawn: its cards are there, and what is asked for beside them has come or lets wait for itself.
 * What came piece by piece would push the cards away from under the eyes.
 */
export function useComplete(isLoaded: boolean): boolean {
  const { seen } = useWorkplace();
  const isSeenKnown = useSelected(seen.state, ({ isKnown }) => isKnown);
  const [referrals, merges] = [useWaiting(), useWaitingMerges()];
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isLoaded) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLoaded]);
  return isLoaded && (isLate || (isSeenKnown && !referrals.isAwaited && !merges.isAwaited));
}
