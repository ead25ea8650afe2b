import { sortKeys } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { pressSort, readSort, sortCards, sortWord } from './sort-cards.ts';

const cards = [
  aCard('a', 1, { no: 'K-0100', age: 30, due: { kind: 'visit', on: '2026-12-01' } }),
  aCard('b', 1, { no: 'K-0020', age: 7, due: { kind: 'visit', on: '2026-11-01' } }),
  aCard('c', 1, { no: 'K-0003' }),
].map(({ age, due, ...card }) => ({ ...card, ...(card.id === 'c' ? {} : { age, due }) }));
const words = { stageAt: () => 0, turn: () => '', orgName: () => '' };
const order = (sort: string | null) =>
  sortCards(cards, readSort(sort), words)
    .map(({ id }) => id)
    .join('');

it('stands by deadline at first, and a case without one stands last', () => {
  expect(order(null)).toBe('bac');
  expect(order('nonsense')).toBe('bac');
});
it('sorts by what is asked, up and down, with nothing always last', () => {
  expect(order('age')).toBe('bac');
  expect(order('-age')).toBe('abc');
  expect(order('no')).toBe('cba');
});
it('keeps equals by deadline', () => {
  expect(order('stage')).toBe('bac');
  expect(order('-stage')).toBe('bac');
});
it('turns round at a second press on the same heading', () => {
  expect(pressSort(readSort('no'), 'no')).toBe('-no');
  expect(pressSort(readSort('-no'), 'no')).toBe('no');
  expect(pressSort(readSort('-no'), 'age')).toBe('age');
});

it('is named in the address so that it is read back as it was', () => {
  for (const by of sortKeys)
    for (const isDown of [false, true]) expect(readSort(sortWord({ by, isDown }))).toEqual({ by, isDown });
});
