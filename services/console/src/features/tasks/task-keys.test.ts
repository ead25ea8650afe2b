import { expect, it } from 'vitest';
import { taskAction } from './task-keys.ts';

const press = (key: string, over: object = {}) => ({
  ...{ key, keyCode: 0, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...over,
});

it('the list is walked, ticked, dated and given away by keys', () => {
  const done = ['j', 'ArrowDown', 'k', 'ArrowUp', ' ', 'd', 'a'].map(key => taskAction(press(key), true));
  expect(done).toEqual(['next', 'next', 'previous', 'previous', 'tick', 'date', 'assign']);
  for (const key of ['Enter', 'x', 'J', 'Tab']) expect(taskAction(press(key), true), key).toBeNull();
});

it('no key is taken while kana are composed, with another key, or where letters are switched off', () => {
  expect(taskAction(press('j', { isComposing: true }), true)).toBeNull();
  expect(taskAction(press(' ', { keyCode: 229 }), true)).toBeNull();
  expect(taskAction(press('d', { ctrlKey: true }), true)).toBeNull();
  expect(taskAction(press('ArrowDown', { shiftKey: true }), true)).toBeNull();
  expect(['j', 'd'].map(key => taskAction(press(key), false))).toEqual([null, null]);
  expect(taskAction(press(' '), false)).toBe('tick');
});
