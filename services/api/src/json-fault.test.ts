import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

describe('JSON text', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '"a:b"',
    '"\\ud83d\\ude00 \\\\ud800 \\u0000"',
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a\\"":1,"a":2}',
    '{"a":"\\\\","b":"{\\"a\\":1,\\"a\\":2}"}',
    '{ "a" : 1 , "b" : ["a", "a"] }',
    `${'['.repeat(64)}${']'.repeat(64)}`,
  ])('is fine: %s', text => {
    expect(JSON.parse(text)).toBeDefined();
    expect(jsonFault(text)).toBeNull();
  });

  it.each([
    ['{"a":1,"a":2}', /twice/],
    ['{"a":1,"\\u0061":2}', /twice/],
    ['{"x":[{"a":1 , "a" :2}]}', /twice/],
    ['{"__proto__":1}', /__proto__/],
    ['{"a":"x\\ud800"}', /surrogate/],
    ['{"\\udc00":1}', /surrogate/],
    ['{"x":{"\\u005f_proto__":{}}}', /__proto__/],
    [`${'['.repeat(65)}${']'.repeat(65)}`, /deeper/],
    [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /deeper/],
    [JSON.stringify(Array.from({ length: 30_001 }, () => 1)), /values/],
    [JSON.stringify(Object.fromEntries(Array.from({ length: 30_001 }, (_, at) => [at, 1]))), /values/],
    [JSON.stringify({ a: Array.from({ length: 30_001 }, () => ({})) }), /values/],
  ])('is refused though it parses: %#', (text, why) => {
    expect(jsonFault(text)?.en).toMatch(why);
    expect(jsonFault(text)?.ja).toMatch(/[ぁ-ん].*。$/);
  });

  it('is looked through in a moment at a megabyte', () => {
    const text = JSON.stringify({
      have: Object.fromEntries(Array.from({ length: 25_000 }, (_, at) => [`case-${at}-x`.padEnd(36, 'y'), at])),
    });
    const began = performance.now();
    expect(jsonFault(text)).toBeNull();
    expect(performance.now() - began).toBeLessThan(250);
  });
});
