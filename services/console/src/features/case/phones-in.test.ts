import { expect, it } from 'vitest';
import { phonesIn } from './phones-in.ts';

const numbers = (text: string) => phonesIn(text).flatMap(({ phone }) => (phone ? [phone] : []));

it.each([
  ['のぞみ訪問看護 090-0000-0001(24時間)', ['09000000001']],
  ['代表 03-0000-0002、当直 0300000003', ['0300000002', '0300000003']],
  ['045(000)0004', ['0450000004']],
  ['0120ー000ー005', ['0120000005']],
  ['+81-45-000-0006', ['+81450000006']],
  ['救急は119。2026-11-22、09:00-17:00、診察券 0012345', []],
  ['', []],
])('finds the telephone numbers in “%s”', (text, found) => {
  expect(numbers(text)).toEqual(found);
});
it('leaves the text as it was written', () => {
  const text = '日中 03-0000-0002(受付)\n夜間 045(000)0004 まで';
  expect(
    phonesIn(text)
      .map(piece => piece.text)
      .join(''),
  ).toBe(text);
  expect(phonesIn(text)[1]).toEqual({ text: '03-0000-0002', phone: '0300000002' });
});
