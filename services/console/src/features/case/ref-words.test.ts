import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { refWords } from './ref-words.ts';

/** Words of the pathway's codes; the same code stands for other things elsewhere (`day` for the daytime). */
const speech = createSpeech(ja, 'ja', {
  suctionOral: { ja: '吸引(口鼻)', en: 'Suction (mouth, nose)' },
  mother: { ja: '母', en: 'Mother' },
  grandparent: { ja: '祖父母', en: 'Grandparent' },
  disabilityBook: { ja: '障害者手帳', en: 'Disability book' },
  month1: { ja: '1か月', en: 'Month 1' },
  day: { ja: '日中', en: 'Day' },
  first: { ja: '初回訪問', en: 'First visit' },
  screening: { ja: '依頼・スクリーニング', en: 'Screening' },
});

it.each([
  ['lapse.skill', 'suctionOral.mother', '(吸引(口鼻)、母)'],
  ['lapse.skill', 'suctionOral.grandparent-2', '(吸引(口鼻)、祖父母(2人目))'],
  ['lapse.entitlement', 'disabilityBook', '(障害者手帳)'],
  ['followUp', 'month1', '(1か月)'],
  // What else is called by these names has nothing to do with the deadline.
  ['discharge', 'day', ''],
  ['outpatient', 'first', ''],
  ['rescreen', 'screening', ''],
  ['lapse.order', 'order', ''],
  ['holdRecheck', '0b7f6a2e-6f2a-4c1d-9a53-1d2f3c4b5a69', ''],
  // A code that has no word says nothing.
  ['lapse.skill', 'suctionOral.c1', ''],
])('says what %s of %s is about', (kind, ref, told) => {
  expect(refWords({ kind, ref }, speech)).toBe(told);
});
