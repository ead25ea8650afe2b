import type { Pathway } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { boardColumns, nextWords } from './columns.ts';

const speech = createSpeech(ja, 'ja');
const label = (ja: string) => ({ ja, en: ja });
const pathway: Pathway = {
  version: 1,
  stages: [],
  columns: [
    { id: 'intake', label: label('受付'), phase: 'P1' },
    { id: 'conference', label: label('共同カンファ'), phase: 'P2' },
    { id: 'evaluation', label: label('評価入院'), phase: 'P2' },
    { id: 'closed', label: label('終了'), phase: '-' },
  ],
  events: [
    {
      type: 'preparation.begun',
      kind: 'move',
      append: false,
      stages: [],
      label: label('準備・技術習得へ進める'),
      category: 'plan',
      schema: {},
    },
  ],
  requirements: [
    { id: 'consents', text: label('相手すべてへの同意がある(残り {left})'), waivable: 'no', fix: 'consent.recorded' },
    { id: 'skill', text: label('{name}をひとりで'), waivable: 'safety', fix: 'skill.assessed' },
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

describe('the next step in words', () => {
  it('is the condition without its figures', () => {
    expect(nextWords(pathway, 'consents', speech)).toBe('相手すべてへの同意がある');
    expect(nextWords(pathway, 'skill', speech)).toBe('…をひとりで');
  });
  it('is the move when nothing is missing, and nothing when there is none', () => {
    expect(nextWords(pathway, 'preparation.begun', speech)).toBe('準備・技術習得へ進める');
    expect(nextWords(pathway, null, speech)).toBe('');
  });
});
