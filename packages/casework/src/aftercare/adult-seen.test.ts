import { describe, expect, it } from 'vitest';
import { gapIn } from './adult-seen.ts';

describe('a gap between answers', () => {
  it('is where one says “can” of what another says “not yet”', () => {
    expect(gapIn({ young: 'notYet', family: 'can', team: 'aLittle' })).toEqual({ most: ['family'], least: ['young'] });
    expect(gapIn({ young: 'can', family: 'notYet', team: 'notYet' })).toEqual({
      most: ['young'],
      least: ['family', 'team'],
    });
  });

  it('is none between neighbours, of one answer alone, or of none', () => {
    expect(gapIn({ young: 'aLittle', family: 'notYet', team: 'aLittle' })).toBeNull();
    expect(gapIn({ young: 'can', family: null, team: null })).toBeNull();
    expect(gapIn({ young: null, family: null, team: null })).toBeNull();
  });
});
