import { describe, expect, it } from 'vitest';
import { filtersOf, isFiltered, municipalityIn, noFilters, prefectureIn, searchOf } from './facility-filters.ts';

const kinds = ['hospital', 'shelter'];
const read = (address: string) => filtersOf(new URLSearchParams(address), kinds);

describe('filters of the resources', () => {
  it('stand in the address and are read from it', () => {
    const filters = { q: '湘南 台', kind: 'shelter', place: '142051', page: 3 };
    expect(read(searchOf(filters).toString())).toEqual(filters);
    expect(searchOf(noFilters).toString()).toBe('');
  });

  it('that no list could have are passed over', () => {
    expect(read('kind=castle&place=14205&page=0')).toEqual(noFilters);
    expect(read('kind=__proto__&place=xx&page=1.5')).toEqual(noFilters);
  });

  it('narrow by prefecture or municipality; the page alone narrows nothing', () => {
    expect([prefectureIn(read('place=142051')), municipalityIn(read('place=142051'))]).toEqual(['14', '142051']);
    expect([prefectureIn(read('place=14')), municipalityIn(read('place=14'))]).toEqual(['14', '']);
    expect([isFiltered(read('page=2')), isFiltered(read('place=14'))]).toEqual([false, true]);
  });
});
