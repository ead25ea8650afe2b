/**
 * How counts of children are made fit to be shown: what is under five is hidden, and so is what it could be computed from.
 *
 * What holds, for one answer: whoever reads every table of it, the totals too, can compute no hidden cell, and of a cell
 * that is called under five cannot exclude any of 0, 1, 2, 3 and 4. Zero is hidden like the rest, so that a first child
 * in a row is not seen to come. Tables are never crossed with each other: beside the total, which is taken as known
 * throughout, two of them have nothing in common that could be subtracted.
 *
 * What does not hold, and cannot by hiding alone:
 * - A reader who also knows this rule and runs it backwards may, where rows are small throughout, exclude one of the five
 *   values of a hidden cell; four stay possible (`suppress.test.ts` counts them).
 * - Between two reports a cell may pass from hidden to shown. Reports are replaced only in batches of five cases and more
 *   (`may-replace.ts`), so that what one known child meant for a row is not to be told; who knows all of a batch can.
 * - Who knows some of the children from elsewhere, the cases of a hospital for example, may subtract them.
 */

/** The smallest count that is shown. */
const LEAST_SHOWN = 5;
const MOST_HIDDEN = LEAST_SHOWN - 1;

/** A count; `under5`: 0 to 4; `withheld`: not told, since a cell under five could be computed from it. */
export type Cell = number | 'under5' | 'withheld';

/** A count that is part of no sum. */
export const suppressOne = (count: number): Cell => (count < LEAST_SHOWN ? 'under5' : count);

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * Whether every hidden small row may still be each of 0 to 4, to a reader who knows what all hidden rows are together and
 * that the withheld ones are five or more each. Reads nothing that such a reader does not know.
 */
function isOpen(small: number, withheld: number, hiddenSum: number): boolean {
  if (withheld === 0) return hiddenSum >= MOST_HIDDEN && hiddenSum <= MOST_HIDDEN * (small - 1);
  return hiddenSum >= MOST_HIDDEN + LEAST_SHOWN * withheld;
}

/**
 * Rows of a table in which every case stands in exactly one row, so that they add up to the total. Rows under five are
 * hidden. Where the rest of the total would tell them, the rows that follow the first of them are withheld one by one,
 * around the end, until it does not: by place, since the choice of the smallest would tell how small it is. A table
 * that is thin, of fewer than about five cases a row, is withheld whole, whatever its rows are: in any other there are
 * rows enough to withhold. Of a total that is itself hidden every row is under five.
 */
export function suppressParts(counts: readonly number[]): Cell[] {
  const total = sumOf(counts);
  if (total < LEAST_SHOWN) return counts.map(() => 'under5');
  if (counts.length > 1 && !isOpen(0, counts.length, total)) return counts.map(() => 'withheld');
  const isSmall = counts.map(count => count < LEAST_SHOWN);
  const first = isSmall.indexOf(true);
  if (first === -1) return [...counts];
  const around = counts.map((_count, at) => (first + at) % counts.length).filter(at => !isSmall[at]);
  const small = counts.filter(count => count < LEAST_SHOWN);
  const withheld: number[] = [];
  const hiddenSum = () => sumOf([...small, ...withheld.map(at => counts[at] ?? 0)]);
  for (const next of around) {
    if (isOpen(small.length, withheld.length, hiddenSum())) break;
    withheld.push(next);
  }
  return counts.map((count, at) => (isSmall[at] ? 'under5' : withheld.includes(at) ? 'withheld' : count));
}

/**
 * Rows of a table in which a case stands in every row that applies to it, or in none. They add up to nothing; but each
 * says also how many of the total it does not apply to, and where that is under five it is withheld. How many cases
 * stand in no row is not to be shown beside it: the rows overlap within what is left, and could be bounded by it.
 */
export function suppressMarks(counts: readonly number[], total: number): Cell[] {
  return counts.map(count => {
    if (count < LEAST_SHOWN) return 'under5';
    return total - count < LEAST_SHOWN ? 'withheld' : count;
  });
}

/**
 * The sum of some rows of a table, from the cells as they are shown: it tells nothing that they do not. Of one row it is
 * that row.
 */
export function sumOfShown(cells: readonly Cell[]): Cell {
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return only;
  const shown = cells.flatMap(cell => (typeof cell === 'number' ? [cell] : []));
  return shown.length === cells.length ? sumOf(shown) : 'withheld';
}
