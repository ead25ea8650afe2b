import { expect, it } from 'vitest';
import { comparedChild } from './compared-child.ts';
import { startInput } from './registration.ts';

const today = '2026-11-22';
const empty = startInput('h1', null);

it('asks about no child before a family name or a hospital number is there', () => {
  expect(comparedChild(empty, today)).toBeNull();
  expect(comparedChild({ ...empty, givenKana: 'そら', bornOn: '2025-09-10' }, today)).toBeNull();
});
it('asks with what can be read so far, and leaves the rest', () => {
  expect(comparedChild({ ...empty, familyKana: 'イシイ', givenKana: '空', bornOn: 'いつか' }, today)).toEqual({
    familyKana: 'いしい',
    sex: 'unknown',
  });
  const whole = { ...empty, familyName: '石井', birth: 'expected', expectedOn: 'R8.12.20', birthOrder: '2' };
  expect(comparedChild(whole, today)).toEqual({
    ...{ familyName: '石井', expectedOn: '2026-12-20', sex: 'unknown', birthOrder: 2 },
  });
});
