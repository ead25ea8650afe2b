import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareChildren, type KnownChild, mayBeOneChild } from './same-child.ts';

const sora: KnownChild = {
  familyName: '石井',
  givenName: 'そら',
  familyKana: 'いしい',
  givenKana: 'そら',
  sex: 'female',
  municipality: '141003',
  bornOn: '2025-09-10',
  expectedOn: null,
  birthOrder: null,
};
const unnamed = { givenName: null, givenKana: null };
const unborn = { ...unnamed, bornOn: null, sex: 'unknown' };
const isOne = (over: Partial<KnownChild>, other: Partial<KnownChild> = {}) =>
  mayBeOneChild({ ...sora, ...other }, { ...sora, ...over });

describe('two cases may be of one child', () => {
  it.each<[string, Partial<KnownChild>, Partial<KnownChild>?]>([
    ['the same', {}],
    ['read alike, however it is written', { familyName: '石居', familyKana: 'ｲｼｲ', givenKana: 'ソラ ' }],
    ['without a reading on one side, by the name', { familyKana: null, givenKana: null }],
    ['moved to another town', { municipality: '142018' }],
    ['not named yet, born on the same day', unnamed],
    ['its sex not known yet', { sex: 'unknown' }],
    ['expected, and born since', { bornOn: null, expectedOn: '2025-09-20' }],
    [
      'expected by both, reckoned a week apart',
      { bornOn: null, expectedOn: '2026-01-08' },
      { bornOn: null, expectedOn: '2026-01-01' },
    ],
    ['the first of twins, here and there', { birthOrder: 1 }, { birthOrder: 1, ...unnamed }],
  ])('%s', (_what, over, other) => {
    expect(isOne(over, other)).toBe(true);
  });
});

describe('two cases are of two children', () => {
  it.each<[string, Partial<KnownChild>, Partial<KnownChild>?]>([
    ['twins with names', { givenName: 'うみ', givenKana: 'うみ' }],
    ['twins whose order alone is known', { ...unnamed, birthOrder: 1 }, { ...unnamed, birthOrder: 2 }],
    ['a brother and a sister', { ...unnamed, sex: 'male' }],
    ['another family', { familyName: '石田', familyKana: 'いしだ' }],
    ['another day of birth', { bornOn: '2025-09-11' }],
    ['no family name on one side', { familyName: null, familyKana: null }],
    ['born long before it was expected there', { bornOn: null, expectedOn: '2026-06-01' }],
    [
      'two expected at the same time, of whom nobody has a name',
      { ...unborn, expectedOn: '2026-01-01' },
      { ...unborn, expectedOn: '2026-01-02' },
    ],
    ['of the same name, in two towns, without a day of birth', { bornOn: null, municipality: '142018' }],
  ])('%s', (_what, over, other) => {
    expect(isOne(over, other)).toBe(false);
  });
});

it('compares alike from either side', () => {
  const child = fc.record({
    familyName: fc.constantFrom('石井', null),
    givenName: fc.constantFrom('そら', 'うみ', null),
    familyKana: fc.constantFrom('いしい', 'イシイ', null),
    givenKana: fc.constantFrom('そら', 'うみ', null),
    sex: fc.constantFrom('female', 'male', 'unknown'),
    municipality: fc.constantFrom('141003', '142018', null),
    bornOn: fc.constantFrom('2025-09-10', '2025-09-11', null),
    expectedOn: fc.constantFrom('2025-09-20', '2026-06-01', null),
    birthOrder: fc.constantFrom(1, 2, null),
  });
  fc.assert(
    fc.property(child, child, (a, b) => {
      expect(compareChildren(a, b)).toEqual(compareChildren(b, a));
      expect(mayBeOneChild(a, b)).toBe(mayBeOneChild(b, a));
    }),
  );
});
