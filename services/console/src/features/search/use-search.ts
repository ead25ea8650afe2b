import type { Card } from '@kaerimichi/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { numberFirst } from './number-first.ts';

/** While an answer is awaited, so long after the last keystroke the next is asked for all the same. */
const PAUSE_MS = 120;
const NOTHING: readonly Card[] = [];

/** Cases that match: asked for with the keystroke, of several keystrokes during one answer the last alone. */
export function useSearch(text: string): { cards: readonly Card[]; more: boolean; isMissing: boolean; error: unknown } {
  const api = useApi();
  const typed = text.normalize('NFKC').trim().slice(0, 60);
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.call(routes.search, { body: { q }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const { isFetching } = found;
  useEffect(() => {
    if (!isFetching) return setQ(typed);
    const timer = setTimeout(() => setQ(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, isFetching]);
  const all = q === '' ? NOTHING : (found.data?.cards ?? NOTHING);
  const cards = useMemo(() => numberFirst(all, q), [all, q]);
  return {
    cards,
    more: found.data?.more ?? false,
    isMissing: q !== '' && q === typed && found.isSuccess && !found.isPlaceholderData && cards.length === 0,
    error: found.error,
  };
}
