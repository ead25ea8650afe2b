import { expect, it } from 'vitest';
import { printable } from './printable.ts';

const has = (codePoint: number) => codePoint < 0x1f000 || codePoint === 0x20bb7;

it('keeps every name as it is written', () => {
  expect(printable('髙﨑𠮷 彅', has)).toBe('髙﨑𠮷 彅');
});

it('leaves a shape that a selector asks for to the character', () => {
  expect(printable('辻\u{e0100}', has)).toBe('辻');
});

it('writes what the font has no shape for otherwise, and drops nothing unseen', () => {
  expect(printable('SpO₂ ☐済 ☑未', has)).toBe('SpO2 □済 ■未');
  expect(printable('元気🏠です\u200d', has)).toBe('元気〓です');
});
