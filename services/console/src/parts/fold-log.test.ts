import { expect, it } from 'vitest';
import { foldLog } from './fold-log.ts';

const entry = (clock: string, who: string) => ({ at: `2026-11-29T${clock}:00Z`, who });
const told = (entries: readonly ReturnType<typeof entry>[]) =>
  foldLog(entries, ({ who }) => who).map(({ entry: { at, who }, count, since }) => [
    who,
    count,
    since.slice(11, 16),
    at.slice(11, 16),
  ]);

it('tells what one person did within an hour once, with how often, since when and until when', () => {
  const log = [entry('11:30', 'a'), entry('11:29', 'b'), entry('11:29', 'a'), entry('10:30', 'a')];
  expect(told(log)).toEqual([
    ['a', 3, '10:30', '11:30'],
    ['b', 1, '11:29', '11:29'],
  ]);
});

it('tells what is more than an hour before the newest by itself', () => {
  expect(told([entry('11:30', 'a'), entry('10:45', 'a'), entry('10:29', 'a'), entry('10:00', 'a')])).toEqual([
    ['a', 2, '10:45', '11:30'],
    ['a', 2, '10:00', '10:29'],
  ]);
});

it('is the log itself where nothing came twice', () => {
  expect(told([])).toEqual([]);
  expect(told([entry('11:30', 'a'), entry('11:29', 'b')])).toHaveLength(2);
});
