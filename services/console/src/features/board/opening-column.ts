import type { Card } from '@kaerimichi/contracts';
import { byDeadline } from './placing.ts';

type Board = {
  readonly columns: readonly string[];
  readonly cards: readonly Card[];
  readonly today: string;
  readonly isMine: (card: Card) => boolean;
};

/**
 * The column a phone opens on. What is overdue comes before all else: the oldest that waits for oneself, or the first
 * column with any. Then what waits for oneself, then what is due soonest, then the first column with cards.
 */
export function openingColumn({ columns, cards, today, isMine }: Board): string | undefined {
  const shown = cards.filter(({ column }) => columns.includes(column)).toSorted(byDeadline);
  const isOverdue = ({ due }: Card) => due !== undefined && due.on < today;
  const mine = shown.filter(isMine);
  const firstWith = (some: readonly Card[]) => columns.find(id => some.some(({ column }) => column === id));
  return (
    mine.find(isOverdue)?.column ??
    firstWith(shown.filter(isOverdue)) ??
    mine[0]?.column ??
    shown.find(({ due }) => due !== undefined)?.column ??
    firstWith(shown)
  );
}
