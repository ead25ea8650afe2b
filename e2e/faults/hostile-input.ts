import { minimalBody, type Schema } from './minimal-body.ts';
import type { Random } from './random-from.ts';

export const pick = <Item>(random: Random, list: readonly Item[]): Item =>
  // A list of this file is never empty.
  list[Math.floor(random() * list.length)] as Item;

/** Texts that have broken programs: right to left, joined, halves of pairs, decomposed kana, variants, controls. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udc00x',
  '‮ほえ‬',
  '👩‍👧‍👦',
  'か\u3099は\u309a',
  '辻\u{e0100}',
  '\ufeff',
  '\u2028',
  '\r\nSet-Cookie: x=1',
  "' OR 1=1 --",
  '%00%0a%2e%2e%2f',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}#{7*7}',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
  '漢'.repeat(3_000),
  '2026-02-30',
  '9999-99-99',
  '0000-00-00',
  '+275760-09-13',
  'NaN',
];
const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [[]],
  [null],
  { length: 1e9 },
  { toString: 'x', valueOf: null },
  Array.from({ length: 2_000 }, () => 0),
  ...hostileTexts,
];
/** What only text can say, in place of a value: numbers beyond all numbers, prototypes, twice the same key, depth. */
const hostileJson: readonly string[] = [
  '1e400',
  '-0',
  '123456789012345678901234567890',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"a":1,"a":2}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  '"\\ud800"',
  '"\\u0000"',
];

const HOLE = '@hostile@';

/** JSON text that begins as a fitting body and has up to three things wrong with it. */
export function hostileBody(schema: Schema, random: Random): string {
  let body: unknown = minimalBody(schema);
  for (let left = Math.floor(random() * 4); left > 0; left--) body = spoil(body, random);
  const text = JSON.stringify(body) ?? 'null';
  const holed = text.replaceAll(`"${HOLE}"`, () => pick(random, hostileJson));
  const draw = random();
  if (draw < 0.03) return holed.slice(0, Math.floor(holed.length * random()));
  if (draw < 0.05) return `${holed}${holed}`;
  if (draw < 0.07) return pick(random, hostileTexts);
  if (draw < 0.08) return `{"x":"${'y'.repeat(1_100_000)}"}`;
  return holed;
}

function spoil(value: unknown, random: Random): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRecord || random() < 0.05) return random() < 0.3 ? HOLE : pick(random, hostileValues);
  const entries = Object.entries(value);
  const draw = random();
  if (draw < 0.2) return { ...value, [pick(random, hostileTexts)]: pick(random, hostileValues) };
  if (draw < 0.25) return { ...value, isAdmin: true, org: 'org-kodomo', version: 1, id: 'x' };
  const at = Math.floor(random() * entries.length);
  if (draw < 0.4) return Object.fromEntries(entries.filter((_entry, index) => index !== at));
  return Object.fromEntries(entries.map(([key, own], index) => [key, index === at ? spoil(own, random) : own]));
}

/** A packet of Socket.IO's text protocol that no client of ours sends. */
export function hostilePacket(random: Random): string {
  const name = pick(random, ['board.watch', 'board.sync', 'case.watch', 'case.leave', 'joinRoom', 'disconnect', '']);
  const value = () => (random() < 0.3 ? pick(random, hostileJson) : JSON.stringify(pick(random, hostileValues)));
  const draw = random();
  if (draw < 0.5) return `2${Math.floor(random() * 1e6)}["${name}",${value()}]`;
  if (draw < 0.6) return `2["${name}"${`,${value()}`.repeat(Math.floor(random() * 20))}]`;
  if (draw < 0.7) return `${Math.floor(random() * 10)}${value()}`;
  if (draw < 0.75) return `0/${pick(random, hostileTexts)},${value()}`;
  if (draw < 0.8) return `5${Math.floor(random() * 1e5)}-["${name}",{"_placeholder":true,"num":${value()}}]`;
  if (draw < 0.85) return `2999999999999999999999999["${name}"]`;
  if (draw < 0.9) return `3${Math.floor(random() * 100)}[${value()}]`;
  return pick(random, hostileTexts);
}
