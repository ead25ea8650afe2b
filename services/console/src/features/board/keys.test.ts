import { describe, expect, it } from 'vitest';
import { isGoKey, isUndoKey, keyAction, type Press, pageKeyAction, plainLetter } from './keys.ts';

const press = (key: string, over: Partial<Press> = {}): Press => ({
  key,
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

describe('keys of the board', () => {
  it.each([
    ['m', { do: 'move' }],
    ['h', { do: 'hold' }],
    ['d', { do: 'date' }],
    ['a', { do: 'owner' }],
    ['f', { do: 'control', control: 'f' }],
    ['l', { do: 'control', control: 'l' }],
    ['v', { do: 'control', control: 'v' }],
    ['[', { do: 'lane', isFolded: true }],
    [']', { do: 'lane', isFolded: false }],
    ['x', { do: 'clear' }],
    ['ArrowLeft', { do: 'step', step: 'left' }],
    ['End', { do: 'step', step: 'last' }],
    ['Enter', { do: 'open' }],
    ['k', null],
  ])('%s', (key, action) => {
    expect(keyAction(press(key), true)).toEqual(action);
  });

  it('opens the whole page with Shift and Enter', () => {
    expect(keyAction(press('Enter', { shiftKey: true }), true)).toEqual({ do: 'openPage' });
  });

  it('does nothing while an input method composes, nor with the key that ends it', () => {
    for (const key of ['m', 'x', 'd', 'f', '[', 'Enter', '/', '?', 'ArrowDown']) {
      expect(keyAction(press(key, { isComposing: true }), true)).toBeNull();
      expect(keyAction(press(key, { keyCode: 229 }), true)).toBeNull();
      expect(pageKeyAction(press(key, { keyCode: 229 }), true)).toBeNull();
    }
  });

  it('leaves letters alone once they are switched off, but not the arrows', () => {
    expect(keyAction(press('m'), false)).toBeNull();
    expect(pageKeyAction(press('/'), false)).toBeNull();
    expect(keyAction(press('ArrowUp'), false)).toEqual({ do: 'step', step: 'up' });
  });

  it('leaves the browser its own combinations', () => {
    expect(keyAction(press('m', { ctrlKey: true }), true)).toBeNull();
    expect(keyAction(press('x', { metaKey: true }), true)).toBeNull();
    expect(keyAction(press('ArrowLeft', { altKey: true }), true)).toBeNull();
  });

  it('takes back with Ctrl and Z', () => {
    expect(isUndoKey(press('z', { ctrlKey: true }))).toBe(true);
    expect(isUndoKey(press('z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isUndoKey(press('z'))).toBe(false);
  });

  it('searches with / and helps with ? on every page', () => {
    expect(pageKeyAction(press('/'), true)).toBe('search');
    expect(pageKeyAction(press('?', { shiftKey: true }), true)).toBe('help');
    expect(pageKeyAction(press('a'), true)).toBeNull();
  });

  it('leads with g and a letter to a page, never while somebody composes or letters are off', () => {
    expect(isGoKey(press('g'), true)).toBe(true);
    expect(plainLetter(press('t'), true)).toBe('t');
    const others = [
      press('g', { ctrlKey: true }),
      press('G', { shiftKey: true }),
      press('g', { keyCode: 229 }),
      press('ぐ'),
    ];
    for (const other of others) expect([isGoKey(other, true), plainLetter(other, true)]).toEqual([false, null]);
    expect(isGoKey(press('g'), false)).toBe(false);
  });
});
