import type { Card } from '@kaerimichi/contracts';
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo } from 'react';
import { useObservable, usePreferences, useSelected, useServices } from '../../app/services.tsx';
import { mayMove, useToday, useWorkplace } from '../../app/workplace.tsx';
import { openCases } from '../../live/presence.ts';
import { useLatest } from '../../parts/use-latest.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { BoardCard, type CardHandlers, OWNER_MARK } from './board-card.tsx';
import { BoardGrid } from './board-grid.tsx';
import { boardColumns, nextWords } from './columns.ts';
import { laneRank } from './lanes.ts';
import { limitsIn } from './limits.ts';
import { PhoneBoard } from './phone-board.tsx';
import { laneOrder, placeCards } from './placing.ts';
import { markOf } from './seen.ts';
import { useBoardKeys } from './use-board-keys.ts';
import type { BoardView } from './use-board-view.ts';
import { useCurrentCard } from './use-current-card.ts';
import { useDrag } from './use-drag.ts';
import { useFoldedLanes } from './use-folded-lanes.ts';
import { useLanes } from './use-lanes.ts';
import { useNarrow } from './use-narrow.ts';
import type { SeenCases } from './use-seen.ts';
import { useShownCards } from './use-shown-cards.ts';
import { useVisibleLanes } from './use-visible-lanes.ts';

export type Moving = { readonly id: string; readonly column?: string };

type Props = {
  readonly cards: ReadonlyMap<string, Card>;
  readonly view: BoardView;
  readonly seen: SeenCases;
  readonly board: RefObject<HTMLDivElement | null>;
  readonly onOpen: (id: string) => void;
  readonly onMove: (moving: Moving) => void;
  /** Case whose sheet of moves is open. */
  readonly moving: string | null;
};

/** The cards in their columns: what moves when, what keys do, where a card may be dropped. */
export function BoardTable({ cards, view, seen, board, onOpen, onMove, moving }: Props) {
  const speech = useSpeech();
  const { own, pathway } = useWorkplace();
  const isNarrow = useNarrow();
  const { folded, fold } = useFold(cards, isNarrow);
  const columns = useMemo(() => boardColumns(pathway, speech), [pathway, speech]);
  const limits = limitsIn(pathway.columns, view.limits);
  const { laneOf, laneName, today } = useLanes(view.lanes);
  const { foldedLanes, foldLane } = useFoldedLanes(view, isNarrow);
  const ordering = useMemo(() => ({ rank: laneRank(view.lanes), nameOf: laneName }), [view.lanes, laneName]);
  const shown = useShownCards(cards, {
    ...{ laneOf, own, board },
    laneOrder: useMemo(() => laneOrder(ordering), [ordering]),
    view: JSON.stringify([view.filters, view.lanes]),
  });
  const { touch } = shown;
  useEffect(() => touch('open', view.open), [touch, view.open]);
  useEffect(() => touch('moving', moving), [touch, moving]);
  const placed = useMemo(() => {
    const ids = columns.map(({ id }) => id);
    return placeCards(shown.cards.values(), ids, { laneOf, ...ordering, today });
  }, [shown.cards, columns, laneOf, ordering, today]);
  const isCut = view.lanes !== 'none';
  const { lanes, hidden, showMore } = useVisibleLanes(placed, { isCut, density: view.density, folded, foldedLanes });
  const { current, touches } = useCurrentCard(lanes, touch);
  const drag = useDrag(
    useCallback((id: string | null) => touch('dragged', id), [touch]),
    (id, column) => {
      // Put down where it was taken up: nothing was meant.
      if (cards.get(id)?.column !== column) onMove({ id, column });
    },
  );
  const onKeyDown = useBoardKeys({ lanes, current, view, seen, onOpen, onMove });
  const card = useCardRenderer({ view, seen, current, drag, onOpen, onMove });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and touches of the cards inside, which are links
    <div className={isNarrow ? 'board-phone' : 'board-wide'} onKeyDown={onKeyDown} {...touches}>
      {isNarrow ? (
        <PhoneBoard {...{ columns, lanes, laneName, hidden, card }} limits={limits} onMore={showMore} />
      ) : (
        <BoardGrid
          {...{ columns, lanes, hidden, laneName, folded, foldedLanes, card }}
          limits={limits}
          onFoldLane={foldLane}
          waiting={shown.waiting}
          reach={drag.reach}
          onFold={fold}
          onRelease={shown.release}
          onMore={showMore}
          onDragOver={drag.onDragOver}
          onDrop={drag.onDrop}
        />
      )}
    </div>
  );
}

/** Where children live at home and little moves: folded at first once it is full. */
const RESTING_COLUMN = 'home';
const FULL = 20;
const unfolded: readonly string[] = [];

/**
 * Which columns are folded: as this person left them, else the resting column when it is full. On a phone none is, where
 * one column is looked at at a time and there would be nothing to unfold it with.
 */
function useFold(cards: ReadonlyMap<string, Card>, isNarrow: boolean) {
  const { preferences } = useServices();
  const chosen = usePreferences().folded;
  const isFull = useMemo(
    () => [...cards.values()].filter(({ column }) => column === RESTING_COLUMN).length > FULL,
    [cards],
  );
  const folded = useMemo(() => {
    if (isNarrow) return unfolded;
    return chosen ?? (isFull ? [RESTING_COLUMN] : unfolded);
  }, [chosen, isFull, isNarrow]);
  const fold = (column: string) =>
    preferences.set({
      folded: folded.includes(column) ? folded.filter(other => other !== column) : [...folded, column],
    });
  return { folded, fold };
}

type Rendering = Pick<Props, 'view' | 'seen' | 'onOpen' | 'onMove'> & {
  readonly current: string | null;
  readonly drag: Pick<CardHandlers, 'onDragStart' | 'onDragEnd'>;
};

/** Draws one card; only a card whose own content changed is drawn again. */
function useCardRenderer({ view, seen, current, drag, onOpen, onMove }: Rendering): (card: Card) => ReactNode {
  const speech = useSpeech();
  const { live, me, pathway } = useWorkplace();
  const orgs = useSelected(live.board, state => state.orgs);
  const today = useToday();
  const others = useObservable(live.presence.others);
  const open = useMemo(() => openCases(others, me.membership.id), [others, me]);
  const isMovable = useMemo(() => mayMove(me, pathway), [pathway, me]);
  const { onDragStart, onDragEnd } = drag;
  const latest = useLatest({ onOpen, onMove });
  const handlers = useMemo<CardHandlers>(
    () => ({
      onOpen: id => latest().onOpen(id),
      onMove: id => latest().onMove({ id }),
      onDragStart,
      onDragEnd,
    }),
    [latest, onDragStart, onDragEnd],
  );
  return card => (
    <BoardCard
      card={card}
      density={view.density}
      today={today}
      next={nextWords(pathway, card.next, speech)}
      owners={card.owners.flatMap(id => orgs[id] ?? []).join(OWNER_MARK)}
      isMovable={isMovable}
      isChanged={seen.changed.has(card.id)}
      isNew={markOf(seen.changed.get(card.id)) === 'new'}
      here={open.get(card.id)}
      isCurrent={card.id === current}
      isOpen={card.id === view.open}
      handlers={handlers}
    />
  );
}
