import { expect, it } from 'vitest';
import { chartLines } from './chart-lines.ts';

const linesOf = (text: string) => chartLines(text).split('\n');

it('has forty full-width characters in a line', () => {
  expect(linesOf('あ'.repeat(90)).map(line => line.length)).toEqual([40, 40, 10]);
  expect(linesOf('x'.repeat(200)).map(line => line.length)).toEqual([80, 80, 40]);
});

it('begins no line with a full stop, a comma or a closing bracket', () => {
  expect(linesOf(`${'あ'.repeat(40)}。次`)).toEqual([`${'あ'.repeat(40)}。`, '次']);
});

it('leaves numbers and words whole', () => {
  expect(linesOf(`${'あ'.repeat(37)}045-000-0101まで`)).toEqual(['あ'.repeat(37), '045-000-0101まで']);
});

it('keeps the lines and the empty lines of the author', () => {
  expect(chartLines('一\n\n二')).toBe('一\n\n二');
});
