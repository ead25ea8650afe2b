import { describe, expect, it } from 'vitest';
import { aCase } from '../histories/a-case.ts';
import { redecide } from '../redecide.ts';
import { checkWordsIn } from '../rule-sets/check-words.ts';
import { isTouched, previewRules } from '../rule-sets/preview-rules.ts';
import { type RuleSetContent, ruleSetContent, rulesOf } from '../rule-sets/rule-set.ts';
import { ruleSetFaults } from '../rule-sets/rule-set-faults.ts';
import { additionsTo, categoryOfCheck, checksOf } from './checklist.ts';
import { checklistTemplates, templateChecks } from './templates.ts';

type Story = ReturnType<typeof aCase>;
type Checks = NonNullable<RuleSetContent['checks']>;
const parking = {
  ...{ id: 'house-all-1', section: 'otherChecks', templates: ['everyChild'] },
  words: { ja: '退院日の駐車場を頼む', en: 'Ask for parking on the day' },
} as const;
const water = {
  ...{ id: 'house-need-2', section: 'supplies', templates: ['ventilator', 'oxygen'] },
  words: { ja: '加湿の水を渡す', en: 'Hand over water for the humidifier' },
} as const;
const withChecks = (checks: unknown): RuleSetContent => ruleSetContent.parse({ checks });
const rules = (story: Story, checks: unknown, version: number) =>
  rulesOf(withChecks(checks), { lead: story.facts().lead, version });
const adopt = (story: Story, checks: unknown, version = 1) =>
  story.sends('clock', 'rules.adopted', rules(story, checks, version));
const ids = (story: Story) => checksOf(story.facts()).map(({ id }) => id);
const started = () => aCase().sends('dsn', 'checklist.chosen', { templates: ['everyChild', 'ventilator'] });
const faults = (checks: unknown, more: RuleSetContent = {}) =>
  ruleSetFaults({ ...withChecks(checks), ...more }).map(({ path, message }) => [path, message.ja.slice(0, 12)]);

describe('what a house adds to a template', () => {
  it('is offered to cases that have the template, and stands there when it is wanted', () => {
    const child = started();
    const before = ids(child);
    adopt(child, { added: [parking, water] });
    expect(ids(child)).toEqual(before);
    expect(additionsTo(child.facts())).toEqual([
      { template: 'everyChild', checks: ['house-all-1'] },
      { template: 'ventilator', checks: ['house-need-2'] },
    ]);
    child.sends('dsn', 'checklist.chosen', { templates: ['ventilator'] });
    expect(checksOf(child.facts()).find(({ id }) => id === 'house-need-2')).toMatchObject({
      ...{ section: 'supplies', templates: ['ventilator'], requirement: null, state: 'notBegun' },
    });
    expect(additionsTo(child.facts())).toEqual([{ template: 'everyChild', checks: ['house-all-1'] }]);
    // What another template asks for too stands there once, and is told of both.
    child.sends('dsn', 'checklist.chosen', { templates: ['oxygen'] });
    expect(checksOf(child.facts()).filter(({ id }) => id === 'house-need-2')).toMatchObject([
      { templates: ['ventilator', 'oxygen'] },
    ]);
    expect(redecide(child.past)).toMatchObject({ ok: true });
  });

  it('goes when the house asks for it no more, unless somebody set it', () => {
    const child = started();
    adopt(child, { added: [parking, water] });
    child.sends('dsn', 'checklist.chosen', { templates: ['everyChild', 'ventilator'] });
    child.sends('dsn', 'checklist.itemSet', { checkId: 'house-need-2', state: 'underWay' });
    adopt(child, {}, 2);
    expect(ids(child)).not.toContain('house-all-1');
    expect(checksOf(child.facts()).find(({ id }) => id === 'house-need-2')?.state).toBe('underWay');
    // Chosen anew it keeps what was done, and asks for nothing else of the house.
    child.sends('dsn', 'checklist.chosen', { templates: ['everyChild', 'ventilator'] });
    expect(ids(child).filter(id => id.startsWith('house-'))).toEqual(['house-need-2']);
  });

  it('is told by its id to whom it may be, and no item of a case takes such an id', () => {
    expect(categoryOfCheck('house-all-1')).toBe('plan');
    expect(categoryOfCheck('house-need-2')).toBe('clinical');
    const checks = [{ id: 'house-all-9', section: 'supplies', what: '-' }];
    expect(() => started().tries('dsn', 'checklist.itemsAdded', { checks })).toThrow('組織のルールで加えた項目');
  });

  it('keeps its words for a case that has an older version, also after the house dropped it', () => {
    const named = (renamed: Checks['renamed'], added: readonly unknown[]) => withChecks({ renamed, added });
    const published = [
      { version: 3, content: named({}, []) },
      {
        version: 2,
        content: named({ bagMask: { ja: 'バッグ', en: 'Bag' } }, [{ ...water, words: { ja: '水', en: 'Water' } }]),
      },
      { version: 1, content: named({}, [parking, water]) },
    ];
    expect(checkWordsIn(published, 2)).toEqual({
      bagMask: { ja: 'バッグ', en: 'Bag' },
      'house-need-2': { ja: '水', en: 'Water' },
      'house-all-1': parking.words,
    });
    expect(checkWordsIn(published, 1)['house-need-2']).toEqual(water.words);
    expect(Object.keys(checkWordsIn(published, null))).toEqual(['house-all-1', 'house-need-2']);
    expect(checkWordsIn([], 1)).toEqual({});
  });
});

