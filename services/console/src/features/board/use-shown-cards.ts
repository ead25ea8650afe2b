import type { Card } from '@kaerimichi/contracts';
import { type RefObject, startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isAhead } from '../../app/moves-ahead.ts';
import type { OwnWrites } from '../../app/own-writes.ts';
import { useLatest } from '../../parts/use-latest.ts';
import { countChanges, createBurst } from './burst.ts';
import { placesOf, slide } from './flip.ts';
import type { LaneOf } from './lanes.ts';
import { cellOf } from './placing.ts';
import { type Hands, nextShown, nothingShown, type Shown } from './shown-cards.ts';

/** Cards somebody has under a hand; any of them holds its cell still. */
export type Touch = 'hovered' | 'focused' | 'dragged' | 'open' | 'moving';
type Touched = Partial<Record<Touch, string | null>>;

/** Without a pointer or key for so long, what waited is shown. */
const IDLE_MS = 5000;

export type ShownCards = Shown & {
  readonly touch: (how: Touch, id: string | null) => void;
  /** Shows everything that waits. */
  readonly release: () => void;
};

type Options = {
  readonly laneOf: LaneOf;
  readonly own: OwnWrites;
  readonly laneOrder: Hands['laneOrder'];
  /** Changes when the person changes filter or lanes: then everything is placed anew at once. */
  readonly view: string;
  readonly board: RefObject<HTMLElement | null>;
};

/** The cards as the board shows them: the newest, but nothing moves under a person's hand. */
export function useShownCards(
  latest: ReadonlyMap<string, Card>,
  { laneOf, own, laneOrder, view, board }: Options,
): ShownCards {
  const [shown, setShown] = useState(nothingShown);
  const last = useRef({ shown: nothingShown, view: '' });
  const touched = useRef<Touched>({});
  const before = useRef(placesOf(null, []));
  const [isBurst] = useState(() => createBurst());

  const settle = useCallback(
    (isForced: boolean) => {
      const now = last.current.shown;
      const next = nextShown(
        now,
        latest,
        isForced ? { laneOf, ...free } : handsOf(now, latest, { laneOf, own, laneOrder, touched: touched.current }),
      );
      const isQuiet = now.cards.size === 0 || isForced || isBurst(countChanges(now.cards, next.cards));
      before.current = placesOf(board.current, isQuiet ? [] : next.moved);
      last.current = { ...last.current, shown: next };
      // Hundreds of cards come or go with a filter: the next press does not wait for all of them.
      if (isForced && now.cards.size > 0) startTransition(() => setShown(next));
      else setShown(next);
    },
    [latest, laneOf, own, laneOrder, board, isBurst],
  );

  useEffect(() => {
    const isNewView = last.current.view !== view;
    last.current.view = view;
    settle(isNewView);
  }, [settle, view]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: cards slide once, when what is shown has changed
  useLayoutEffect(() => slide(board.current, before.current), [shown]);

  // The same one whatever comes in: every card is handed it, and would be drawn anew with it.
  const settleNow = useLatest(settle);
  const touch = useCallback(
    (how: Touch, id: string | null) => {
      if ((touched.current[how] ?? null) === id) return;
      touched.current = { ...touched.current, [how]: id };
      if (last.current.shown.waiting.size > 0) settleNow()(false);
    },
    [settleNow],
  );
  const release = useCallback(() => settle(true), [settle]);
  useReleaseWhenIdle(shown.waiting.size > 0, release);
  return { ...shown, touch, release };
}

const free = { heldCells: new Set<string>(), own: new Set<string>(), laneOrder: () => 0 };

type Circumstances = Pick<Options, 'laneOf' | 'own' | 'laneOrder'> & { readonly touched: Touched };

function handsOf(
  shown: Shown,
  latest: ReadonlyMap<string, Card>,
  { laneOf, own, laneOrder, touched }: Circumstances,
): Hands {
  const held = Object.values(touched).flatMap(id => (id ? (shown.cards.get(id) ?? []) : []));
  const written = [...latest.values()].filter(card => {
    const before = shown.cards.get(card.id);
    // One's own move goes at once, and comes back at once where it is refused.
    return before !== card && (own.made(card) || isAhead(card) || isAhead(before));
  });
  return {
    laneOf,
    heldCells: new Set(held.map(card => cellOf(card, laneOf))),
    laneOrder,
    own: new Set(written.map(({ id }) => id)),
  };
}

function useReleaseWhenIdle(isWaiting: boolean, onIdle: () => void): void {
  // Changes that go on coming are no sign of a hand.
  const latest = useLatest(onIdle);
  useEffect(() => {
    const release = () => latest()();
    if (!isWaiting) return;
    let timer = setTimeout(release, IDLE_MS);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(release, IDLE_MS);
    };
    window.addEventListener('pointermove', again);
    window.addEventListener('keydown', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', again);
      window.removeEventListener('keydown', again);
    };
  }, [isWaiting, latest]);
}
