import { expect, it } from 'vitest';
import { kindForPart, toldFacility } from './told-facility.ts';

it('writes a facility down with its telephone, and never cuts that', () => {
  expect(toldFacility({ name: '試験訪問看護', phone: '0466-00-0000' })).toBe('試験訪問看護 0466-00-0000');
  expect(toldFacility({ name: '試験', phone: null })).toBe('試験');
  const long = toldFacility({ name: '長'.repeat(300), phone: '0466-00-0000' });
  expect([long.length, long.endsWith('長 0466-00-0000')]).toEqual([200, true]);
});

it('looks first for what takes the part, where there is any', () => {
  expect(kindForPart('visitingNurse', ['visitingNursing'])).toBe('visitingNursing');
  expect(kindForPart('visitingNurse', ['hospital'])).toBe('');
  expect(kindForPart('interpreter', ['hospital'])).toBe('');
});
