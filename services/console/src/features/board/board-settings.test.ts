import { usualColumns } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import {
  type BoardSettings,
  isBareView,
  isSameView,
  readLimits,
  readSettings,
  writeSettings,
} from './board-settings.ts';

const kept = { lanes: 'none', density: 'normal' } as const;
const read = (search: string) => readSettings(new URLSearchParams(search), kept);
const whole: BoardSettings = {
  filters: { due: ['3d'], need: ['ventilator', 'niv'], age: ['from15'] },
  ...{ lanes: 'station', density: 'compact', sort: '-age', columns: ['stage', 'due'] },
  limits: { preparation: 10, handoff: 6 },
};

describe('the settings of a board', () => {
  it('stand in its address whole, and come back as they were', () => {
    const address = writeSettings(new URLSearchParams('open=c1&due=7d&hold=any'), whole, 'v12');
    expect(address.get('open')).toBe('c1');
    expect(address.get('view')).toBe('v12');
    expect(address.has('hold')).toBe(false);
    expect(readSettings(new URLSearchParams(address.toString()), kept)).toEqual(whole);
    expect(writeSettings(address, whole, null).has('view')).toBe(false);
  });

  it('are as this person had them where the address says nothing', () => {
    const usual = { filters: {}, sort: 'due', columns: usualColumns, limits: {} };
    expect(read('')).toEqual({ ...usual, ...kept });
    expect(readSettings(new URLSearchParams(''), { lanes: 'lead', density: 'detailed' })).toMatchObject({
      lanes: 'lead',
      density: 'detailed',
    });
    expect(read('lanes=nonsense&density=x&sort=x&columns=x,stage&limits=x')).toMatchObject({
      ...{ ...kept, sort: 'due', columns: ['stage'], limits: {} },
    });
  });

  it('have no text in the address', () => {
    expect(writeSettings(new URLSearchParams(), whole, null).toString()).not.toContain('text');
  });

  it.each([
    ['preparation:10,handoff:6', { preparation: 10, handoff: 6 }],
    ['preparation:0', {}],
    ['preparation:-1,handoff:1.5,home:1000,:4,adult:', {}],
    [null, {}],
  ])('have limits that are numbers of cases: %s', (text, expected) => {
    expect(readLimits(text)).toEqual(expected);
  });

  it('are the same whatever the order in which they were chosen', () => {
    expect(isSameView(whole, { ...whole, filters: { ...whole.filters, need: ['niv', 'ventilator'] } })).toBe(true);
    expect(isSameView(whole, { ...whole, columns: ['due', 'stage'] })).toBe(true);
    for (const change of [{ filters: {} }, { lanes: 'none' }, { sort: 'age' }, { columns: [] }, { limits: {} }])
      expect(isSameView(whole, { ...whole, ...change } as BoardSettings), JSON.stringify(change)).toBe(false);
  });
});

it.each([
  ['view=v1', true],
  ['view=v1&open=c1', true],
  ['view=v1&lanes=none', false],
  ['view=v1&due=3d', false],
  ['', false],
])('an address %s leaves all to its view: %s', (search, expected) => {
  expect(isBareView(new URLSearchParams(search))).toBe(expected);
});
