import { describe, expect, it } from 'vitest';
import type { FieldSpec } from './schema.ts';
import { formPath, NEW_ITEM, prefilled, readValues, toValues, type Values } from './values.ts';

const base = (name: string, isRequired = false) => ({ name, label: name, isRequired });
const fields: FieldSpec[] = [
  { ...base('holdId', true), kind: 'newId' },
  { ...base('from', true), kind: 'day' },
  { ...base('level'), kind: 'whole', least: 0, most: 4 },
  { ...base('ok', true), kind: 'yesNo' },
  { ...base('attended', true), kind: 'choices', choices: [], areWhole: false, least: 1 },
  { ...base('sections'), kind: 'choices', choices: [], areWhole: true, least: 0 },
  { ...base('note'), kind: 'text', isLong: true, isCode: false },
  { ...base('owner'), kind: 'text', isLong: false, isCode: true },
  { ...base('handoffId'), kind: 'item', ref: 'handoffs', fits: [], allowsNew: true },
  {
    ...base('stay'),
    kind: 'group',
    fields: [
      { ...base('id', true), kind: 'newId' },
      { ...base('to', true), kind: 'day' },
    ],
  },
  { ...base('items'), kind: 'rows', least: 0, fields: [{ ...base('dueOn', true), kind: 'day' }] },
];
const read = (values: Values) => readValues(fields, values, { today: '2026-11-22', newId: () => 'n1' });
const whole: Values = { from: 'R8.11.22', ok: false, attended: ['family'] };
const why = (values: Values) => read(values).faults.map(fault => `${fault.path} ${fault.why}`);

describe('reading a form', () => {
  it('sends what was typed in the wire’s terms and leaves out what is empty', () => {
    expect(read({ ...whole, level: '３', sections: ['2', '9'], note: ' 済み ', handoffId: NEW_ITEM })).toEqual({
      body: {
        holdId: 'n1',
        from: '2026-11-22',
        level: 3,
        ok: false,
        attended: ['family'],
        sections: [2, 9],
        note: '済み',
        handoffId: 'n1',
      },
      faults: [],
    });
  });

  it('names every fault at once', () => {
    expect(why({ level: '9', owner: '松本', items: [{ dueOn: 'いつか' }, {}] })).toEqual([
      'from missing',
      'level range',
      'ok missing',
      'attended tooFew',
      'owner code',
      'items.0.dueOn day',
      'items.1.dueOn missing',
    ]);
  });

  it('takes an optional part as a whole or not at all', () => {
    expect(read(whole).body).not.toHaveProperty('stay');
    expect(read({ ...whole, stay: { to: '' } }).body).not.toHaveProperty('stay');
    expect(read({ ...whole, stay: { to: '12/1' } }).body.stay).toEqual({ id: 'n1', to: '2026-12-01' });
  });

  it('keeps the id of a new item once it was made', () => {
    expect(read({ ...whole, holdId: 'kept' }).body.holdId).toBe('kept');
  });
});

it('reads a name’s reading in any kana, and a number with its unit', () => {
  const some: FieldSpec[] = [
    { ...base('givenKana'), kind: 'kana' },
    { ...base('grams'), kind: 'whole', unit: 'g' },
  ];
  const of = (values: Values) => readValues(some, values, { today: '2026-11-22', newId: () => 'n1' });
  for (const givenKana of ['ｲｼｲ', 'イシイ', 'いしい'])
    expect(of({ givenKana, grams: '7.85kg' })).toEqual({ body: { givenKana: 'いしい', grams: 7850 }, faults: [] });
  expect(of({ givenKana: '石井', grams: '7.85' }).faults.map(({ path, why }) => `${path} ${why}`)).toEqual([
    'givenKana kana',
    'grams whole',
  ]);
});

describe('values that a link brings', () => {
  it('take the shape of their fields; unknown ones are ignored', () => {
    const search = new URLSearchParams('note=x&attended=family,child&ok=true&other=1&items=2');
    expect(prefilled(fields, search)).toEqual({ note: 'x', attended: ['family', 'child'], ok: true });
  });
});

it.each(['givers.0.relation', 'givers[0].relation', '/givers/0/relation'])('%s is one place of the form', path => {
  expect(formPath(path)).toBe('givers.0.relation');
});

it('types what is known, so that reading it again gives the same', () => {
  const known = {
    holdId: 'h1',
    from: '2026-11-22',
    level: 3,
    ok: false,
    attended: ['family'],
    sections: [2],
    items: [{ dueOn: '2026-12-01' }],
  };
  expect(read(toValues(fields, known)).body).toEqual(known);
  expect(toValues(fields, { level: null, other: 1 })).toEqual({});
});
