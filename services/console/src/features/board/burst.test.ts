import { expect, it } from 'vitest';
import { createBurst } from './burst.ts';

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
