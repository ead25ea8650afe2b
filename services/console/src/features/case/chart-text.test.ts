import { expect, it } from 'vitest';
import { chartText } from './chart-text.ts';

it('stands under its head, part by part, without the parts that have nothing to say', () => {
  const { text, lost } = chartText('K-0142 石井 そら', [
    { title: '要約', lines: ['必要なケア:吸引', '体重:8.25kg'] },
    { title: '議事録', lines: [] },
    { title: '次に進む条件', lines: ['[まだ] 吸引を２人が👍できる'] },
  ]);
  expect(text).toBe(
    'K-0142 石井 そら\n\n■要約\n必要なケア:吸引\n体重:8.25kg\n\n■次に進む条件\n[まだ] 吸引を2人ができる\n',
  );
  expect(lost).toBe(0);
});

it('says how many characters it could not write', () => {
  expect(chartText('𠮷田', []).lost).toBe(1);
});
