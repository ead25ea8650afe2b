import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings a box into sight and gives it the focus when an answer arrives that it shows. `answers` counts those that have
 * arrived; 0 is before the first one.
 */
export function useInSight(answers: number, isShown = true): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer, never while somebody types
  useEffect(() => {
    if (answers === 0 || !isShown) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [answers]);
  return box;
}
