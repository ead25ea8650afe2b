import { describe, expect, it } from 'vitest';
import { aCase } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';

const visitId = 'first-h1';

describe('first visit', () => {
  it('is signed by the hospital and by the station, each for itself', () => {
    const child = aCase().goesTo('firstVisit');
    expect(codesOf(child.tries('hvn', 'firstVisit.closed'))).toEqual(['visitSignedByBoth', 'differencesResolved']);
    expect(codesOf(child.tries('hvn', 'visit.signed', { visitId, side: 'station' }))).toEqual(['visit.unrecorded']);
    const recorded = { visitId, differences: 0, findings: '記録' };
    expect(codesOf(child.tries('dsn', 'visit.recorded', { ...recorded, side: 'station' }))).toEqual(['visit.side']);
    expect(codesOf(child.tries('hvn', 'visit.recorded', { ...recorded, side: 'hospital' }))).toEqual(['visit.side']);
    child.sends('hvn', 'visit.recorded', { visitId, side: 'station', differences: 0, findings: '記録' });
    expect(codesOf(child.tries('hvn', 'visit.signed', { visitId, side: 'hospital' }))).toEqual(['visit.side']);
    expect(codesOf(child.tries('dsn', 'visit.signed', { visitId, side: 'station' }))).toEqual(['visit.side']);
    child.sends('hvn', 'visit.signed', { visitId, side: 'station' });
    expect(codesOf(child.tries('hvn', 'firstVisit.closed'))).toEqual(['visitSignedByBoth']);
    child.sends('dsn', 'visit.signed', { visitId, side: 'hospital' }).sends('hvn', 'firstVisit.closed');
    expect(child.position().stage).toBe('followUp');
    expect(child.facts().handoffs).toMatchObject([{ status: 'closed' }]);
  });

  it('resolves every difference from the day of discharge before it is closed', () => {
    const child = aCase().goesTo('firstVisit').prepares('difference.resolved');
    expect(child.tries('hvn', 'firstVisit.closed')).toMatchObject({
      reasons: [{ code: 'differencesResolved', params: { left: 1 }, waivable: 'no' }],
    });
    child.sends('hvn', 'difference.resolved', { visitId, resolved: 5 }).sends('hvn', 'firstVisit.closed');
  });

  it('is closed without the second signature when a head nurse waives it, the visit being unaccompanied', () => {
    const child = aCase().goesTo('firstVisit').sends('hvn', 'visit.recorded', {
      visitId,
      side: 'station',
      differences: 0,
      findings: '記録',
    });
    child
      .sends('hvn', 'visit.signed', { visitId, side: 'station' })
      .sends('head', 'requirement.waived', { requirementId: 'visitSignedByBoth', reason: '同行なし' })
      .sends('hvn', 'firstVisit.closed');
    expect(child.position().stage).toBe('followUp');
  });

  it('may be declined by the family at the door', () => {
    const child = aCase().goesTo('firstVisit').sends('hvn', 'firstVisit.refused', { reason: '玄関先で断られた' });
    expect(child.position().stage).toBe('followUp');
  });

  it('is not planned anew once it is recorded', () => {
    const child = aCase().goesTo('firstVisit').prepares();
    const body = { visitId, visitKind: 'first', plannedOn: '@60', accompanied: false };
    expect(codesOf(child.tries('dsn', 'visit.planned', body))).toEqual(['item.state']);
  });
});
