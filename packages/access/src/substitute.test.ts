import { describe, expect, it } from 'vitest';
import { mayEndSubstitution, maySubstitute, standsInFor, substitutionFaults } from './substitute.ts';
import { aViewer } from './testing/viewers.ts';

const nurse = aViewer('dischargeNurse', { membership: 'm-nurse' });
const other = aViewer('wardNurse', { membership: 'm-other' });
const keeper = aViewer('admin', { membership: 'm-keeper' });
const absent = { membership: 'm-nurse', org: 'org' };
const away = { ...absent, substitute: 'm-other', fromOn: '2026-12-10', untilOn: '2026-12-12', isEnded: false };

describe('who stands in for somebody', () => {
  it('is said by themselves, or by whoever keeps the people of their organisation', () => {
    expect([nurse, keeper, other].map(viewer => maySubstitute(viewer, absent))).toEqual([true, true, false]);
    const stranger = aViewer('admin', { org: 'elsewhere' });
    expect(maySubstitute(stranger, absent)).toBe(false);
    expect(maySubstitute(keeper, { membership: 'm-keeper', org: 'org' })).toBe(true);
  });

  it('is ended by the same, and by whoever stands in', () => {
    const third = aViewer('doctor', { membership: 'm-third' });
    expect([nurse, keeper, other, third].map(viewer => mayEndSubstitution(viewer, away))).toEqual([
      ...[true, true, true],
      false,
    ]);
  });

  it('is a colleague who works with cases, for a while that is not over', () => {
    const faults = (substitute: typeof nurse, fromOn: string, untilOn: string) =>
      substitutionFaults({ absent: nurse, substitute }, { fromOn, untilOn }, '2026-12-10');
    expect(faults(other, '2026-12-10', '2026-12-10')).toEqual([]);
    expect(faults(nurse, '2026-12-10', '2026-12-12')).toEqual(['oneself']);
    expect(faults(aViewer('wardNurse', { org: 'elsewhere', membership: 'x' }), '2026-12-10', '2026-12-12')).toEqual([
      'elsewhere',
    ]);
    expect(faults(keeper, '2026-12-10', '2026-12-12')).toEqual(['withoutCases']);
    expect(faults(other, '2026-12-12', '2026-12-11')).toEqual(['backwards']);
    expect(faults(other, '2026-12-01', '2026-12-09')).toEqual(['over']);
    expect(faults(other, '2026-12-10', '2027-03-13')).toEqual(['tooLong']);
  });

  it('does so from the first day to the last, and ends by itself or before', () => {
    const on = (day: string, over: object = {}) => standsInFor({ ...away, ...over }, other, day);
    expect(['2026-12-09', '2026-12-10', '2026-12-12', '2026-12-13'].map(day => on(day))).toEqual([
      ...[false, true, true],
      false,
    ]);
    expect(on('2026-12-11', { isEnded: true })).toBe(false);
    expect(standsInFor(away, nurse, '2026-12-11')).toBe(false);
  });
});
