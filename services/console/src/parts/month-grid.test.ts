import { expect, it } from 'vitest';
import { calendarStep, monthGrid } from './month-grid.ts';

it('lays a month out in weeks from Sunday', () => {
  const weeks = monthGrid('2026-11-22');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toBe('2026-11-01');
  expect(weeks[3]?.[0]).toBe('2026-11-22');
  expect(monthGrid('2026-08-15')).toHaveLength(6);
  expect(monthGrid('2026-02-10')).toHaveLength(4);
  expect(monthGrid('2026-12-31')[0]?.[0]).toBe('2026-11-29');
});
it.each([
  ['ArrowRight', '2026-11-23'],
  ['ArrowUp', '2026-11-15'],
  ['End', '2026-11-28'],
  ['Home', '2026-11-22'],
  ['PageDown', '2026-12-22'],
  ['PageUp', '2026-10-22'],
  ['a', null],
])('%s moves to %s', (key, day) => {
  expect(calendarStep('2026-11-22', key)).toBe(day);
});
