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

describe('the records of a visit', () => {
  const record = { visitId, side: 'station', base: 0, differences: 0, findings: '記録' };
  const visitOf = (child: ReturnType<typeof aCase>) => child.facts().visits.find(({ id }) => id === visitId);

  it('stand beside each other where neither was begun on the other, and void the signature of their side', () => {
    const child = aCase().goesTo('firstVisit').sends('hvn', 'visit.recorded', record);
    child.sends('hvn', 'visit.signed', { visitId, side: 'station' }).sends('hvn', 'visit.recorded', record);
    expect(visitOf(child)).toMatchObject({ versions: [{ side: 'station' }, { side: 'station' }], signedBy: [] });
    expect(codesOf(child.tries('hvn', 'visit.signed', { visitId, side: 'station' }))).toEqual(['visit.twoVersions']);
    const keep = visitOf(child)?.versions?.[0]?.seq ?? 0;
    expect(codesOf(child.tries('dsn', 'visit.versionChosen', { visitId, side: 'station', keep }))).toEqual([
      'visit.side',
    ]);
    child.sends('hvn', 'visit.versionChosen', { visitId, side: 'station', keep });
    child.sends('hvn', 'visit.signed', { visitId, side: 'station' });
    expect(visitOf(child)).toMatchObject({ versions: [{ side: 'station', seq: keep }], signedBy: ['station'] });
  });

  it('take the place of the one on which they were begun', () => {
    const child = aCase().goesTo('firstVisit').sends('hvn', 'visit.recorded', record);
    const base = visitOf(child)?.versions?.[0]?.seq ?? 0;
    child.sends('hvn', 'visit.recorded', { ...record, base });
    expect(visitOf(child)?.versions).toEqual([{ side: 'station', seq: child.seq() }]);
  });

  it('open a part once, whoever found it otherwise, until it is resolved by name', () => {
    const areas = [{ id: 'devicesSupplies', areaState: 'notAsAtDischarge' }];
    const child = aCase().goesTo('firstVisit');
    child.sends('hvn', 'visit.recorded', { ...record, differences: 1, areas });
    child.sends('dsn', 'visit.recorded', { ...record, side: 'hospital', differences: 1, areas });
    expect(visitOf(child)).toMatchObject({ openDifferences: 1, differing: ['devicesSupplies'] });
    const blind = child.tries('dsn', 'difference.resolved', { visitId, resolved: 1 });
    expect(codesOf(blind)).toEqual(['visit.whichDifference']);
    child.sends('dsn', 'difference.resolved', { visitId, resolved: 1, resolvedAreas: ['devicesSupplies'] });
    expect(visitOf(child)).toMatchObject({ openDifferences: 0, differing: [] });
  });
});
