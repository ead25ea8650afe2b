import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const cell = (text: string) => toCsv([[text]]).slice(1, -2);

it('begins with a byte order mark, and each line ends as Excel wants it', () => {
  expect(
    toCsv([
      ['番号', '名前'],
      ['K-0142', '石井 そら'],
    ]),
  ).toBe('\uFEFF番号,名前\r\nK-0142,石井 そら\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u3000＝1', '＋1', '－1', '＠A1'])(
  'has no formula in a cell: %j',
  text => {
    const written = cell(text).replace(/^"/, '');
    expect(written.startsWith(`'${text[0]}`)).toBe(true);
  },
);

it('quotes what would end a cell or a line, and leaves the rest as it is', () => {
  expect(cell('a,b')).toBe('"a,b"');
  expect(cell('a"b')).toBe('"a""b"');
  expect(cell('a\r\nb')).toBe('"a\r\nb"');
  expect(cell('石井-そら')).toBe('石井-そら');
  expect(cell('')).toBe('');
});
