import { expect, it } from 'vitest';
import { MOST_VIEWS, withFolded } from './folded-lanes.ts';

it('keeps the folded lanes of each view by itself, and nothing of a view without', () => {
  const one = withFolded({}, 'm1 week lead', ['h1']);
  const two = withFolded(one, 'm1 week station', ['v1', '']);
  expect(two).toEqual({ 'm1 week lead': ['h1'], 'm1 week station': ['v1', ''] });
  expect(withFolded(two, 'm1 week lead', [])).toEqual({ 'm1 week station': ['v1', ''] });
});

it('forgets the view that was folded longest ago', () => {
  let kept = {};
  for (let n = 0; n <= MOST_VIEWS; n++) kept = withFolded(kept, `m ${n}`, ['a']);
  expect(Object.keys(kept)).toHaveLength(MOST_VIEWS);
  expect(kept).not.toHaveProperty('m 0');
});
