import { expect, it } from 'vitest';
import { numberFirst } from './number-first.ts';

const found = (text: string, ...nos: string[]) =>
  numberFirst(
    nos.map(no => ({ no })),
    text,
  ).map(({ no }) => no);

it('is the case whose number was typed, before those in whose longer numbers it stands', () => {
  expect(found('142', 'K-14233', 'K-55142', 'K-0142')).toEqual(['K-0142', 'K-55142', 'K-14233']);
  expect(found('0142', 'K-30142', 'K-0142')).toEqual(['K-0142', 'K-30142']);
});

it('leaves names and other words in the order in which they came', () => {
  expect(found('K-0', 'K-0142', 'K-0031')).toEqual(['K-0142', 'K-0031']);
  expect(found('', 'K-0142', 'K-0031')).toEqual(['K-0142', 'K-0031']);
});
