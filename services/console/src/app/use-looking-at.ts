import type { Card } from '@kaerimichi/contracts';
import { useEffect } from 'react';
import { useLatest } from '../parts/use-latest.ts';
import { useWorkplace } from './workplace.tsx';

/** Looked at for so long, a case counts as seen (experience.md §6.3). */
export const SEEN_MS = 2_000;

/** Somebody has a case before them: it counts as seen after a while, and colleagues are told who has it open. */
export function useLookingAt(card: Card): void {
  const { live, seen } = useWorkplace();
  const latest = useLatest(card);
  const { id, version } = card;
  useEffect(() => live.presence.here({ caseId: id }), [live, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is seen anew
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => seen.mark([latest()]), SEEN_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, version, seen, latest]);
}
