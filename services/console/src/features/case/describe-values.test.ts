import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { fieldsOf } from '../form/schema.ts';
import { describeBody } from './describe-values.ts';

const speech = createSpeech(ja, 'ja', { mother: { ja: '母', en: 'Mother' } });
const label = (text: string) => ({ ja: text, en: text });
const schema = {
  properties: {
    type: { const: 'x' },
    holdId: { type: 'string', pattern: 'x', 'x-ref': 'holds', 'x-new': 'always' },
    recipient: { type: 'string', pattern: 'x', 'x-label': label('相手先'), 'x-ref': 'orgs' },
    code: {
      type: 'string',
      enum: ['equipment'],
      'x-label': label('理由'),
      'x-words': { equipment: label('機器の手配待ち') },
    },
    recheckOn: { type: 'string', format: 'date', 'x-label': label('次の確認') },
    level: { type: 'integer', 'x-label': label('習得の段階') },
    times: { type: 'integer', 'x-label': label('回数') },
    urgent: { type: 'boolean', 'x-label': label('急ぎ') },
    caregiver: { type: 'string', pattern: 'x', 'x-label': label('だれが') },
    givers: {
      type: 'array',
      'x-label': label('同意した人'),
      items: {
        type: 'object',
        properties: {
          relation: { type: 'string', enum: ['mother'], 'x-label': label('続柄'), 'x-words': { mother: label('母') } },
          joint: { type: 'boolean', 'x-label': label('共同で') },
        },
      },
    },
  },
};

it('says an event in the words of its form, without ids', () => {
  const body = {
    holdId: 'a1',
    recipient: 'v1',
    code: 'equipment',
    recheckOn: '2026-11-25',
    level: 3,
    times: 2,
    urgent: false,
    caregiver: 'mother',
    givers: [{ relation: 'mother', joint: true }, { relation: 'mother' }],
  };
  const said = describeBody(fieldsOf(schema, 'ja'), body, {
    speech,
    names: { v1: 'のぞみ訪問看護ステーション' },
    today: '2026-11-20',
  });
  expect(said.map(({ label, text }) => `${label} ${text}`)).toEqual([
    '相手先 のぞみ訪問看護ステーション',
    '理由 機器の手配待ち',
    '次の確認 11/25(水)',
    '習得の段階 3 見守り',
    '回数 2',
    '急ぎ いいえ',
    'だれが 母',
    '同意した人 母(共同で はい)、母',
  ]);
});
