import type { HistoryEvent } from '@kaerimichi/contracts';
import { type RefObject, useEffect } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The entry that an address names (`?entry=7`), brought into sight once it is listed: where a task leads. Its place in the
 * list; -1 where none is named, or it is not there.
 */
export function useEntryInSight(
  list: RefObject<HTMLElement | null>,
  events: readonly Pick<HistoryEvent, 'seq'>[],
): number {
  const [search] = useSearchParams();
  const named = Number(search.get('entry') ?? 0);
  const at = named > 0 ? events.findIndex(({ seq }) => seq === named) : -1;
  const isThere = at >= 0;
  useEffect(() => {
    if (!isThere) return;
    const entry = list.current?.querySelector<HTMLElement>(`[data-seq="${named}"]`);
    if (!entry) return;
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: 'center' });
  }, [list, isThere, named]);
  return at;
}
