import type { Card } from '@kaerimichi/contracts';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Places, slide } from '../board/flip.ts';
import { type Marks, marksAfter, marksAt, movedCards } from './wall-marks.ts';

type Cards = ReadonlyMap<string, Card>;

const MOVE_MS = 400;
/** More at once is not followed by any eye. */
const MOST_AT_ONCE = 5;
const noMarks: Marks = new Map();

/** What moved or came since the wall was opened, for as long as it is marked. */
export function useMarks(cards: Cards, isLoaded: boolean): Marks {
  const before = useRef<Cards | null>(null);
  const [marks, setMarks] = useState(noMarks);
  useEffect(() => {
    if (!isLoaded) return;
    const was = before.current;
    before.current = cards;
    setMarks(known => marksAfter(known, was, cards, Date.now()));
  }, [cards, isLoaded]);
  useEffect(() => {
    if (marks.size === 0) return;
    const timer = setInterval(() => setMarks(known => marksAt(known, Date.now())), 1_000);
    return () => clearInterval(timer);
  }, [marks.size]);
  return marks;
}

/** Slides tiles from the column where they stood to the one where they stand. */
export function useSlides(board: RefObject<HTMLElement | null>, cards: Cards, isStill: boolean): void {
  const before = useRef<{ cards: Cards; places: Places } | null>(null);
  useLayoutEffect(() => {
    const was = before.current;
    const moved = was && was.cards !== cards ? movedCards(was.cards, cards) : [];
    const from = moved.flatMap(id => {
      const place = was?.places.get(id);
      return place ? [[id, place] as const] : [];
    });
    if (!isStill && from.length <= MOST_AT_ONCE) slide(board.current, new Map(from), MOVE_MS);
    const tiles = board.current?.querySelectorAll<HTMLElement>('[data-case]') ?? [];
    const places = [...tiles].map(tile => [tile.dataset.case ?? '', tile.getBoundingClientRect()] as const);
    before.current = { cards, places: new Map(places) };
  });
}
