import { expect, it } from 'vitest';
import { nextDay } from './next-day.ts';

it('is the next day of the list, else of the board, after today', () => {
  const cards = [{ due: { on: '2026-11-24' } }, {}, { due: { on: '2026-11-20' } }];
  expect(nextDay([{ dueOn: '2026-11-28' }, { dueOn: '2026-11-25' }, {}], cards, '2026-11-22')).toBe('2026-11-25');
  expect(nextDay([{ dueOn: '2026-11-22' }], cards, '2026-11-22')).toBe('2026-11-24');
  expect(nextDay([], [{ due: { on: '2026-11-22' } }], '2026-11-22')).toBeNull();
});
