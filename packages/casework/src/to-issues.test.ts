import { expect, it } from 'vitest';
import { z } from 'zod';
import { bothLanguages, toIssues } from './to-issues.ts';

const schema = z.strictObject({
  title: z.string().trim().min(1).max(5).optional(),
  code: z.string().min(3).optional(),
  kind: z.enum(['a', 'b']),
  on: z.iso.date().optional(),
  at: z.iso.datetime().optional(),
  level: z.int().min(0).max(4).optional(),
  share: z.number().optional(),
  more: z.number().gt(0).optional(),
  isOpen: z.boolean().optional(),
  rows: z
    .array(z.strictObject({ id: z.string() }))
    .min(1)
    .max(2)
    .optional(),
  id: z.string().regex(/^x$/, 'an id').optional(),
  kana: z.string().regex(/^ぁ$/, 'ひらがなで入れてください。 / In hiragana.').optional(),
  either: z.union([z.string(), z.number()]).optional(),
});

const issuesOf = (sent: Record<string, unknown>) => {
  const given = { kind: 'a', ...sent };
  const { error } = schema.safeParse(given);
  if (!error) throw new Error('accepted');
  return toIssues(error, given);
};

it.each<[string, Record<string, unknown>, string, string, string]>([
  ['what is missing', { kind: undefined }, 'kind', '必ず入れてください。', 'This is required.'],
  ['what is missing within a row', { rows: [{}] }, 'rows.0.id', '必ず入れてください。', 'This is required.'],
  ['an empty text', { title: ' ' }, 'title', '必ず入れてください。', 'This is required.'],
  ['a short text', { code: 'x' }, 'code', '3文字以上で入れてください。', 'At least 3 characters.'],
  ['a long text', { title: 'abcdef' }, 'title', '5文字までで入れてください。', 'At most 5 characters.'],
  ['another choice', { kind: 'c' }, 'kind', '選べるもののなかから選んでください。', 'Not one of the choices.'],
  ['no day', { on: '2026-02-30' }, 'on', '日付として読めません。例:2026-11-22', 'Not a date. E.g. 2026-11-22'],
  ['no instant', { at: 'noon' }, 'at', '日時として読めません。', 'Not a date with a time.'],
  ['a small number', { level: -1 }, 'level', '0以上の数で入れてください。', 'A number from 0 up.'],
  ['a large number', { level: 9 }, 'level', '4以下の数で入れてください。', 'A number up to 4.'],
  ['a number at its open end', { more: 0 }, 'more', '0より大きい数で入れてください。', 'A number above 0.'],
  ['a broken number', { level: 1.5 }, 'level', '整数で入れてください。', 'A whole number, please.'],
  ['no number', { share: 'much' }, 'share', '数で入れてください。', 'A number, please.'],
  ['no text', { title: 3 }, 'title', '文字で入れてください。', 'Text, please.'],
  ['neither yes nor no', { isOpen: 'x' }, 'isOpen', '「はい」か「いいえ」で答えてください。', 'Answer yes or no.'],
  ['too few', { rows: [] }, 'rows', '1つ以上入れてください。', 'At least 1, please.'],
  [
    'too many',
    { rows: [{ id: '1' }, { id: '2' }, { id: '3' }] },
    'rows',
    '2つまでにしてください。',
    'At most 2, please.',
  ],
  ['an unknown key', { kind: 'a', who: 1 }, 'who', 'ここにはない項目です。', 'There is no such field.'],
  ['a form of its own', { id: 'y' }, 'id', 'この形では受けつけられません。', 'Not in the form that is expected here.'],
  ['a sentence of its own', { kana: 'x' }, 'kana', 'ひらがなで入れてください。', 'In hiragana.'],
  ['anything else', { either: true }, 'either', '読み取れない内容です。', 'This cannot be read.'],
])('says %s in both languages', (_what, sent, path, ja, en) => {
  expect(issuesOf(sent)).toEqual([{ path, message: { ja, en } }]);
});

it('tells of several kinds the faults of the one that was meant', () => {
  const schema = z.array(
    z.union([z.enum(['a', 'b']), z.strictObject({ id: z.enum(['a', 'b']), on: z.iso.date({ abort: true }) })]),
  );
  const sent = ['c', { id: 'a', on: 'x', why: 1 }, 7, 'a'];
  const { error } = schema.safeParse(sent);
  expect(error ? toIssues(error, sent).map(({ path }) => path) : []).toEqual(['0', '1.on', '1.why', '2']);
});

it('names every unknown key', () => {
  expect(issuesOf({ a: 1, b: 2 }).map(({ path }) => path)).toEqual(['a', 'b']);
});

it('tells the languages of a sentence apart, and leaves what has only one', () => {
  expect(bothLanguages('まだです。 / Not yet.')).toEqual({ ja: 'まだです。', en: 'Not yet.' });
  expect(bothLanguages('invalid JSON')).toEqual({ ja: 'invalid JSON', en: 'invalid JSON' });
});

it('names two hundred faults and counts the others', () => {
  const unknown = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}`, 1]));
  const issues = issuesOf(unknown);
  expect(issues).toHaveLength(201);
  expect(issues.at(-1)).toEqual({
    path: '',
    message: { ja: 'ほかに100か所あります。', en: 'There are 100 more.' },
  });
});
