import { expect, it } from 'vitest';
import { begunForms } from './local-drafts.ts';

it('finds the forms of cases among what is kept, and nothing else', () => {
  const places = ['c-1.note.added', 'c-1.entry.corrected.12', 'cases/new', 'c-2.handoff.composed', 'register'];
  expect(begunForms(places)).toEqual([
    { caseId: 'c-1', type: 'note.added' },
    { caseId: 'c-2', type: 'handoff.composed' },
  ]);
});
