import { expect, it } from 'vitest';
import { aCard } from '../live/a-card.ts';
import { isNumberOnly } from './is-number-only.ts';

const bare = aCard('a', 1, { cond: { done: 0, all: 0 } });

it('knows a card of which only the number is shared', () => {
  expect(isNumberOnly(bare)).toBe(true);
});
it('does not take a case for it that has a name, or something to do, or a turn', () => {
  expect(isNumberOnly({ ...bare, name: '森 あお' })).toBe(false);
  expect(isNumberOnly({ ...bare, next: 'screening.done', cond: { done: 0, all: 2 } })).toBe(false);
  expect(isNumberOnly({ ...bare, turn: { org: null, role: 'doctor', since: '2026-11-20' } })).toBe(false);
});
