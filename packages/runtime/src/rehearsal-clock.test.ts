import { expect, it } from 'vitest';
import { rehearsalClock } from './rehearsal-clock.ts';

it('runs whole days ahead of the other clock, which goes on, and back with it', () => {
  let now = '2026-12-01T03:00:00.000Z';
  const clock = rehearsalClock({ now: () => now });
  expect([clock.now(), clock.aheadDays()]).toEqual(['2026-12-01T03:00:00.000Z', 0]);
  clock.runAhead(31);
  now = '2026-12-01T03:00:05.000Z';
  expect([clock.now(), clock.aheadDays(), clock.unpushed.now()]).toEqual(['2027-01-01T03:00:05.000Z', 31, now]);
  clock.runAhead(0);
  expect(clock.now()).toBe(now);
});
