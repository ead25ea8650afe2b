import { describe, expect, it } from 'vitest';
import { aCase } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';

describe('discharged', () => {
  it('begins the first visit when it is planned', () => {
    const child = aCase().sends('dsn', 'case.adopted', { stage: 'discharged', since: '@0', source: 'paper' });
    expect(codesOf(child.tries('hvn', 'firstVisit.begun'))).toEqual(['visitPlanned']);
    child
      .sends('dsn', 'visit.planned', { visitId: 'v1', visitKind: 'first', plannedOn: '@2', accompanied: true })
      .sends('hvn', 'firstVisit.begun');
    expect(child.position().stage).toBe('firstVisit');
  });

  it.each(['firstVisit.notPlanned', 'firstVisit.refused'])('goes on to follow-up with %s and a reason', type => {
    const child = aCase().goesTo('discharged').sends('dsn', type, { reason: '家族の希望' });
    expect(child.position().stage).toBe('followUp');
  });
});
