import { expect, it } from 'vitest';
import { parsePreferences, standardPreferences } from './preferences.ts';

it('keeps what it knows and takes the standard for the rest', () => {
  const kept = JSON.stringify({ theme: 'dark', textSize: 'huge', letters: false, folded: ['home', 3], more: 1 });
  expect(parsePreferences(kept)).toEqual({ ...standardPreferences, theme: 'dark', letters: false, folded: ['home'] });
});
it.each([null, '', 'nonsense', '[]', '"x"', 'null'])('is the standard for %s', text => {
  expect(parsePreferences(text)).toEqual(standardPreferences);
});
