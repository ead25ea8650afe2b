import { type Card, seenOf } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import type { SeenState } from '../../live/seen-cases.ts';
import { changedSince, differencesOf, markOf } from './seen.ts';

const before = aCard('a', 3, { due: { kind: 'x', on: '2026-11-24' }, cond: { done: 5, all: 8 } });
const seen = (card: Card) => ({ version: card.version, card: seenOf(card) });

describe('what changed since a case was last seen', () => {
  it('is nothing at the same version', () => {
    expect(differencesOf(before, seen(before))).toEqual([]);
  });
  it('names each change with before and after', () => {
    const after = { ...before, version: 5, stage: 'jointConference', cond: { done: 6, all: 8 } };
    expect(differencesOf(after, seen(before))).toEqual([
      { kind: 'stage', before: 'preparing', after: 'jointConference' },
      { kind: 'done', before: 5, after: 6 },
    ]);
  });
  it('still says that something was written when the card looks the same, or how it looked is not told', () => {
    expect(differencesOf({ ...before, version: 4 }, seen(before))).toEqual([{ kind: 'other' }]);
    expect(differencesOf({ ...before, version: 4, stage: 'other' }, { version: 3 })).toEqual([{ kind: 'other' }]);
  });
  it('is a new case when it was never seen', () => {
    expect(differencesOf(before, undefined)).toEqual([{ kind: 'new' }]);
    expect(markOf(differencesOf(before, undefined))).toBe('new');
    expect(markOf(differencesOf({ ...before, version: 4 }, seen(before)))).toBe('changed');
    expect(markOf(undefined)).toBeNull();
  });
});

describe('the board', () => {
  const cards = new Map([['a', before]]);
  const state: SeenState = { isKnown: true, isFirst: false, since: null, cases: new Map() };
  it('has a change for a case that was never seen', () => {
    expect([...changedSince(cards, state).keys()]).toEqual(['a']);
  });
  it('has none before it is known what was seen, and none on the first visit ever', () => {
    expect(changedSince(cards, { ...state, isKnown: false }).size).toBe(0);
    expect(changedSince(cards, { ...state, isFirst: true }).size).toBe(0);
  });
});
