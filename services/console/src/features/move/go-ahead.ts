import { useState } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import type { GoAhead } from './move-form.tsx';

/** The same with the column that a move leads into. */
export type GoAheadTo = Omit<GoAhead, 'begin'> & { readonly begin: (to: { stage: string; column: string }) => void };

/** Cards that leave the board are seen to leave it when they do. */
const LEAVES = 'closed';

/** How one move is shown before its answer; undefined where no column takes its card. */
export const goAheadTo = (goAhead: GoAheadTo, column: string | undefined): GoAhead | undefined =>
  column === undefined || column === LEAVES
    ? undefined
    : { ...goAhead, begin: stage => goAhead.begin({ stage: stage.split('.')[0] ?? stage, column }) };

/** The card goes at once, and the sheet with it; both come back where the server refuses. */
export function useGoAhead(caseId: string, onBegun: (() => void) | undefined) {
  const { ahead } = useWorkplace();
  const [isAway, setAway] = useState(false);
  const goAhead: GoAheadTo = {
    begin(to) {
      ahead.begin(caseId, to);
      setAway(true);
      onBegun?.();
    },
    refused() {
      ahead.refused(caseId);
      setAway(false);
    },
    accepted: version => ahead.accepted(caseId, version),
  };
  return { goAhead, isAway };
}
