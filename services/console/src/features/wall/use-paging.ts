import { useEffect, useRef, useState } from 'react';

/** A page stands so long; by key and button it can be held or turned (WCAG 2.2.2). */
const PAGE_MS = 20_000;

export type Paging = {
  readonly at: number;
  readonly isPaused: boolean;
  readonly turn: (by: 1 | -1) => void;
  readonly pause: () => void;
};

export function usePaging(count: number): Paging {
  const [place, setPlace] = useState(0);
  const [isPaused, setPaused] = useState(false);
  const at = count === 0 ? 0 : place % count;
  useEffect(() => {
    if (isPaused || count < 2) return;
    // Each page its whole time, also one that somebody has turned to.
    const timer = setTimeout(() => setPlace((at + 1) % count), PAGE_MS);
    return () => clearTimeout(timer);
  }, [at, count, isPaused]);
  return {
    at,
    isPaused,
    turn: by => setPlace((at + by + count) % Math.max(1, count)),
    pause: () => setPaused(!isPaused),
  };
}

type Keys = { readonly paging: Paging; readonly onOther: () => void };

/** What a remote control and a keyboard send: arrows turn, space holds, every other key asks for the PIN. */
export function useWallKeys({ paging, onOther }: Keys): void {
  const latest = useRef({ paging, onOther });
  latest.current = { paging, onOther };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const isOwn = target?.closest('button, input, a, [role="dialog"]') !== null && target !== null;
      if (isOwn || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const { paging: pages, onOther: ask } = latest.current;
      if (event.key === 'ArrowRight' || event.key === 'PageDown') pages.turn(1);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') pages.turn(-1);
      else if (event.key === ' ' || event.key === 'MediaPlayPause') pages.pause();
      else if (event.key === 'Enter' || event.key.length === 1) ask();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
