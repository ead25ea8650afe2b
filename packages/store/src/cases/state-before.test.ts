import { emptyFacts } from '@kaerimichi/discharge';
import { pathwayVersion, upgradeState } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { toStateBefore } from './state-before.ts';

const facts = { ...emptyFacts('hospital'), entry: { seq: 1, on: '2026-12-01', round: 0, stage: 'screening' } };

describe('the state that a move keeps for undo', () => {
  it('goes the way of its version: a stage that was renamed, a fact that was added', () => {
    const { holds, ...before } = facts;
    const way = new Map([[0, () => ({ value: 'familyInterview', facts: { ...before, holds } })]]);
    const kept = { pathwayVersion: 0, value: 'talk', facts: before };
    expect(toStateBefore(kept, stored => upgradeState(stored, way))).toEqual({
      pathwayVersion,
      value: 'familyInterview',
      facts,
    });
  });

  it('of the present version is taken as it is, and of a fact there is none', () => {
    expect(toStateBefore({ pathwayVersion, value: 'a', facts })).toEqual({ pathwayVersion, value: 'a', facts });
    expect(toStateBefore(null)).toBeNull();
  });

  it('is of the first version where it does not say', () => {
    const versions: number[] = [];
    const note = (stored: Parameters<typeof upgradeState>[0]) => {
      versions.push(stored.pathwayVersion);
      return { value: stored.value, facts };
    };
    toStateBefore({ value: 'a', facts }, note);
    expect(versions).toEqual([1]);
  });

  it('is refused where no way leads here', () => {
    expect(() => toStateBefore({ pathwayVersion: 9, value: 'a', facts })).toThrow('no way leads');
  });
});
