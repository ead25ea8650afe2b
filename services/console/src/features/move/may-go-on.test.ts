import { expect, it } from 'vitest';
import { aTransition } from './a-transition.ts';
import { mayGoOn } from './may-go-on.ts';

it('counts a way that still lacks something, but neither the way of others nor an end', () => {
  const open = aTransition('preparation.begun', 'preparing', { enabled: false });
  const ofOthers = { ...open, permitted: false };
  const end = aTransition('child.died', 'closed');
  expect(mayGoOn([end, open])).toBe(true);
  expect(mayGoOn([end, ofOthers])).toBe(false);
  expect(mayGoOn([])).toBe(false);
});
