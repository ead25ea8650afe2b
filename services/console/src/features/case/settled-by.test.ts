import { expect, it } from 'vitest';
import { settledBy } from './settled-by.ts';

const settled = (type: string, search: string) => settledBy(type, new URLSearchParams(search));

it('is the entry that a correction begins at', () => {
  expect(settled('entry.corrected', 'seq=12')).toEqual({ seq: 12 });
});
it.each(['', 'seq=', 'seq=0', 'seq=-3', 'seq=1e3', 'seq=そのまえの'])(
  'is not known where a correction is opened with “%s”',
  search => {
    expect(settled('entry.corrected', search)).toBeNull();
  },
);
it('is the task that is given to somebody else, or whose day is moved', () => {
  expect(settled('task.dueMoved', 'task=deadline.lapse.skill.suctionOral.mother')).toEqual({
    task: 'deadline.lapse.skill.suctionOral.mother',
  });
  expect(settled('task.assigned', '')).toBeNull();
  expect(settled('task.assigned', 'task=a b')).toBeNull();
});
it('is nothing for any other form', () => {
  expect(settled('note.added', 'seq=12')).toEqual({});
});
