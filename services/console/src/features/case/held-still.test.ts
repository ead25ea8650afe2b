import { expect, it } from 'vitest';
import { heldStill } from './held-still.ts';

const view = {
  facts: { plan: { holds: [{ id: 'w1' }, { id: 'w2', owner: 'visitor' }] } },
  can: ['hold.removed', 'task.dueMoved'],
  card: { lead: 'h1' },
};
const nurse = { membership: 'nurse', org: 'h1' };
const visitor = { membership: 'visitor', org: 'v1' };

it('offers another day for a hold to whoever may move it, once one is chosen', () => {
  expect(heldStill(view, 'w1', nurse)).toBe(true);
  expect(heldStill(view, 'w2', visitor)).toBe(true);
  expect(heldStill(view, 'w1', visitor)).toBe(false);
  expect(heldStill(view, '', nurse)).toBe(false);
  expect(heldStill({ ...view, can: ['hold.removed'] }, 'w1', nurse)).toBe(false);
});
