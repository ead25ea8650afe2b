import type { Pathway } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { eventFormOf } from '../../testing/event-form-of.ts';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { boardColumns, nextWords, withoutPlaces } from './columns.ts';

const speech = createSpeech(ja, 'ja');
const label = (ja: string) => ({ ja, en: ja });
const pathway: Pathway = {
  version: 1,
  stages: [],
  columns: [
    { id: 'intake', label: label('受付'), phase: 'P1', limit: null },
    { id: 'conference', label: label('共同カンファ'), phase: 'P2', limit: null },
    { id: 'evaluation', label: label('評価入院'), phase: 'P2', limit: null },
    { id: 'closed', label: label('終了'), phase: '-', limit: null },
  ],
  events: [
    {
      type: 'preparation.begun',
      kind: 'move',
      append: false,
      stages: [],
      label: label('準備・技術習得へ進める'),
      todo: label('準備・技術習得へ進める'),
      reading: null,
      alsoCalled: null,
      category: 'plan',
      form: eventFormOf('preparation.begun'),
      schema: {},
    },
  ],
  requirements: [
    {
      id: 'consents',
      text: label('相手すべてへの同意がある(残り {left})'),
      todo: label('相手すべてへの同意を得る'),
      waivable: 'no',
      fix: 'consent.recorded',
    },
  ],
  moves: [],
  words: {},
};

describe('columns of the board', () => {
  it('are the pathway’s, numbered, without the archive', () => {
    expect(boardColumns(pathway, speech).map(({ id, number, phase }) => [id, number, phase])).toEqual([
      ['intake', 1, 1],
      ['conference', 2, 2],
      ['evaluation', 3, 2],
    ]);
  });
});

describe('a condition in words', () => {
  it('is said without its figures where there is no case', () => {
    expect(withoutPlaces('相手すべてへの同意がある(残り {left})')).toBe('相手すべてへの同意がある');
    expect(withoutPlaces('{name}をひとりで')).toBe('…をひとりで');
  });
});

describe('the next step in words', () => {
  it('is what the first unmet condition asks for, as something to do', () => {
    expect(nextWords(pathway, 'consents', speech)).toBe('相手すべてへの同意を得る');
  });
  it('is the move when nothing is missing, and nothing when there is none', () => {
    expect(nextWords(pathway, 'preparation.begun', speech)).toBe('準備・技術習得へ進める');
    expect(nextWords(pathway, null, speech)).toBe('');
  });
});
