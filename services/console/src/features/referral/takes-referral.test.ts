import { describe, expect, it } from 'vitest';
import { takesReferral } from './takes-referral.ts';

describe('a referral', () => {
  it('is added to an open case that the own organisation leads, and to no other', () => {
    expect(takesReferral({ lead: 'own', stage: 'screening' }, 'own')).toBe(true);
    expect(takesReferral({ lead: 'own', stage: 'closed' }, 'own')).toBe(false);
    expect(takesReferral({ lead: 'other', stage: 'screening' }, 'own')).toBe(false);
  });
});
