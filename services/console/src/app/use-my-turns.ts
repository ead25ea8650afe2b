import { useMemo } from 'react';
import { useObservable } from './services.tsx';
import { isMyTurn, useWorkplace } from './workplace.tsx';

/** In how many cases of the board it is this person's turn. */
export function useMyTurns(): number {
  const { me, live } = useWorkplace();
  const { held } = useObservable(live.board);
  return useMemo(
    () => [...held.cards.values()].filter(card => isMyTurn(card, me, live.now())).length,
    [held, me, live],
  );
}
