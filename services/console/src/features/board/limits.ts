import type { Pathway } from '@kaerimichi/contracts';
import type { Limits } from './board-settings.ts';

/** A limit as it is typed, full width too: 1 to 999, null for none, undefined for what is no such number. */
export function limitTyped(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^[1-9]\d{0,2}$/.test(plain) ? Number(plain) : undefined;
}

/** By column what the view says, else what the rule set of the own organisation does. */
export const limitsIn = (columns: Pathway['columns'], own: Limits): Limits => ({
  ...Object.fromEntries(columns.flatMap(({ id, limit }) => (limit === null ? [] : [[id, limit]]))),
  ...own,
});

/** Whether a column has more cases than are thought to be enough. It tells; nothing is held back by it. */
export const isOverLimit = (count: number, limit: number | undefined): limit is number =>
  limit !== undefined && count > limit;
