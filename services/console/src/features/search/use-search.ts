import type { Card } from '@kaerimichi/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { numberFirst } from './number-first.ts';

/** Between keystrokes; the server answers in less. */
const PAUSE_MS = 120;
const NOTHING: readonly Card[] = [];

/** Cases that match, a moment after the last keystroke. */
export function useSearch(text: string): { cards: readonly Card[]; more: boolean; isMissing: boolean; error: unknown } {
  const api = useApi();
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.normalize('NFKC').trim().slice(0, 60)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.call(routes.search, { body: { q }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const all = q === '' ? NOTHING : (found.data?.cards ?? NOTHING);
  const cards = useMemo(() => numberFirst(all, q), [all, q]);
  return {
    cards,
    more: found.data?.more ?? false,
    isMissing: q !== '' && found.isSuccess && !found.isPlaceholderData && cards.length === 0,
    error: found.error,
  };
}
