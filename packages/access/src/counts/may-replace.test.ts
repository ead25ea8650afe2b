import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedCases } from './counts-report.ts';
import { mayReplace } from './may-replace.ts';

const counted = (more: Partial<CountedCases>): CountedCases => ({
  ...{ total: 0, columns: {}, leads: {}, ages: {}, needs: {}, holds: {}, closed: {}, kinds: [] },
  ...more,
});
const columnOf = ['intake', 'assessment', 'home', 'gone'] as const;
const tallied = (cases: readonly number[]) => {
  const columns: Record<string, number> = {};
  for (const at of cases) {
    const column = columnOf[at] ?? 'gone';
    if (column !== 'gone') columns[column] = (columns[column] ?? 0) + 1;
  }
  return counted({ columns });
};

describe('counts that take the place of others', () => {
  it('never differ by fewer than five cases, whatever these did', () => {
    const place = fc.nat(3);
    const cases = fc.array(fc.tuple(place, place), { maxLength: 40 });
    fc.assert(
      fc.property(cases, moves => {
        const moved = moves.filter(([from, to]) => from !== to).length;
        const replaces = mayReplace(tallied(moves.map(([from]) => from)), tallied(moves.map(([, to]) => to)));
        if (moved < 5) expect(replaces).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[string, Partial<CountedCases>, Partial<CountedCases>, boolean]>([
    ['four entered', { columns: { home: 4 } }, { columns: { home: 8 } }, false],
    ['five entered', { columns: { home: 4 } }, { columns: { home: 9 } }, true],
    ['four moved on', { columns: { intake: 9 } }, { columns: { intake: 5, home: 4 } }, false],
    ['five moved on', { columns: { intake: 9 } }, { columns: { intake: 4, home: 5 } }, true],
    ['five were closed', { closed: {} }, { closed: { completed: 3, deceased: 2 } }, true],
    ['five were handed over', { leads: { hospital: 9 } }, { leads: { hospital: 4, clinic: 5 } }, true],
    ['nine had a birthday', { ages: { 0: 9 } }, { ages: { 1: 9 } }, false],
    ['one got five needs', { needs: {} }, { needs: { a: 1, b: 1, c: 1, d: 1, e: 1 } }, false],
  ])('%s', (_name, before, after, replaces) => {
    expect(mayReplace(counted(before), counted(after))).toBe(replaces);
  });
});
