import { expect, it } from 'vitest';
import { adopted, languageOf, parsePreferences, standardPreferences } from './preferences.ts';

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

it('are those of the account for whoever signs in, and nothing of the person before', () => {
  const mine = adopted(standardPreferences, 'p1', { theme: 'dark', letters: false });
  expect(mine).toEqual({ ...standardPreferences, theme: 'dark', letters: false, of: 'p1' });
  // The same person again: what this browser knows stays where the account says nothing.
  expect(adopted({ ...mine, textSize: 'large' }, 'p1', {})).toMatchObject({ theme: 'dark', textSize: 'large' });
  expect(adopted(mine, 'p2', { textSize: 'large' })).toEqual({ ...standardPreferences, textSize: 'large', of: 'p2' });
});
it('keep what this browser was told before anybody signed in', () => {
  expect(adopted({ ...standardPreferences, theme: 'dark' }, 'p1', { density: 'compact' })).toMatchObject({
    theme: 'dark',
    density: 'compact',
  });
});
