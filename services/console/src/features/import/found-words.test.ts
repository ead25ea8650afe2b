import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { foundWords } from './found-words.ts';

const speech = createSpeech(ja, 'ja');
const text = { ja: '', en: '' };
const leftOutOf = (...kinds: (string | undefined)[]) =>
  kinds.map((kind, at) => ({ path: `entry[${at}]`, why: 'noPatient', text, ...(kind ? { resourceType: kind } : {}) }));
const reportOf = (...kinds: (string | undefined)[]) => ({
  resources: kinds.length,
  leftOut: leftOutOf(...kinds),
  leftOutCount: kinds.length,
});

it('names what stood in the file, the commonest first', () => {
  const report = reportOf('Observation', 'MedicationRequest', 'Observation', 'Organization');
  expect(foundWords(report, speech)).toBe('検査・測定 2件、処方 1件、組織 1件');
});
it('counts the rarer kinds, and what has none, together', () => {
  const report = reportOf('Observation', 'Device', 'Goal', 'Location', 'Claim', undefined);
  expect(foundWords(report, speech)).toBe('検査・測定 1件、機器 1件、目標 1件、場所 1件、ほか2件');
});
it('is empty where nothing could be read', () => {
  expect(foundWords({ resources: 0, leftOut: [], leftOutCount: 0 }, speech)).toBe('');
});
