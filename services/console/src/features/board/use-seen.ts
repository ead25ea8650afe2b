import type { Card } from '@kaerimichi/contracts';
import { useCallback, useEffect, useMemo } from 'react';
import { useObservable } from '../../app/services.tsx';
import { SEEN_MS } from '../../app/use-looking-at.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { changedSince, type Difference } from './seen.ts';

export type SeenCases = {
  /** What is different since last seen, by case; cases without a difference are absent. */
  readonly changed: ReadonlyMap<string, readonly Difference[]>;
  readonly since: string | null;
  readonly markSeen: (ids: readonly string[]) => void;
};

/** 「前回から n件の変更」: what this person has seen, at whichever workplace. */
export function useSeen(cards: ReadonlyMap<string, Card>, isLoaded: boolean): SeenCases {
  const { own, seen } = useWorkplace();
  const state = useObservable(seen.state);
  const latest = useLatest(cards);
  const isReady = isLoaded && state.isKnown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an entry of one's own is noted after its card has come
  useEffect(() => {
    if (isReady) seen.fill(cards);
  }, [isReady, seen, cards, state]);
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') seen.visit(latest());
    }, SEEN_MS);
    return () => clearTimeout(timer);
  }, [isReady, seen, latest]);
  useEffect(() => {
    // One's own change is no news.
    if (isReady) seen.mark([...cards.values()].filter(own.made));
  }, [isReady, seen, cards, own]);

  const changed = useMemo(() => (isLoaded ? changedSince(cards, state) : new Map()), [cards, state, isLoaded]);
  const markSeen = useCallback(
    (ids: readonly string[]) => seen.mark(ids.flatMap(id => latest().get(id) ?? [])),
    [seen, latest],
  );
  return { changed, since: state.since, markSeen };
}
