import type { Card } from '@kaerimichi/contracts';
import { byDeadline } from './placing.ts';

/**
 * The column a phone opens on: where the most urgent card stands that waits for oneself (the earliest deadline first,
 * so what is overdue before all else), else the first with cards.
 */
export function openingColumn(
  columns: readonly string[],
  cards: readonly Card[],
  isMine: (card: Card) => boolean,
): string | undefined {
  const shown = cards.filter(({ column }) => columns.includes(column));
  const urgent = shown.filter(isMine).toSorted(byDeadline)[0];
  return urgent?.column ?? columns.find(id => shown.some(({ column }) => column === id));
}
