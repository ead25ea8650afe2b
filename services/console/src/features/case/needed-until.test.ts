import type { WayAhead } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { neededUntil, usualGoal } from './needed-until.ts';

const way = (from: string, to: string): WayAhead => ({ from, to, event: 'x', label: 'x', reasons: [], done: [] });
const ways = [
  way('jointConference', 'readyForDischarge'),
  way('readyForDischarge', 'discharged'),
  way('discharged', 'firstVisit'),
];
const goals = (all: readonly WayAhead[]) => all.map(({ to }) => to);

it('goes up to the stage that is asked about, that one included', () => {
  expect(goals(neededUntil(ways, 'discharged'))).toEqual(['readyForDischarge', 'discharged']);
  expect(goals(neededUntil(ways, 'readyForDischarge'))).toEqual(['readyForDischarge']);
  expect(goals(neededUntil(ways, 'nowhere'))).toEqual(goals(ways));
});

it('asks first about the way home, and afterwards about the end of the way', () => {
  expect(usualGoal(ways)).toBe('discharged');
  expect(usualGoal(ways.slice(2))).toBe('firstVisit');
  expect(usualGoal([])).toBe('');
});
