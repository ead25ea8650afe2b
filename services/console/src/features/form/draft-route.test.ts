import { expect, it } from 'vitest';
import { draftRoute } from './draft-route.ts';

it('is the page of the form, and what it is settled to be about only where that is open', () => {
  const of = (pathname: string, search = '') => draftRoute({ pathname, search }, { caseId: 'c1', type: 'note.added' });
  expect(of('/cases/c1/record/note.added', '?task=t1')).toBe('/cases/c1/record/note.added?task=t1');
  expect(of('/board', '?q=x')).toBe('/cases/c1/record/note.added');
  expect(of('/cases/c2/record/note.added', '?task=t1')).toBe('/cases/c1/record/note.added');
});
