import type { HistoryEvent } from '@kaerimichi/contracts';
import type { Look } from './last-look.ts';

type Entry = Pick<HistoryEvent, 'seq' | 'by'>;
type Me = { readonly name: string; readonly org: string };

/** Entries that came since the last look and are not one's own; none on a first look, when everything is new. */
export function newSince<Own extends Entry>(events: readonly Own[], last: Look | null, me: Me): Own[] {
  if (!last) return [];
  return events.filter(({ seq, by }) => seq > last.version && (by.name !== me.name || by.org !== me.org));
}

/** Where the divider stands in a list, newest first: before the first entry that was there; -1 where nothing is new. */
export function dividerAt(events: readonly Entry[], last: Look | null, isAnyNew: boolean): number {
  return last && isAnyNew ? events.findIndex(({ seq }) => seq <= last.version) : -1;
}
