import { useEffect, useMemo, useRef, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { keeper } from './keeper.ts';

type Keeping<Kept> = { readonly write: (values: Kept) => boolean };

const KEEP_MS = 800;

/** Keeps what is typed a moment after the last key, and at once when the page is left or hidden; nothing after sign-out. */
export function useKeptDraft<Kept>(values: Kept, drafts: Keeping<Kept>, isSent: () => boolean): number | null {
  const { hasLeft } = useServices().leaving;
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const first = useRef(values);
  const latest = useLatest(values);
  const keep = useMemo(
    () => keeper<Kept>({ write: drafts.write, isSent, hasLeft: hasLeft.read }),
    [drafts, isSent, hasLeft],
  );
  useEffect(() => {
    if (values === first.current) return;
    const timer = setTimeout(() => {
      if (keep(values)) setKeptAt(Date.now());
    }, KEEP_MS);
    return () => clearTimeout(timer);
  }, [values, keep]);
  useEffect(() => {
    const leave = () => {
      if (latest() !== first.current) keep(latest());
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [latest, keep]);
  return keptAt;
}
