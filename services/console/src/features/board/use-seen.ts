import type { Card } from '@kaerimichi/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { type Difference, differencesOf, firstVisit, noteSeen, type Seen } from './seen.ts';
import { seenKey } from './seen-note.ts';

export type SeenCases = {
  /** What is different since last seen, by case; cases without a difference are absent. */
  readonly changed: ReadonlyMap<string, readonly Difference[]>;
  readonly since: string | null;
  readonly markSeen: (ids: readonly string[]) => void;
};

function read(storage: Storage, key: string): Seen | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    // Written by `write` below; a damaged note is a first visit.
    return typeof kept === 'object' && kept !== null && 'cases' in kept ? (kept as Seen) : null;
  } catch {
    return null;
  }
}

/** 「前回から n件の変更」: per person and browser, codes and versions only. */
export function useSeen(cards: ReadonlyMap<string, Card>, isLoaded: boolean): SeenCases {
  const { me, own, live } = useWorkplace();
  const { hasLeft } = useServices().leaving;
  const key = seenKey(me.person.id);
  const [seen, setSeen] = useState(() => read(localStorage, key));

  const write = useCallback(
    (next: Seen) => {
      setSeen(next);
      if (hasLeft.read()) return;
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Without storage, what was seen is known until the page is closed.
      }
    },
    [key, hasLeft],
  );
  useEffect(() => {
    if (isLoaded && !seen) write(firstVisit(cards, new Date(live.now()).toISOString()));
  }, [isLoaded, seen, cards, write, live]);
  useEffect(() => {
    if (!isLoaded || !seen) return;
    const mine = [...cards.values()].filter(
      card => own.made(card) && differencesOf(card, seen.cases[card.id]).length > 0,
    );
    if (mine.length > 0) write(noteSeen(seen, mine, cards));
  }, [isLoaded, seen, cards, own, write]);

  const changed = useMemo(() => {
    const found = seen
      ? [...cards.values()].map(card => [card.id, differencesOf(card, seen.cases[card.id])] as const)
      : [];
    return new Map(found.filter(([, differences]) => differences.length > 0));
  }, [cards, seen]);
  const markSeen = useCallback(
    (ids: readonly string[]) => {
      const now = ids.flatMap(id => cards.get(id) ?? []);
      if (seen && now.length > 0) write({ ...noteSeen(seen, now, cards), since: new Date(live.now()).toISOString() });
    },
    [cards, seen, write, live],
  );
  return { changed, since: seen?.since ?? null, markSeen };
}
