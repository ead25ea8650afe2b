import { expect, it } from 'vitest';
import { joinSaid } from './join-said.ts';

const more = (n: number) => `ほか${n}件。`;

it('says each sentence once, and of many the first and how many others', () => {
  expect(joinSaid([], more)).toBe('');
  expect(joinSaid(['一。', '二。', '一。'], more)).toBe('一。 二。');
  expect(joinSaid(['一。', '二。', '三。', '四。'], more)).toBe('一。 二。 三。 四。');
  expect(joinSaid([...Array(100).keys()].map(String), more)).toBe('0 1 2 3 ほか96件。');
});
