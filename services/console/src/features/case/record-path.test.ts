import { expect, it } from 'vitest';
import { recordPath } from './record-path.ts';

it('is the form of an event', () => {
  expect(recordPath('c1', 'note.added')).toBe('/cases/c1/record/note.added');
});

it('is for a handoff the page on which it is written or read, or all of the case where none is named', () => {
  expect(recordPath('c1', 'handoff.composed')).toBe('/cases/c1/handoffs/new');
  expect(recordPath('c1', 'handoff.composed', 'h1')).toBe('/cases/c1/handoffs/h1/revise');
  expect(recordPath('c1', 'handoff.asked', 'h1')).toBe('/cases/c1/handoffs/h1');
  expect(recordPath('c1', 'handoff.accepted')).toBe('/cases/c1/handoffs');
});
