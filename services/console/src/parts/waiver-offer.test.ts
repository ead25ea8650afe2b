import { expect, it } from 'vitest';
import { waiverOffer } from './waiver-offer.ts';

const safety = (params: Record<string, unknown>) => ({ waivable: 'safety' as const, params });

it.each([
  ['doctor', {}, 'condition.waiveSafety'],
  ['wardNurse', {}, 'condition.waiveSafety'],
  ['doctor', { waiverWanted: 'doctor' }, 'condition.waiveSecond'],
  ['dischargeNurse', { waiverWanted: 'doctor' }, null],
  ['wardNurse', { waiverWanted: 'headNurse' }, 'condition.waiveSecond'],
  ['doctor', { waiverWanted: 'headNurse' }, null],
])('a safety condition, to %s, %j: %s', (role, params, offer) => {
  expect(waiverOffer(safety(params), role)).toBe(offer);
});

it('one exception is enough for others, and none is offered where none is made', () => {
  expect(waiverOffer({ waivable: 'yes', params: {} }, 'doctor')).toBe('condition.waive');
  expect(waiverOffer({ waivable: 'no', params: {} }, 'doctor')).toBeNull();
});
