import { expect, it } from 'vitest';
import { namesChild } from './names-child.ts';

const names = ['石井 そら', '森 さくら', '佐藤(名前未定)'];

it.each([
  ['石井 そら', true],
  ['石井そらの件', true],
  ['石井さんの準備', true],
  ['ソラちゃん用', true],
  ['ｿﾗくん', true],
  ['石井様', true],
  ['さくら病棟', false],
  ['森町の訪看', false],
  ['今週うごくケース', false],
  ['', false],
])('a view called %s names a child: %s', (text, expected) => {
  expect(namesChild(text, names)).toBe(expected);
});
