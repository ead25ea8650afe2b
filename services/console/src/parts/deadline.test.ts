import { expect, it } from 'vitest';
import { deadlineOf } from './deadline.ts';

it.each([
  ['2026-11-19', 'overdue', 3],
  ['2026-11-22', 'today', 0],
  ['2026-11-23', 'soon', 1],
  ['2026-11-25', 'soon', 3],
  ['2026-11-26', 'due', 4],
  [undefined, 'none', 0],
])('%s is %s', (on, kind, days) => {
  expect(deadlineOf(on, '2026-11-22')).toEqual({ kind, days });
});
