import { describe, expect, it } from 'vitest';
import { isSameJson } from './is-same-json.ts';

const value = { a: 1, b: [{ c: null, d: undefined }, 'e'], f: { g: false } };

describe('two values as JSON', () => {
  it('are the same in any order of keys, an undefined field like an absent one', () => {
    expect(isSameJson(value, { f: { g: false }, b: [{ c: null }, 'e'], a: 1 })).toBe(true);
  });

  it.each([
    ['a field is missing', { a: 1, b: value.b }],
    ['a field is more', { ...value, h: null }],
    ['a field has another name', { a: 1, b: value.b, h: { g: false } }],
    ['a value differs', { ...value, a: 2 }],
    ['a kind differs', { ...value, a: '1' }],
    ['null stands for an object', { ...value, f: null }],
    ['an object stands for null', { ...value, b: [{ c: {} }, 'e'] }],
    ['an array is longer', { ...value, b: [...value.b, 1] }],
    ['an array has another order', { ...value, b: value.b.toReversed() }],
    ['an object stands for an array', { ...value, b: { 0: { c: null }, 1: 'e' } }],
    ['an array stands for an object', { ...value, f: [] }],
  ])('differ where %s', (_, other) => {
    expect(isSameJson(value, other)).toBe(false);
  });
});
