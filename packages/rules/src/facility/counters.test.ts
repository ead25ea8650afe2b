import { describe, expect, it } from 'vitest';
import { ruleSetIds } from '../rule-set.ts';
import type { FacilityCounts } from './counter.ts';
import { askCounters, counters } from './counters.ts';

const nothing: FacilityCounts = {
  meetings: [],
  plannerContacts: 0,
  liaisonClaims: null,
  beds: null,
  admissions: { all: 0, within3: 0, within7: 0 },
  jointConferences: { all: 0, ofThreeParties: 0 },
};
const asked = (id: string, counts: Partial<FacilityCounts>, on = '2026-12-01') =>
  askCounters({ ...nothing, ...counts }, on).find(answer => answer.id === id) ?? expect.unreachable();
const partners = (thrice: number, twice = 0) => [...Array(thrice).fill(3), ...Array(twice).fill(2)];

describe('partners', () => {
  it.each([
    [24, 9, 'missing'],
    [25, 0, 'met'],
    [26, 3, 'met'],
  ])('%i met three times and %i twice: %s', (thrice, twice, standing) => {
    expect(asked('partners', { meetings: partners(thrice, twice) })).toMatchObject({
      figure: thrice,
      needed: 25,
      standing,
    });
  });
});

describe('contacts with support planners', () => {
  const beds = (general: number, longTerm: number, child: number) => ({ general, longTerm, child });
  it.each([
    // 100 × 0.15 + 20 × 0.1 + 60 × 0.05 = 20: the same number is not enough.
    [beds(100, 20, 60), 20, 'missing', 21],
    [beds(100, 20, 60), 21, 'met', 21],
    // 0 × 0.15 + 0 × 0.1 + 419 × 0.05 = 20.95
    [beds(0, 0, 419), 20, 'missing', 21],
    [beds(0, 0, 419), 21, 'met', 21],
    [beds(0, 0, 0), 0, 'missing', 1],
  ])('against beds %o, %i in all: %s', (of, figure, standing, needed) => {
    const counts = { beds: of, plannerContacts: figure, liaisonClaims: 0 };
    expect(asked('plannerContacts', counts)).toMatchObject({ figure, needed, standing });
    // However they are made up.
    const claimed = { ...counts, plannerContacts: 0, liaisonClaims: figure };
    expect(asked('plannerContacts', claimed)).toMatchObject({ figure, needed, standing });
  });

  it('are for a person where beds or claims are not known, unless the contacts alone are enough', () => {
    expect(asked('plannerContacts', { plannerContacts: 50 })).toMatchObject({ needed: null, standing: 'review' });
    const known = { beds: beds(0, 0, 100) };
    expect(asked('plannerContacts', { ...known, plannerContacts: 5 })).toMatchObject({ needed: 6, standing: 'review' });
    expect(asked('plannerContacts', { ...known, plannerContacts: 6 })).toMatchObject({ needed: 6, standing: 'met' });
  });
});

describe('what a house counts without a number to reach', () => {
  it('is looked at where some were late, and where nothing is recorded', () => {
    const admissions = { all: 8, within3: 7, within7: 8 };
    expect(asked('screenedWithin3', { admissions })).toMatchObject({ figure: 7, needed: 8, standing: 'review' });
    expect(asked('screenedWithin7', { admissions })).toMatchObject({ figure: 8, needed: 8, standing: 'met' });
    expect(asked('screenedWithin7', {})).toMatchObject({ figure: 0, needed: null, standing: 'review' });
    const jointConferences = { all: 9, ofThreeParties: 4 };
    expect(asked('conferencesOfThree', { jointConferences })).toMatchObject({ figure: 4, standing: 'counted' });
  });
});

describe('every counter', () => {
  it('is dated, in both languages, and says where it stands; before the revisions there is none', () => {
    expect(new Set(counters.map(({ id }) => id)).size).toBe(counters.length);
    for (const { id, asks, title, counts, unrecorded, sources } of counters) {
      for (const set of ruleSetIds) expect(sources[set]?.length, id).toBeGreaterThan(0);
      for (const said of [title, counts, unrecorded, ...Object.values(asks)])
        expect(said.ja !== '' && said.en !== '', id).toBe(true);
    }
    expect(asked('partners', {}, '2026-05-31')).toMatchObject({ ruleSet: 'R6/1' });
    expect(asked('partners', {}, '2026-05-31').source).toContain('1(4)');
    expect(asked('partners', {}, '2026-06-01')).toMatchObject({ ruleSet: 'R8/1' });
    expect(asked('partners', {}, '2026-06-01').source).toContain('1(5)');
    expect(askCounters(nothing, '2024-05-31')).toEqual([]);
  });
});
