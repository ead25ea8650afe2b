import type { RuleSetContent } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { contentOfFile, fileOf, inputOf, type OwnValues, readRules, withChange } from './rules-input.ts';

const own: OwnValues = {
  stages: [{ id: 'planning', label: { ja: '計画', en: 'Planning' }, guideDays: 7, hasDays: true }],
  dates: [],
  columns: [],
  requirements: [],
  caregivers: 1,
  skillDays: 90,
};
const whole: RuleSetContent = {
  labels: { planning: { ja: '計画づくり', en: 'Plan' } },
  stageDays: { planning: 5 },
  remindDays: { visit: 3 },
  escalateDays: { visit: 2 },
  limits: { intake: 9 },
  off: ['month1'],
  caregivers: 2,
  skillDays: 60,
  approvers: 'both',
};

describe('a rule set that is typed', () => {
  it('is what it was made from, and nothing where nothing is typed', () => {
    expect(readRules(inputOf(whole), own)).toEqual({ content: whole, unread: [] });
    expect(readRules(inputOf({}), own)).toEqual({ content: {}, unread: [] });
  });

  it('keeps the program’s name in the language in which none is typed, and tells what is no number', () => {
    const input = {
      ...inputOf({}),
      ja: { planning: ' 計画会議 ' },
      stageDays: { planning: '7日くらい' },
      caregivers: '2',
    };
    expect(readRules(input, own)).toEqual({
      content: { labels: { planning: { ja: '計画会議', en: 'Planning' } }, caregivers: 2 },
      unread: ['stageDays.planning'],
    });
  });

  it('takes over what exceptions propose, once, and leaves the rest as it was typed', () => {
    const input = inputOf({ ...whole, approvers: 'doctor' });
    const off = withChange(withChange(input, 'off', 'schoolInformed'), 'off', 'schoolInformed');
    expect(off).toEqual({ ...input, off: ['month1', 'schoolInformed'] });
    expect(withChange(input, 'approvers', 'schoolInformed')).toEqual({ ...input, approvers: 'both' });
    expect(withChange(input, 'thresholds', 'trainingReady')).toEqual(input);
  });

  it('comes back from its file; another file is none', () => {
    expect(contentOfFile(fileOf(whole))).toEqual(whole);
    for (const text of ['', '{', '[]', '{"content":{}}', '{"format":"kaerimichi.rule-set/2","content":{}}'])
      expect(contentOfFile(text), text).toBeNull();
  });
});
