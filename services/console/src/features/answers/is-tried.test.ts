import { expect, it } from 'vitest';
import { isTried } from './is-tried.ts';

const all = ['conference.planned', 'note.added', 'entry.corrected', 'child.died'];
const view = (change = {}) => ({ can: all, facts: { plan: { team: [] } }, stage: 'preparing', ...change });

it('offers to try what one may record and what may change something', () => {
  expect(all.filter(event => isTried(event, view()))).toEqual(['conference.planned']);
});

it('offers nothing to whoever may not record it, is not told of the plan, or stands before a closed case', () => {
  for (const change of [{ can: [] }, { facts: {} }, { stage: 'closed' }])
    expect(isTried('conference.planned', view(change))).toBe(false);
});
