import type { Pathway } from '@kaerimichi/contracts';
import { taskKinds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { en } from '../../words/en/index.ts';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { toldTask } from './told-task.ts';

const word = (text: string) => ({ ja: text, en: text });
const speech = createSpeech(ja, 'ja', {
  'dueKind.lapse.skill': word('手技の再確認'),
  suctionOral: word('口や鼻の吸引'),
  mother: word('母'),
});
const todo = word('議事録を承認する');
const pathway = { requirements: [{ id: 'minutesApproved', todo }] } as unknown as Pathway;
const said = (key: string) => toldTask(key, { pathway, items: { h1: '住まい 12/3(木)' } }, speech);

describe('a task in a history', () => {
  it('is said as what it asks for, or as the item that it is about', () => {
    expect(said('turn.minutesApproved')).toBe('議事録を承認する');
    expect(said('turn.move')).toBe('段階を進める');
    expect(said('hold.h1')).toBe('止まっている理由 住まい 12/3(木)');
    expect(said('question.h1.q1')).toBe('引き継ぎの質問 住まい 12/3(木)');
    expect(said('deadline.lapse.skill.suctionOral.mother')).toBe('手技の再確認(口や鼻の吸引、母)');
  });

  it('is nothing where its key says nothing', () => {
    expect([said('x'), said('turn.unknown'), said('deadline.unknown.x')]).toEqual(['', '', '']);
  });

  it('has a word for each of its kinds in both languages', () => {
    const words = (catalogue: Readonly<Record<string, string>>) =>
      taskKinds.filter(kind => kind !== 'deadline' && !catalogue[`taskKind.${kind}`]);
    expect([words(ja), words(en)]).toEqual([[], []]);
  });
});
