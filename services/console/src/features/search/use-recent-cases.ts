import type { Card } from '@kaerimichi/contracts';
import { recentCases } from '../../app/recent-cases.ts';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** Cards of the cases opened last, as far as they are still on this person's board. */
export function useRecentCases(): readonly Card[] {
  const { live } = useWorkplace();
  const { held } = useObservable(live.board);
  return recentCases(sessionStorage).flatMap(id => held.cards.get(id) ?? []);
}
