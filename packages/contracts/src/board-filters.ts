import { addDays, type Day } from '@kaerimichi/discharge';
import type { Card } from './card.ts';

/** `3d`, `7d`: within so many days, what is overdue included. */
export const dueChoices = ['overdue', 'today', '3d', '7d', 'none'] as const;

export type CardFilterKind = 'stage' | 'column' | 'hold' | 'need' | 'lead' | 'due';
/** By kind the values of which a card has one, `any` for any hold; an absent or empty list asks for nothing. */
export type CardFilters = Partial<Readonly<Record<CardFilterKind, readonly string[]>>>;

type Shown = Pick<Card, 'stage' | 'column' | 'holds' | 'needs' | 'lead' | 'due' | 'turn'>;

/** Whether a card as its viewer sees it has what every kind asks for: a filter tells nothing that the card does not. */
export function fitsFilters(card: Shown, filters: CardFilters, today: Day): boolean {
  const any = (kind: CardFilterKind, test: (value: string) => boolean) => {
    const wanted = filters[kind] ?? [];
    return wanted.length === 0 || wanted.some(test);
  };
  return (
    any('stage', stage => card.stage === stage) &&
    any('column', column => card.column === column) &&
    any('hold', code => (code === 'any' ? card.holds.length > 0 : card.holds.some(hold => hold.code === code))) &&
    any('need', need => card.needs.includes(need)) &&
    any('lead', lead => card.lead === lead) &&
    any('due', choice => isDue(card.due?.on, choice, today))
  );
}

function isDue(on: Day | undefined, choice: string, today: Day): boolean {
  if (choice === 'none') return on === undefined;
  if (on === undefined) return false;
  if (choice === 'overdue') return on < today;
  if (choice === 'today') return on === today;
  return on <= addDays(today, choice === '3d' ? 3 : 7);
}

/** Organisation whose turn it is: the lead where the turn names none; null where it is nobody's. */
export const orgOfTurn = ({ turn, lead }: Shown): string | null => (turn ? (turn.org ?? lead) : null);
