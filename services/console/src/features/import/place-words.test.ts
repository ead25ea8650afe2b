import { expect, it } from 'vitest';
import { en } from '../../words/en/index.ts';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { placeWords } from './place-words.ts';

const [japanese, english] = [createSpeech(ja, 'ja'), createSpeech(en, 'en')];

it.each([
  ['entry[4].resource', '5番目の項目(entry[4].resource)', 'entry 5 (entry[4].resource)'],
  [
    'entry[0].resource.contact[1]',
    '1番目の項目(entry[0].resource.contact[1])',
    'entry 1 (entry[0].resource.contact[1])',
  ],
  ['line 12', '12行目', 'line 12'],
  ['line 12.contact[0]', '12行目 contact[0]', 'line 12 contact[0]'],
  ['contact[0]', 'contact[0]', 'contact[0]'],
])('%s is said in words', (path, inJapanese, inEnglish) => {
  expect(placeWords(path, japanese)).toBe(inJapanese);
  expect(placeWords(path, english)).toBe(inEnglish);
});
