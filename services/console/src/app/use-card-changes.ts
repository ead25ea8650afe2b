import { useEffect } from 'react';
import { useLatest } from '../parts/use-latest.ts';
import { useWorkplace } from './workplace.tsx';

/** What changes on the board within so long is one reason to ask again. */
const GATHER_MS = 2_000;

/** What is done in a case changes its card: a list of its own follows the cards, which come by themselves. */
export function useCardChanges(refresh: () => void): void {
  const { feed } = useWorkplace().live;
  const latest = useLatest(refresh);
  useEffect(() => {
    let { held } = feed.state.read();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = feed.state.read().held;
      if (now === held) return;
      held = now;
      timer ??= setTimeout(() => {
        timer = undefined;
        latest()();
      }, GATHER_MS);
    };
    const stop = feed.state.subscribe(look);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [feed, latest]);
}
