import { expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { choiceKey, countChoices } from './count-choices.ts';
import type { FilterChoices } from './filter-choices.ts';
import { type Filters, type FilterView, matchesFilters, noFilters } from './filters.ts';

const view: FilterView = {
  ...{ today: '2026-11-22', org: 'h1' },
  isMine: card => card.lead === 'h1',
  isChanged: card => card.version > 1,
  orgName: id => id,
};
const option = (value: string) => ({ value, label: value });
const choices: FilterChoices = [
  { kind: 'stage', label: '段階', options: ['preparing', 'planning'].map(option) },
  { kind: 'need', label: '必要なケア', options: ['ventilator', 'oxygen'].map(option) },
  { kind: 'age', label: '年齢', options: ['from1', 'from15'].map(option) },
  { kind: 'changed', label: '変更', options: [option('1')] },
];
const cards = [
  aCard('a', 1, { stage: 'preparing', needs: ['ventilator'], age: 20 }),
  aCard('b', 2, { stage: 'preparing', needs: ['oxygen'], age: 190 }),
  aCard('c', 1, { stage: 'planning', needs: ['ventilator', 'oxygen'] }),
];
const counted = (over: Partial<Filters>) => countChoices(cards, { filters: { ...noFilters, ...over }, choices, view });

it('counts every choice by all cards where nothing is asked for', () => {
  expect(Object.fromEntries(counted({}))).toEqual({
    ...{ 'stage.preparing': 2, 'stage.planning': 1, 'need.ventilator': 2, 'need.oxygen': 2 },
    ...{ 'age.from1': 1, 'age.from15': 1, 'changed.1': 1 },
  });
});

it.each<Partial<Filters>>([
  { stage: ['preparing'] },
  { stage: ['preparing'], need: ['oxygen'] },
  { need: ['ventilator'], age: ['from15'] },
  { text: 'K-a' },
  { text: 'K-a', stage: ['planning'] },
])('tells what would be shown with a choice in the place of others of its kind: %j', over => {
  const counts = counted(over);
  for (const { kind, options } of choices)
    for (const { value } of options) {
      const shown = cards.filter(card => matchesFilters(card, { ...noFilters, ...over, [kind]: [value] }, view));
      expect(counts.get(choiceKey(kind, value)) ?? 0, `${kind} ${value}`).toBe(shown.length);
    }
});
