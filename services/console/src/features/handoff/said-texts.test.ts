import { expect, it } from 'vitest';
import { keptTexts, withoutSaid } from './said-texts.ts';

it('begins with what was typed, where something was', () => {
  expect(keptTexts({ 'ask.contacts': '夜間の番号は', n: 3 })).toEqual({ 'ask.contacts': '夜間の番号は' });
  for (const kept of [null, undefined, 'x', {}, { 'ask.contacts': '' }]) expect(keptTexts(kept)).toBeNull();
});
it('keeps the rest when one of them is sent', () => {
  const typed = { 'ask.contacts': '夜間の番号は', note: '満床のため' };
  expect(withoutSaid(typed, ['note'])).toEqual({ 'ask.contacts': '夜間の番号は', note: '' });
  expect(withoutSaid(typed, ['note', 'ask.contacts'])).toBeNull();
});