describe('what a house leaves out', () => {
  it('goes from cases in which nobody touched it, and is not offered again', () => {
    const child = started().sends('dsn', 'checklist.itemSet', { checkId: 'bagMask', state: 'checkDone' });
    adopt(child, { without: { ventilator: ['bagMask', 'circuitSpare'] } });
    expect(ids(child)).toContain('bagMask');
    expect(ids(child)).not.toContain('circuitSpare');
    expect(additionsTo(child.facts())).toEqual([]);
  });

  it('stays where another template asks for it', () => {
    const child = started().sends('dsn', 'checklist.chosen', { templates: ['tracheostomy'] });
    adopt(child, { without: { ventilator: ['bagMask'] } });
    expect(checksOf(child.facts()).find(({ id }) => id === 'bagMask')?.templates).toEqual(['tracheostomy']);
  });
});

describe('before it is published', () => {
  const next = (story: Story) => {
    const on = story.on();
    const by = { membership: 'system', person: 'system', org: 'system', role: 'system', mayWaive: false } as const;
    return { seq: story.seq() + 1, at: `${on}T03:00:00.000Z`, on, by };
  };

  it('is told which cases are offered what, and which lose what', () => {
    const child = started();
    const checks = { added: [parking, water], without: { ventilator: ['circuitSpare'] } };
    const effect = previewRules(child.state(), rules(child, checks, 1), next(child));
    expect(effect).toMatchObject({ offered: ['house-all-1', 'house-need-2'], gone: ['circuitSpare'], dates: [] });
    expect(effect && isTouched(effect)).toBe(true);
    const without = previewRules(aCase().state(), rules(child, checks, 1), next(child));
    expect(without && isTouched(without)).toBe(false);
  });

  it('refuses to leave out a condition of a move, unless that is not asked', () => {
    const outpatient = { without: { everyChild: ['outpatientDated'] } };
    expect(faults(outpatient)).toEqual([['checks.without.everyChild.0', '段階を進める条件(◎)に']]);
    const schemes = { without: { everyChild: ['schemesDone'] } };
    expect(faults(schemes)).toHaveLength(1);
    expect(faults(schemes, { off: ['entitlementsReady'] })).toEqual([]);
  });

  it('refuses what names nothing, twice the same, or an empty template', () => {
    expect(
      faults({
        added: [
          { ...parking, templates: [] },
          { ...parking, templates: ['everyChild', 'nothing'] },
          { ...water, id: 'house-need-3', words: templateChecks.bagMask.words },
          { ...water, id: 'bagMask', words: { ja: '甲', en: 'A' } },
        ],
        without: { seizureRescue: ['bagMask'], nowhere: [] },
        renamed: {
          nothing: { ja: '乙', en: 'B' },
          planExplained: { ja: '丙', en: 'C' },
          leakCare: { ja: templateChecks.tubeOut.words.ja, en: 'D' },
        },
      }).map(([path]) => path),
    ).toEqual([
      'checks.added.0.templates',
      'checks.added.0.id',
      'checks.added.1.templates.1',
      'checks.added.1.id',
      'checks.added.3.id',
      'checks.without.seizureRescue.0',
      'checks.without.nowhere',
      'checks.renamed.nothing',
      'checks.renamed.planExplained',
      'checks.renamed.leakCare.ja',
      'checks.added.2.words.ja',
      'checks.added.2.words.en',
    ]);
    const all = checklistTemplates.gastrostomy.map(({ id }) => id);
    expect(faults({ without: { gastrostomy: all } })).toEqual([
      ['checks.without.gastrostomy', 'このひな型に項目が一つも'],
    ]);
    expect(faults({ without: { gastrostomy: all }, added: [{ ...water, templates: ['gastrostomy'] }] })).toEqual([]);
  });
});
