import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import {
  countFilters,
  type Filters,
  type FilterView,
  matchesFilters,
  noFilters,
  readFilters,
  toggleFilter,
  writeFilters,
} from './filters.ts';

const view: FilterView = {
  today: '2026-11-22',
  org: 'h1',
  isMine: card => card.turn?.role === 'dischargeNurse',
  isChanged: card => card.version > 5,
  orgName: id => (id === 'h1' ? 'こども医療センター' : id),
};
const card = aCard('0142', 4, {
  no: 'K-0142',
  name: '石井 そら',
  stage: 'jointConference',
  needs: ['tracheostomy', 'ventilator'],
  holds: [{ code: 'equipment', n: 1 }],
  due: { kind: 'plan', on: '2026-11-24' },
  turn: { org: 'v1', role: 'visitingNurse', since: '2026-11-20' },
});
const matches = (over: Partial<Filters>) => matchesFilters(card, { ...noFilters, ...over }, view);

describe('filters of the board', () => {
  it('come from the URL and go back to it, beside the other settings', () => {
    const search = new URLSearchParams('lanes=lead&due=3d&need=ventilator,niv');
    const filters = readFilters(search);
    expect(filters).toEqual({ ...noFilters, due: ['3d'], need: ['ventilator', 'niv'] });
    expect(countFilters({ ...filters, text: 'そら' })).toBe(4);
    expect(readFilters(writeFilters(search, filters))).toEqual(filters);
    expect(writeFilters(search, noFilters).toString()).toBe('lanes=lead');
  });

  it('leave what was typed out of the URL: it may be a name', () => {
    const typed = writeFilters(new URLSearchParams('lanes=lead'), { ...noFilters, text: 'そら' });
    expect(typed.toString()).toBe('lanes=lead');
    expect(readFilters(new URLSearchParams('text=そら')).text).toBe('');
  });

  it('match any value of one kind and every kind', () => {
    expect(matches({ need: ['niv', 'ventilator'] })).toBe(true);
    expect(matches({ need: ['niv', 'ventilator'], stage: ['planning'] })).toBe(false);
    expect(matches({ need: ['ventilator'], stage: ['planning', 'jointConference'] })).toBe(true);
  });

  it.each([
    ['0142', true],
    ['k-01', true],
    ['ソラ', true],
    ['石井', true],
    ['石井そら', true],
    ['こども医療', true],
    ['大野', false],
    ['ｿﾗ', true],
    ['Ｋ－０１４２', true],
    ['コドモ医療センタ', true],
    ['こども医療せんたー', true],
    ['石井・そら', true],
  ])('find by text %s: %s', (text, expected) => {
    expect(matches({ text })).toBe(expected);
  });

  it.each([
    ['3d', true],
    ['7d', true],
    ['today', false],
    ['overdue', false],
    ['none', false],
  ])('count a deadline in two days as %s: %s', (due, expected) => {
    expect(matches({ due: [due] })).toBe(expected);
  });

  it('count an overdue case among those due within three days', () => {
    const late = aCard('a', 1, { due: { kind: 'plan', on: '2026-11-19' } });
    expect(matchesFilters(late, { ...noFilters, due: ['3d'] }, view)).toBe(true);
    expect(matchesFilters(aCard('b', 1), { ...noFilters, due: ['none'] }, view)).toBe(true);
  });

  it('tell whose turn it is', () => {
    expect(matches({ turn: ['others'] })).toBe(true);
    expect(matches({ turn: ['ours'] })).toBe(false);
    expect(matches({ turn: ['mine'] })).toBe(false);
  });

  it('find any hold, or one', () => {
    expect(matches({ hold: ['any'] })).toBe(true);
    expect(matches({ hold: ['equipment'] })).toBe(true);
    expect(matches({ hold: ['housing'] })).toBe(false);
  });

  it('are chosen and left one by one', () => {
    const chosen = toggleFilter(noFilters, 'hold', 'equipment');
    expect(chosen.hold).toEqual(['equipment']);
    expect(toggleFilter(chosen, 'hold', 'equipment')).toEqual(noFilters);
  });
});

it('filters find an age, a consent that ends, whoever carries the case', () => {
  const child = aCard('a', 1, { age: 181, owners: ['h1', 'v1'], due: { kind: 'lapse.consent', on: '2026-12-01' } });
  const finds = (over: Partial<Filters>) => matchesFilters(child, { ...noFilters, ...over }, view);
  expect([finds({ age: ['from15'] }), finds({ age: ['from12', 'under1'] })]).toEqual([true, false]);
  expect([finds({ consent: ['30d'] }), finds({ consent: ['7d'] })]).toEqual([true, false]);
  expect([finds({ station: ['v1'] }), finds({ town: ['t1'] }), finds({ owner: ['h1'] })]).toEqual([true, false, true]);
  expect(matches({ consent: ['30d'] })).toBe(false);
});
