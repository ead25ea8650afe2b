import { expect, it } from 'vitest';
import { type EnterPress, enterIn } from './form-keys.ts';

const press = (other: Partial<EnterPress> = {}): EnterPress => ({
  ...{ key: 'Enter', ctrlKey: false, metaKey: false, isComposing: false, keyCode: 13, repeat: false },
  ...other,
});
const line = { tag: 'INPUT', type: 'text', autoComplete: 'off' };
const area = { tag: 'TEXTAREA', type: '', autoComplete: '' };

it('sends nothing by Enter in a line where Japanese is written', () => {
  expect(enterIn(press(), line)).toBe('stay');
  expect(enterIn(press(), { ...line, type: 'tel' })).toBe('stay');
  expect(enterIn(press(), area)).toBeNull();
  expect(enterIn(press(), { tag: 'BUTTON', type: '', autoComplete: '' })).toBeNull();
});
it('sends by Enter where one signs in or searches', () => {
  expect(enterIn(press(), { ...line, type: 'password' })).toBeNull();
  expect(enterIn(press(), { ...line, type: 'search' })).toBeNull();
  expect(enterIn(press(), { ...line, type: 'email' })).toBeNull();
  expect(enterIn(press(), { ...line, autoComplete: 'username webauthn' })).toBeNull();
  expect(enterIn(press(), { ...line, autoComplete: 'one-time-code' })).toBeNull();
  expect(enterIn(press(), { ...line, autoComplete: 'current-password' })).toBeNull();
});
it('sends nothing while an input method has the key, with Ctrl or without', () => {
  for (const held of [{ isComposing: true }, { keyCode: 229 }]) {
    expect(enterIn(press(held), { ...line, type: 'search' })).toBe('stay');
    expect(enterIn(press({ ...held, ctrlKey: true }), line)).toBe('stay');
    expect(enterIn(press({ ...held, ctrlKey: true }), area)).toBeNull();
  }
});
it('sends by Ctrl or Command and Enter from any field, once however long it is held', () => {
  expect(enterIn(press({ ctrlKey: true }), line)).toBe('send');
  expect(enterIn(press({ metaKey: true }), area)).toBe('send');
  expect(enterIn(press({ ctrlKey: true, repeat: true }), area)).toBe('stay');
  expect(enterIn(press({ key: 'a', ctrlKey: true }), line)).toBeNull();
  expect(enterIn(press({ ctrlKey: true }), { tag: 'A', type: '', autoComplete: '' })).toBeNull();
});
