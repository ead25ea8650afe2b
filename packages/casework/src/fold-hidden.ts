import type { HistoryEntry } from './casework.ts';
import { HIDDEN, hiddenLabel } from './entry-kind.ts';

/**
 * Entries in a row that are not shared become one, which stands where the last of them stood and says how many they are:
 * when each was written would tell the rhythm of what is withheld. Nothing else is changed; oldest first.
 */
export function foldHidden(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const folded: HistoryEntry[] = [];
  for (const entry of entries) {
    const before = folded.at(-1);
    if (entry.type !== HIDDEN || before?.type !== HIDDEN) folded.push(entry);
    else {
      const count = (before.count ?? 1) + (entry.count ?? 1);
      folded.splice(-1, 1, { ...entry, count, label: hiddenLabel(count) });
    }
  }
  return folded;
}
