import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { freshnessAt, isNight } from './freshness.ts';
import { marksAfter, marksAt, movedCards } from './wall-marks.ts';

const board = (columns: Readonly<Record<string, string>>) =>
  new Map(Object.entries(columns).map(([id, column]) => [id, aCard(id, 1, { column })]));
const none = new Map();

describe('marks on a wall', () => {
  it('are none on what was there when it began', () => {
    expect(marksAfter(none, null, board({ a: 'intake' }), 0)).toBe(none);
    expect(movedCards(null, board({ a: 'intake' }))).toEqual([]);
  });

  it('are half a minute for what moved and a minute for what is new', () => {
    const before = board({ a: 'intake', b: 'intake' });
    const after = board({ a: 'home', b: 'intake', c: 'intake' });
    const marks = marksAfter(none, before, after, 1_000);
    expect([...marks]).toEqual([
      ['a', { kind: 'moved', until: 31_000 }],
      ['c', { kind: 'new', until: 61_000 }],
    ]);
    expect(movedCards(before, after)).toEqual(['a']);
    expect(marksAt(marks, 30_999)).toBe(marks);
    expect([...marksAt(marks, 31_000).keys()]).toEqual(['c']);
    expect([...marksAfter(marks, after, board({ a: 'home' }), 2_000).keys()]).toEqual(['a']);
  });
});

describe('a wall', () => {
  it.each([
    [0, 'now'],
    [29_999, 'now'],
    [30_000, 'stale'],
    [599_999, 'stale'],
    [600_000, 'lost'],
  ])('%i ms after it was last right is %s', (age, expected) => {
    expect(freshnessAt(5_000, 5_000 + age, 0)).toBe(expected);
  });

  it('that was never right counts from when it was opened', () => {
    expect([0, 30_000, 600_000].map(now => freshnessAt(null, now, 0))).toEqual(['waiting', 'stale', 'lost']);
  });

  it('is dark from seven to seven', () => {
    expect(['18:59', '19:00', '23:59', '00:00', '06:59', '07:00', '12:00'].map(isNight)).toEqual([
      ...[false, true, true, true, true, false, false],
    ]);
  });
});
