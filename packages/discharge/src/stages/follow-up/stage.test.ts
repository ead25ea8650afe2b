import { describe, expect, it } from 'vitest';
import { aCase } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';

describe('follow-up', () => {
  it('asks for the early contact and months one, three and six', () => {
    const child = aCase().goesTo('followUp');
    const refused = child.tries('dsn', 'followUp.closed');
    expect(codesOf(refused)).toEqual(['earlyContact', 'month1', 'month3', 'month6']);
    expect(refused.ok ? [] : refused.reasons.map(({ fix }) => fix?.fill?.point)).toEqual([
      'early',
      'month1',
      'month3',
      'month6',
    ]);
    child.prepares().sends('dsn', 'followUp.closed');
    expect(child.position().stage).toBe('stableAtHome');
  });

  it('cancels a month when it is evaluated, and lets a missed one be waived', () => {
    const child = aCase().goesTo('followUp').sends('dsn', 'followUp.evaluated', { point: 'month1' });
    expect(child.steps.at(-1)?.decision).toMatchObject({
      deadlines: expect.arrayContaining([{ kind: 'followUp', ref: 'month1', dueOn: null, fires: null }]),
    });
    for (const requirementId of ['earlyContact', 'month3', 'month6'])
      child.sends('head', 'requirement.waived', { requirementId, reason: '転居' });
    child.sends('dsn', 'followUp.closed');
  });
});
