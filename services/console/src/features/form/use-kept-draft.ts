import { useEffect, useRef, useState } from 'react';
import { useLatest } from '../../parts/use-latest.ts';
import type { Values } from './values.ts';

type Keeping = { readonly write: (values: Values) => boolean };

const KEEP_MS = 800;

/** Keeps what is typed a moment after the last key, and at once when the page is left or hidden. */
export function useKeptDraft(values: Values, drafts: Keeping, isSent: () => boolean): number | null {
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const first = useRef(values);
  const latest = useLatest(values);
  useEffect(() => {
    if (values === first.current) return;
    const timer = setTimeout(() => {
      if (!isSent() && drafts.write(values)) setKeptAt(Date.now());
    }, KEEP_MS);
    return () => clearTimeout(timer);
  }, [values, drafts, isSent]);
  useEffect(() => {
    const keep = () => {
      if (!isSent() && latest() !== first.current) drafts.write(latest());
    };
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, [drafts, latest, isSent]);
  return keptAt;
}
