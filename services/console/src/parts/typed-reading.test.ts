import { describe, expect, it } from 'vitest';
import { beginReading, goOnReading, kanaOfComposition, noReading, type Reading } from './typed-reading.ts';

const compose = (steps: readonly string[], from: Reading = noReading) => steps.reduce(goOnReading, from);
const filled = (steps: readonly string[]) => compose(steps).filled;

describe('the reading of a name that an input method composes', () => {
  it.each([
    [['い', 'いs', 'いし', 'いしi', 'いしい', '石井'], 'いしい'],
    [['いs', 'いsh', 'いし', 'いしい', '石い', '石井', '石居'], 'いしい'],
    [['イ', 'イシ', 'イシイ'], 'いしい'],
    [['い', 'いし', 'い', 'いと', '糸'], 'いと'],
    [['いし', ''], ''],
    [['s'], ''],
  ])('of %j is %s', (steps, kana) => {
    expect(filled(steps)).toBe(kana);
  });
  it('tells kana from what is converted, and leaves out what is not kana yet', () => {
    expect(['いｓｈ', 'ｲｼ', '石', '', 'Ann'].map(kanaOfComposition)).toEqual(['い', 'いし', null, null, null]);
  });
});

describe('where it is filled in', () => {
  it('is an empty field of a name that begins', () => {
    expect(beginReading(noReading, { name: '', kana: '' })).toEqual(noReading);
  });
  it('goes on behind what was filled in before', () => {
    const first = compose(['たか', '高']);
    const next = beginReading(first, { name: '高', kana: 'たか' });
    expect(next && compose(['はし', '橋'], next).filled).toBe('たかはし');
  });
  it('begins anew where the whole name is written over', () => {
    const next = beginReading(compose(['いしい', '石井']), { name: '', kana: 'いしい' });
    expect(next && compose(['たなか', '田中'], next).filled).toBe('たなか');
  });
  it('is never what somebody typed or knew', () => {
    const first = compose(['いしい', '石井']);
    expect(beginReading(first, { name: '石井', kana: 'いしいい' })).toBeNull();
    expect(beginReading(noReading, { name: '', kana: 'はやみ' })).toBeNull();
    // A name whose reading nobody gave: a part of it would look like the whole.
    expect(beginReading(noReading, { name: '早', kana: '' })).toBeNull();
  });
});
