import type { CaseView, Pathway } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { itemOptions } from './item-options.ts';

const speech = createSpeech(ja, 'ja', { joint: { ja: '退院前の共同カンファ', en: 'Joint conference' } });
const source = (list: string, item: Record<string, unknown>) => ({
  view: {
    facts: { plan: { [list]: [{ id: 'k1', ...item }] } },
    people: { members: {}, orgs: {} },
  } as unknown as CaseView,
  pathway: { requirements: [] } as unknown as Pathway,
  orgs: {},
  values: {},
  today: '2026-11-30',
});
const wordsOf = (list: string, item: Record<string, unknown>) =>
  itemOptions({ ref: list, fits: [] }, source(list, item), speech)[0]?.label;

it('says the day of a meeting once: when it was held, before that when it is planned', () => {
  const meeting = { ordinal: 1, kind: 'joint', plannedOn: '2026-11-20' };
  expect(wordsOf('conferences', meeting)).toBe('1回目 退院前の共同カンファ 11/20(金)');
  expect(wordsOf('conferences', { ...meeting, heldOn: '2026-11-20' })).toBe('1回目 退院前の共同カンファ 11/20(金)');
  expect(wordsOf('conferences', { ...meeting, heldOn: '2026-11-24' })).toBe('1回目 退院前の共同カンファ 11/24(火)');
});
it('says what an action item is about, where that was written, before whose it is and when', () => {
  const item = { conference: 'c1', dueOn: '2026-12-01' };
  const { view, ...rest } = source('actionItems', item);
  const told = { ...rest, view: { ...view, itemTexts: { k1: '電気の契約を確かめる' } } as CaseView };
  const words = itemOptions({ ref: 'actionItems', fits: [] }, told, speech)[0]?.label;
  expect(words).toBe('電気の契約を確かめる 12/1(火)');
  expect(wordsOf('actionItems', item)).toBe('12/1(火)');
});
it('says both days of a stay, and one of a stay within a day', () => {
  expect(wordsOf('stays', { from: '2026-11-20', to: '2026-11-22' })).toBe('11/20(金) 11/22(日)');
  expect(wordsOf('stays', { from: '2026-11-20', to: '2026-11-20' })).toBe('11/20(金)');
});
it('offers what the pathway takes: a meeting that was held, whose minutes are open', () => {
  const fits = [
    { field: 'heldOn', is: 'filled' },
    { field: 'minutes', is: ['none', 'drafted'] },
  ] as const;
  const offered = (item: Record<string, unknown>) =>
    itemOptions({ ref: 'conferences', fits }, source('conferences', item), speech).map(({ value }) => value);
  expect(offered({ heldOn: '2026-11-20', minutes: 'drafted' })).toEqual(['k1']);
  expect(offered({ heldOn: '2026-11-20', minutes: 'approved' })).toEqual([]);
  expect(offered({ minutes: 'none' })).toEqual([]);
});

it('says the year of a day of another year', () => {
  expect(wordsOf('stays', { from: '2025-12-30', to: '2026-01-02' })).toBe('2025/12/30(火) 1/2(金)');
});
