import { useEffect, useMemo, useRef } from 'react';
import { useServices } from '../../app/services.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { keeper } from './keeper.ts';

/** After the last key (experience.md §4.7). */
const KEEP_MS = 1_500;

/**
 * Keeps what is typed a moment after the last key, and at once when a field, the page or its tab is left; nothing after
 * sign-out, and nothing that nobody touched.
 */
export function useKeptDraft<Values>(values: Values, write: (values: Values) => boolean, isSent: () => boolean): void {
  const { hasLeft } = useServices().leaving;
  const kept = useRef(values);
  const latest = useLatest(values);
  const keep = useMemo(() => {
    const store = keeper<Values>({ write, isSent, hasLeft: hasLeft.read });
    return () => {
      const now = latest();
      if (now !== kept.current && store(now)) kept.current = now;
    };
  }, [write, isSent, hasLeft, latest]);
  useEffect(() => {
    if (values === kept.current) return;
    const timer = setTimeout(keep, KEEP_MS);
    return () => clearTimeout(timer);
  }, [values, keep]);
  useEffect(() => {
    const left = ['focusout', 'visibilitychange'] as const;
    window.addEventListener('pagehide', keep);
    for (const type of left) document.addEventListener(type, keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      for (const type of left) document.removeEventListener(type, keep);
      keep();
    };
  }, [keep]);
}
