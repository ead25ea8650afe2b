import { expect, it } from 'vitest';
import { caseOf } from './use-reading.ts';

it.each([
  ['/cases/c1', 'c1'],
  ['/cases/c1/facts', 'c1'],
  ['/cases/c1/record/note.added', 'c1'],
  ['/cases/newer', 'newer'],
  ['/cases/new', null],
  ['/board', null],
  ['/cases', null],
])('of %s the case is %s', (pathname, caseId) => {
  expect(caseOf(pathname)).toBe(caseId);
});
