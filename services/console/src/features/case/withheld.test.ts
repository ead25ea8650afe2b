import { describe, expect, it } from 'vitest';
import { isPart, isWayKept, whyCategory, whyEntry } from './withheld.ts';

/** A coordinator with consent for the clinical part, none for the plan. */
const partner = {
  class: 'partner',
  hidden: ['plan', 'money'],
  sight: { contacts: 'read', clinical: 'summary', plan: 'writeOwn' },
} as const;
const view = { ...partner, hidden: [...partner.hidden] };

describe('why something is not shown', () => {
  it('is the role where the role is never shown it, whatever the consent', () => {
    expect(whyCategory(view, 'money')).toBe('part.notYours');
    expect(whyEntry(view, 'money')).toBe('part.notYours');
  });
  it('is the consent where only that is missing', () => {
    expect(whyCategory(view, 'plan')).toBe('part.hidden');
    expect(whyEntry(view, 'plan')).toBe('part.hidden');
  });
  it('is the role for the words of an entry of which it is told a summary', () => {
    expect(whyEntry(view, 'clinical')).toBe('part.notYours');
  });
  it('is not said of what others settle between them, nor of what is not named', () => {
    expect(whyEntry(view, 'contacts')).toBe('part.unsaid');
    expect(whyEntry(view, 'hidden')).toBe('part.unsaid');
  });
});

it('knows of which categories only a part is shown', () => {
  expect(isPart(view, 'clinical')).toBe(true);
  expect(isPart(view, 'contacts')).toBe(false);
  expect(isPart(view, 'money')).toBe(false);
});

it('keeps the way on from a role that sees only its own part of the plan, not from one without consent', () => {
  const school = { ...view, sight: { plan: 'own' } } as const;
  expect(isWayKept(school)).toBe(true);
  expect(isWayKept({ ...school, class: 'numberOnly' })).toBe(false);
  expect(isWayKept(view)).toBe(false);
});
