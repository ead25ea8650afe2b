import type { LaneKind } from '@kaerimichi/contracts';
import { useCallback, useMemo } from 'react';
import { useSelected } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { laneOf, laneWords } from './lanes.ts';

/** How the board is cut: the lane of a card, and what a lane is called; empty where it is not cut. */
export function useLanes(by: LaneKind) {
  const { live } = useWorkplace();
  const orgs = useSelected(live.board, state => state.orgs);
  const orgKinds = useSelected(live.board, state => state.orgKinds);
  const { say, code } = useSpeech();
  const today = useToday();
  const words = laneWords(by);
  const laneName = useCallback(
    (lane: string) => {
      if (by === 'none') return '';
      if (lane === '') return say('board.laneNone');
      return words ? code(words, lane) : (orgs[lane] ?? lane);
    },
    [by, words, orgs, say, code],
  );
  return { laneOf: useMemo(() => laneOf(by, { today, orgKinds }), [by, today, orgKinds]), laneName, today };
}
