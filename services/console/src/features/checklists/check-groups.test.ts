import { expect, it } from 'vitest';
import { checkGroups, isSettled } from './check-groups.ts';

const item = (
  section: 'supplies' | 'familyReady',
  state: 'notBegun' | 'checkDone' | 'notApplicable',
  isMet?: boolean | null,
) => ({
  section,
  state,
  condition: isMet === undefined ? null : { text: { ja: '', en: '' }, isMet, route: '' },
});

it('items stand by section, in its order, with how many are settled', () => {
  const items = [item('supplies', 'checkDone'), item('familyReady', 'notBegun'), item('supplies', 'notBegun')];
  expect(checkGroups(items).map(({ section, items: own, done }) => [section, own.length, done])).toEqual([
    ['familyReady', 1, 0],
    ['supplies', 2, 1],
  ]);
});

it('an item is settled when it was ticked, does not apply, or its condition is met', () => {
  expect(isSettled(item('supplies', 'notApplicable'))).toBe(true);
  expect(isSettled(item('supplies', 'notBegun', true))).toBe(true);
  expect(isSettled(item('supplies', 'notBegun', false))).toBe(false);
  // Of a condition that is not told nothing is known.
  expect(isSettled(item('supplies', 'notBegun', null))).toBe(false);
});
