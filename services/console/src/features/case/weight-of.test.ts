import { expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { kilograms, weightOf } from './weight-of.ts';

const view = (age: number, on: string) => ({
  card: aCard('c', 1, { age }),
  facts: { clinical: { weight: { grams: 7850, on, seq: 3, round: 0 } } },
});

it('is told with its day, and is fresh for as long as a child of that age stays as heavy', () => {
  expect(weightOf(view(8, '2026-11-01'), '2026-11-30')).toEqual({ grams: 7850, on: '2026-11-01', staleDays: null });
  expect(weightOf(view(8, '2026-10-20'), '2026-11-30')?.staleDays).toBe(41);
  expect(weightOf(view(20, '2026-10-20'), '2026-11-30')?.staleDays).toBeNull();
  expect(weightOf(view(20, '2026-08-20'), '2026-11-30')?.staleDays).toBe(102);
  expect(weightOf(view(120, '2026-08-20'), '2026-11-30')?.staleDays).toBeNull();
  expect(weightOf(view(120, '2026-05-01'), '2026-11-30')?.staleDays).toBe(213);
});

it('is nothing where none was recorded, or none is told', () => {
  expect(weightOf({ card: aCard('c', 1), facts: { clinical: {} } }, '2026-11-30')).toBeNull();
  expect(weightOf({ card: aCard('c', 1), facts: {} }, '2026-11-30')).toBeNull();
});

it('is said in kilograms', () => {
  expect([kilograms(7850), kilograms(8200), kilograms(12_345), kilograms(980)]).toEqual([
    '7.85',
    '8.2',
    '12.35',
    '0.98',
  ]);
});
