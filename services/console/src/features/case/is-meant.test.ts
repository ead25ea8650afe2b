import { describePathway } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { isMeant } from './is-meant.ts';

const forms = describePathway().events.filter(({ kind }) => kind !== 'time');
const found = (typed: string, language: 'ja' | 'en' = 'ja') =>
  forms.filter(form => isMeant(form, typed, language)).map(({ type }) => type);

describe('a form', () => {
  it.each(forms.map(({ type, label, todo, reading }) => [type, label, todo, reading ?? ''] as const))(
    '%s is found by its label, and by its reading, whole or from any word on',
    (type, label, todo, reading) => {
      for (const name of [label, todo]) {
        expect(found(name.ja)).toContain(type);
        expect(found(name.en, 'en')).toContain(type);
      }
      const words = reading.split(' ');
      for (const at of words.keys()) {
        expect(found(words.slice(at).join(''))).toContain(type);
        expect(found(words.slice(at).join(' '))).toContain(type);
      }
    },
  );

  it('is found by the beginning of a word and not from its middle, in any kana', () => {
    expect(found('しけんがいはくをけいかくする')).toEqual(['trialStay.planned']);
    expect(found('ふりかえ')).toEqual(['handoff.reviewed', 'handoff.reviewAnswered', 'readmission.reviewed']);
    expect(found('きょか')).toEqual(['trialStay.permitted']);
    expect(found('シケンガイハク')).toEqual(found('しけんがいはく'));
    expect(found('いはく')).toEqual([]);
  });

  it('is found by what else it is called, in each language', () => {
    expect(found('でんわ')).toEqual(['contacts.recorded']);
    expect(found('suction', 'en')).toEqual(['skill.assessed']);
    expect(found('public health', 'en')).toEqual(['municipality.informed']);
    expect(found('suction')).toEqual([]);
  });

  it('is not found by what nothing is called', () => {
    expect(found('ぞうさん')).toEqual([]);
  });
});
