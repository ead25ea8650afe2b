import type { Card } from '@kaerimichi/contracts';

/** Cards from the rows of a first board: values in the order of `columns`, absent ones null. */
export function readRows(columns: readonly string[], rows: readonly (readonly unknown[])[]): Card[] {
  return rows.map(row => {
    const pairs = columns.map((name, at) => [name, row[at]] as const);
    const present = pairs.filter(([name, value]) => value !== null || name === 'next');
    // The contract's own projection (cardColumns), from the same origin and build.
    return Object.fromEntries(present) as Card;
  });
}
