import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson, saltedHash } from './canonical.ts';

describe('the salted hash of a record', () => {
  it('has a salt of its own each time, of 16 bytes, however many are drawn', () => {
    const salts = Array.from({ length: 1_000 }, () => saltedHash({ text: '同じ' }).salt);
    expect(new Set(salts).size).toBe(1_000);
    expect(salts.filter(salt => !/^[0-9a-f]{32}$/.test(salt))).toEqual([]);
    expect(salts.filter(salt => /^0+$/.test(salt))).toEqual([]);
  });

  it('is that of the salt and the canonical text', () => {
    const { salt, hash } = saltedHash({ b: 1, a: '髙' });
    expect(canonicalJson({ b: 1, a: '髙' })).toBe('{"a":"髙","b":1}');
    expect(hash).toBe(createHash('sha256').update(`${salt}{"a":"髙","b":1}`).digest('hex'));
  });
});
