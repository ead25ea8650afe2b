import { expect, it } from 'vitest';
import { fitLines } from './fit-lines.ts';

const fit = (texts: readonly string[], lines: number) => fitLines(texts, { lines, width: 10, textOf: text => text });

it('shows as many entries as there are lines for, and counts the others', () => {
  expect(fit(['一', '二', '三'], 2)).toEqual({ shown: ['一', '二'], left: 1 });
  expect(fit(['一', '二'], 2)).toEqual({ shown: ['一', '二'], left: 0 });
});

it('knows that long texts and those of several lines take more', () => {
  expect(fit(['あ'.repeat(21), '次'], 3)).toEqual({ shown: ['あ'.repeat(21)], left: 1 });
  expect(fit(['一\n二', '三'], 2).left).toBe(1);
});

it('shows nothing that is cut in the middle', () => {
  expect(fit(['あ'.repeat(50)], 3)).toEqual({ shown: [], left: 1 });
});
