import { expect, it } from 'vitest';
import { countChanges, createBurst } from './burst.ts';

it('is too much to be followed beyond five changes within a second, however they come', () => {
  let now = 0;
  const isBurst = createBurst(() => now);
  expect(isBurst(5)).toBe(false);
  now = 900;
  expect(isBurst(1)).toBe(true);
  now = 1_000;
  expect(isBurst(3)).toBe(false);
  now = 2_500;
  expect(isBurst(6)).toBe(true);
});

it('counts every event of a case between two drawings, and every case that came or went', () => {
  const cards = (versions: Record<string, number>) =>
    new Map(Object.entries(versions).map(([id, version]) => [id, { version }]));
  expect(countChanges(cards({ a: 3, b: 1 }), cards({ a: 3, b: 1 }))).toBe(0);
  // There and back again is drawn where it was, and was much to follow all the same.
  expect(countChanges(cards({ a: 3 }), cards({ a: 19 }))).toBe(16);
  expect(countChanges(cards({ a: 3, gone: 8 }), cards({ a: 4, come: 12 }))).toBe(3);
});
