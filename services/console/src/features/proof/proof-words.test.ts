import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PathwayProof, pathwayProof, pathway as pathwayShape } from '@kaerimichi/contracts';
import { describePathway } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { claimRows, proofWords } from './proof-words.ts';

/** As it is served: what `npm run generate` made. */
const proof: PathwayProof = pathwayProof.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../docs/pathway-proof.json'), 'utf8')),
);
const pathway = pathwayShape.parse(structuredClone(describePathway()));
const words = proofWords(pathway, createSpeech(ja, 'ja', pathway.words));

describe('the proof that is served', () => {
  it('has no hole', () => {
    expect(proof.holes).toEqual([]);
    for (const { all, held } of claimRows(proof)) expect([all > 10, held]).toEqual([true, all]);
  });

  it('is about this pathway', () => {
    expect(proof.version).toBe(pathway.version);
    expect(proof.events.map(({ type }) => type)).toEqual(pathway.events.map(({ type }) => type));
    expect(proof.requirements.map(({ id }) => id)).toEqual(pathway.requirements.map(({ id }) => id));
  });

  it('is said in words throughout', () => {
    const named = [
      ...proof.places.flatMap(({ id, reached, left }) => [
        id,
        ...[...(reached ?? []), ...(left ?? [])].map(({ to }) => to),
      ]),
      ...proof.moves.flatMap(({ from, to }) => [from, to]),
    ].map(words.place);
    const others = [
      ...proof.events.map(({ type }) => words.event(type)),
      ...proof.requirements.map(({ id }) => words.requirement(id)),
      ...proof.timers.map(({ kind }) => words.timer(kind)),
    ];
    expect(
      [...named, ...others].filter(name => !/[ぁ-んァ-ヶ一-龠]/.test(name) || /[{}]|undefined/.test(name)),
    ).toEqual([]);
    expect([words.place('closed.movedOut'), words.place('adult.open'), words.place('adult')]).toEqual([
      '終了: 転出',
      '成人移行: 準備中',
      '成人移行',
    ]);
  });

  it('tells of a hole what it is about', () => {
    const holes = [
      { claim: 'reached', of: 'trialStay' },
      { claim: 'taken', of: 'planning preparation.begun preparing' },
      { claim: 'told', of: 'enquiry' },
    ] as const;
    expect(holes.map(words.hole)).toEqual([
      '試験外泊中',
      expect.stringMatching(/^退院支援計画: .+ → 準備・技術習得$/),
      '打診の返事',
    ]);
    const rows = claimRows({ ...proof, holes: [...holes] });
    expect(rows.filter(({ all, held }) => held < all).map(({ claim }) => claim)).toEqual(['reached', 'taken', 'told']);
  });
});
