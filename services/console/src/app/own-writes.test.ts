import { expect, it } from 'vitest';
import { createOwnWrites } from './own-writes.ts';

it('knows how far somebody has come by their own entries alone, since a draft was begun', () => {
  const own = createOwnWrites();
  expect(own.seenUpTo('a', 3)).toBe(3);
  own.note('a', 4);
  own.note('a', 5);
  own.note('a', 7);
  own.note('b', 4);
  expect(own.seenUpTo('a', 3)).toBe(5);
  expect(own.seenUpTo('a', 6)).toBe(7);
  expect(own.seenUpTo('b', 4)).toBe(4);
});
