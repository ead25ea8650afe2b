import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, sumOfShown, suppressMarks, suppressOne, suppressParts } from './suppress.ts';

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
const small = [0, 1, 2, 3, 4];

/** All that a reader knows of the hidden rows together, from the total and the rows that are shown. */
function hiddenOf(counts: readonly number[], cells: readonly Cell[]) {
  const shown = cells.flatMap(cell => (typeof cell === 'number' ? [cell] : []));
  const under = cells.filter(cell => cell === 'under5').length;
  return { rest: sum(counts) - sum(shown), under, withheld: cells.filter(cell => cell === 'withheld').length };
}

/** Whether so many rows under five and so many of five or more can be this together. */
const canBe = (rest: number, under: number, withheld: number): boolean =>
  withheld > 0 ? rest >= 5 * withheld : rest >= 0 && rest <= 4 * under;

const aRow = fc.oneof(fc.nat(4), fc.nat(12), fc.nat(200));
const someRows = fc.array(aRow, { minLength: 1, maxLength: 14 });

describe('rows that add up to a total', () => {
  it('are shown as they are, or hidden; never changed, and under five never shown', () => {
    fc.assert(
      fc.property(someRows, counts => {
        const cells = suppressParts(counts);
        expect(cells).toHaveLength(counts.length);
        counts.forEach((count, at) => {
          if (count < 5) expect(cells[at]).toBeTypeOf('string');
          else expect([count, 'withheld']).toContain(cells[at]);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('leave each row that is called under five any of 0 to 4, to whoever knows the total', () => {
    fc.assert(
      fc.property(
        someRows.filter(counts => sum(counts) >= 5),
        counts => {
          const { rest, under, withheld } = hiddenOf(counts, suppressParts(counts));
          if (under === 0) return;
          for (const value of small) expect(canBe(rest - value, under - 1, withheld)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('leave nothing alone to be computed: where a row is withheld, another is hidden beside it', () => {
    fc.assert(
      fc.property(someRows, counts => {
        const { under, withheld } = hiddenOf(counts, suppressParts(counts));
        if (withheld + under > 0 && sum(counts) >= 5) expect(withheld + under).toBeGreaterThan(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leave four values at least of a row under five, and more than one of a withheld one, to whoever runs the rule backwards', () => {
    for (const rows of [2, 3, 4]) {
      const told = new Map<string, Set<number>[]>();
      for (const counts of worldsUpTo(5 * rows + 14, rows)) {
        const cells = suppressParts(counts);
        const key = `${sum(counts)}:${cells.join()}`;
        const values = told.get(key) ?? counts.map(() => new Set<number>());
        counts.forEach((count, at) => void values[at]?.add(count));
        told.set(key, values);
      }
      const marksOf = (key: string) => key.slice(key.indexOf(':') + 1).split(',');
      const least = (mark: string) =>
        Math.min(
          ...[...told].flatMap(([key, values]) =>
            marksOf(key).flatMap((cell, at) => (cell === mark ? (values[at]?.size ?? 0) : [])),
          ),
        );
      expect(least('under5'), `${rows} rows`).toBeGreaterThanOrEqual(4);
      expect(least('withheld'), `${rows} rows`).toBeGreaterThanOrEqual(4);
    }
  });

  it.each<[readonly number[], readonly Cell[]]>([
    [
      [12, 5, 7],
      [12, 5, 7],
    ],
    // One row alone would be the rest of the total: the next is withheld with it.
    [
      [12, 3, 9, 20],
      [12, 'under5', 'withheld', 20],
    ],
    // Around the end.
    [
      [12, 20, 0],
      ['withheld', 20, 'under5'],
    ],
    // Five together: neither could be 0.
    [
      [30, 2, 3],
      ['withheld', 'under5', 'under5'],
    ],
    // Six together, and three of them: each may still be anything.
    [
      [30, 2, 3, 1],
      [30, 'under5', 'under5', 'under5'],
    ],
    // All of them zero would be seen from the total.
    [
      [30, 0, 0, 0],
      ['withheld', 'under5', 'under5', 'under5'],
    ],
    // Too thin to be told apart.
    [
      [5, 6],
      ['withheld', 'withheld'],
    ],
    // 3, 5 and 9: two are withheld.
    [
      [3, 5, 9, 40],
      ['under5', 'withheld', 'withheld', 40],
    ],
    [
      [1, 2],
      ['under5', 'under5'],
    ],
  ])('%j is shown as %j', (counts, cells) => {
    expect(suppressParts(counts)).toEqual(cells);
  });
});

/** Every table of so many rows whose total is from five to `most`: none of a total is missing. */
function* worldsUpTo(most: number, rows: number): Generator<number[]> {
  function* fill(left: number, open: number): Generator<number[]> {
    if (open === 0) yield [];
    else
      for (let count = 0; count <= left; count++)
        for (const rest of fill(left - count, open - 1)) yield [count, ...rest];
  }
  for (const counts of fill(most, rows)) if (sum(counts) >= 5) yield counts;
}

describe('rows that do not add up', () => {
  it('hide what is under five, and what leaves under five of the total', () => {
    expect(suppressMarks([0, 4, 5, 20, 25, 26, 30], 30)).toEqual([
      ...['under5', 'under5'],
      ...[5, 20, 25],
      ...['withheld', 'withheld'],
    ]);
  });
  it('are all under five where the total is', () => {
    expect(suppressMarks([0, 3, 4], 4)).toEqual(['under5', 'under5', 'under5']);
    expect(suppressOne(4)).toBe('under5');
    expect(suppressOne(5)).toBe(5);
  });
});

describe('a sum of some rows', () => {
  it('is told where all of them are, and tells nothing new', () => {
    expect(sumOfShown([12, 5])).toBe(17);
    expect(sumOfShown([12, 'under5'])).toBe('withheld');
    expect(sumOfShown(['under5', 'under5'])).toBe('withheld');
    expect(sumOfShown(['under5'])).toBe('under5');
    expect(sumOfShown([7])).toBe(7);
  });
});
