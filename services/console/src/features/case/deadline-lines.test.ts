import { expect, it } from 'vitest';
import { en } from '../../words/en/index.ts';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { deadlineLines } from './deadline-lines.ts';

const codes = {
  'dueKind.lapse.skill': { ja: '手技の再確認', en: 'Skill to be checked again' },
  'dueKind.lapse.entitlement': { ja: '制度の期限', en: 'Entitlement ends' },
  'dueKind.lapse.consent': { ja: '同意の期限', en: 'Consent ends' },
  'dueKind.discharge': { ja: '退院予定', en: 'Planned discharge' },
  suctionOral: { ja: '口や鼻の吸引', en: 'Suction' },
  tubeFeeding: { ja: '注入', en: 'Tube feeding' },
  mother: { ja: '母', en: 'Mother' },
  father: { ja: '父', en: 'Father' },
  disabilityBook: { ja: '障害者手帳', en: 'Disability book' },
  chronicIllness: { ja: '小慢', en: 'Chronic illness' },
};
const inJa = createSpeech(ja, 'ja', codes);
const inEn = createSpeech(en, 'en', codes);
const skill = (ref: string, on = '2026-12-10') => ({ kind: 'lapse.skill', ref, on });
const said = (rows: Parameters<typeof deadlineLines>[0], speech = inJa) =>
  deadlineLines(rows, speech).map(({ on, words, about }) => [on, words, about]);

it('says what is due on one day for several subjects once, by who it is about', () => {
  const rows = [skill('suctionOral.mother'), skill('suctionOral.father'), skill('tubeFeeding.mother')];
  expect(said(rows)).toEqual([['2026-12-10', '手技の再確認3件', '母: 口や鼻の吸引、注入。父: 口や鼻の吸引']]);
  expect(said(rows, inEn)).toEqual([
    ['2026-12-10', 'Skill to be checked again (3)', 'Mother: Suction, Tube feeding; Father: Suction'],
  ]);
});

it('says of one day alone that it was moved', () => {
  const moved = { times: 2, firstOn: '2026-11-20', seq: 9 };
  const planned = { kind: 'discharge', ref: 'day', on: '2026-12-01', moved };
  expect(deadlineLines([planned], inJa)).toMatchObject([{ moved }]);
  const both = [{ ...skill('suctionOral.mother'), moved }, skill('tubeFeeding.mother')];
  expect(deadlineLines(both, inJa)[0]?.moved).toBeUndefined();
});

it('keeps the days apart, the next first, and says one alone in brackets', () => {
  const discharge = { kind: 'discharge', ref: 'day', on: '2026-12-01' };
  expect(said([skill('suctionOral.mother', '2026-12-11'), skill('tubeFeeding.mother'), discharge])).toEqual([
    ['2026-12-01', '退院予定', ''],
    ['2026-12-10', '手技の再確認(注入、母)', ''],
    ['2026-12-11', '手技の再確認(口や鼻の吸引、母)', ''],
  ]);
});

it('lists subjects of one part in a row, and never joins what says nothing of its subject', () => {
  const entitlement = (ref: string) => ({ kind: 'lapse.entitlement', ref, on: '2026-12-10' });
  const consent = (ref: string) => ({ kind: 'lapse.consent', ref, on: '2026-12-10' });
  const rows = [entitlement('disabilityBook'), consent('a'), entitlement('chronicIllness'), consent('b')];
  expect(said(rows)).toEqual([
    ['2026-12-10', '制度の期限2件', '障害者手帳、小慢'],
    ['2026-12-10', '同意の期限', ''],
    ['2026-12-10', '同意の期限', ''],
  ]);
});
