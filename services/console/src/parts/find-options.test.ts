import { expect, it } from 'vitest';
import { findOptions, meantOption } from './find-options.ts';

const options = [
  { value: '141011', label: '横浜市鶴見区', reading: 'よこはましつるみく', group: '横浜市' },
  { value: '141127', label: '横浜市旭区', reading: 'よこはましあさひく', group: '横浜市' },
  { value: '142051', label: '藤沢市', reading: 'ふじさわし' },
  { value: '142077', label: '茅ヶ崎市', reading: 'ちがさきし' },
  { value: 'st', label: 'のぞみ訪問看護ステーション' },
];
const found = (typed: string) => findOptions(options, typed).map(({ value }) => value);

it.each([
  ['つるみ', ['141011']],
  ['ツルミ', ['141011']],
  ['ﾂﾙﾐ', ['141011']],
  ['鶴見', ['141011']],
  ['よこはま', ['141011', '141127']],
  ['横浜 あさひ', ['141127']],
  ['横浜　あさひ', ['141127']],
  ['茅ケ崎', ['142077']],
  ['すてーしょん', ['st']],
  ['札幌', []],
])('%s finds %j', (typed, values) => {
  expect(found(typed)).toEqual(values);
});
it('shows all before anything is typed', () => {
  expect(found(' ')).toHaveLength(options.length);
});
it('is meant where it is the only one, or is called so', () => {
  expect(meantOption(options, 'ふじさわ')?.value).toBe('142051');
  expect(meantOption([...options, { value: 'x', label: '藤沢市北部' }], '藤沢市')?.value).toBe('142051');
  expect([meantOption(options, '横浜'), meantOption(options, ''), meantOption(options, '札幌')]).toEqual([
    ...[null, null, null],
  ]);
});
