import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { differencesOf, firstVisit, noteSeen, nothingSeen, seenOf } from './seen.ts';

const before = aCard('a', 3, { due: { kind: 'x', on: '2026-11-24' }, cond: { done: 5, all: 8 } });

describe('what changed since a case was last seen', () => {
  it('is nothing at the same version', () => {
    expect(differencesOf(before, seenOf(before))).toEqual([]);
  });
  it('names each change with before and after', () => {
    const after = { ...before, version: 5, stage: 'jointConference', cond: { done: 6, all: 8 } };
    expect(differencesOf(after, seenOf(before))).toEqual([
      { kind: 'stage', before: 'preparing', after: 'jointConference' },
      { kind: 'done', before: 5, after: 6 },
    ]);
  });
  it('still says that something was written when the card looks the same', () => {
    expect(differencesOf({ ...before, version: 4 }, seenOf(before))).toEqual([{ kind: 'other' }]);
  });
  it('is a new case when it was never seen', () => {
    expect(differencesOf(before, undefined)).toEqual([{ kind: 'new' }]);
  });
});

describe('noting what was seen', () => {
  it('counts everything as seen on the first visit', () => {
    const cards = new Map([['a', before]]);
    const seen = firstVisit(cards, '2026-11-22T05:05:00.000Z');
    expect(differencesOf(before, seen.cases.a)).toEqual([]);
  });
  it('forgets cases that left the board and holds no name', () => {
    const named = { ...before, name: '石井 そら' };
    const seen = noteSeen({ ...nothingSeen, cases: { gone: seenOf(before) } }, [named], new Map([['a', named]]));
    expect(Object.keys(seen.cases)).toEqual(['a']);
    expect(JSON.stringify(seen)).not.toContain('石井');
  });
});
