import { expect, it } from 'vitest';
import { languageOf, parsePreferences, standardPreferences } from './preferences.ts';

it('keeps what it knows and takes the standard for the rest', () => {
  const kept = JSON.stringify({ theme: 'dark', textSize: 'huge', letters: false, folded: ['home', 3], more: 1 });
  expect(parsePreferences(kept)).toEqual({ ...standardPreferences, theme: 'dark', letters: false, folded: ['home'] });
});
it.each([null, '', 'nonsense', '[]', '"x"', 'null'])('is the standard for %s', text => {
  expect(parsePreferences(text)).toEqual(standardPreferences);
});
it.each([
  [['ja'], 'ja'],
  [['ja-JP', 'en-US'], 'ja'],
  [['en-GB', 'ja'], 'ja'],
  [['en-US', 'en'], 'en'],
  [['pt-BR'], 'en'],
  [['jam'], 'en'],
  [[], 'en'],
] as const)('begins for a browser of %s in %s', (wanted, language) => {
  expect(languageOf(wanted)).toBe(language);
});
