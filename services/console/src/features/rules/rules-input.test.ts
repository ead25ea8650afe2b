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
  answerHours: { unopened: 24, unanswered: 48, escalated: 72 },
  checks: {
    sections: ['supplies', 'formalities'],
    templates: [{ id: 'everyChild', checks: ['evacuation'] }],
    items: [
      {
        id: 'evacuation',
        section: 'formalities',
        words: { ja: '名簿', en: 'Register' },
        requirement: null,
        staysOn: null,
      },
    ],
  },
};
const whole: RuleSetContent = {
  labels: { planning: { ja: '計画づくり', en: 'Plan' } },
  stageDays: { planning: 5 },
  remindDays: { visit: 3 },
  escalateDays: { visit: 2 },
  limits: { intake: 9 },
  answerHours: { unanswered: 36 },
  off: ['month1'],
  caregivers: 2,
  skillDays: 60,
  approvers: 'both',
  checks: {
    added: [
      {
        id: 'house-all-1a',
        section: 'supplies',
        templates: ['everyChild', 'oxygen'],
        words: { ja: '駐車場を頼む', en: 'Ask for parking' },
      },
      { id: 'house-need-2b', section: 'supplies', templates: ['oxygen'], words: { ja: '加湿', en: 'Humidity' } },
    ],
    without: { everyChild: ['evacuation'] },
    renamed: { evacuation: { ja: '市の名簿', en: 'City register' } },
  },
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

  it('calls an added item in both languages what it is called in one, and says by its id who is asked', () => {
    const { checks } = inputOf({});
    const item = { key: '9z', section: 'supplies', templates: ['oxygen'], ja: ' 加湿の水 ', en: '' } as const;
    const added = (templates: readonly string[]) =>
      readRules({ ...inputOf({}), checks: { ...checks, added: [{ ...item, templates }] } }, own).content.checks?.added;
    expect(added(['oxygen'])).toEqual([
      { id: 'house-need-9z', section: 'supplies', templates: ['oxygen'], words: { ja: '加湿の水', en: '加湿の水' } },
    ]);
    expect(added(['oxygen', 'everyChild'])?.[0]?.id).toBe('house-all-9z');
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
