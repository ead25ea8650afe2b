import { expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { applyNews, noCards } from '../../live/held-cards.ts';
import { goneSince } from './gone-cases.ts';

const held = applyNews(noCards, [
  { caseId: 'a', version: 1, card: aCard('a', 1) },
  { caseId: 'b', version: 1, card: aCard('b', 1) },
]);

it('names what was shown and is taken away, once', () => {
  const left = applyNews(held, [{ caseId: 'a', version: 2, card: null }]);
  expect(goneSince(held, left)).toEqual([held.cards.get('a')?.no]);
  expect(goneSince(left, left)).toEqual([]);
  expect(goneSince(left, applyNews(left, [{ caseId: 'b', version: 2, card: aCard('b', 2) }]))).toEqual([]);
});
it('names nothing that comes back, and nothing that was never shown', () => {
  const overtaken = applyNews(held, [{ caseId: 'c', version: 5, card: null }]);
  expect(goneSince(held, overtaken)).toEqual([]);
  expect(goneSince(noCards, held)).toEqual([]);
});
