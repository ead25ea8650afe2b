import type { Viewer } from '@kaerimichi/access';
import { expect, it } from 'vitest';
import { roleSight } from './role-sight.ts';

const viewer = (role: Viewer['role']): Viewer => ({
  person: 'p1',
  membership: 'm1',
  org: 'hub',
  orgKind: 'hub',
  role,
  flags: [],
});

it('of a partner is the whole row of its role, also before there is any consent', () => {
  const asPartner = roleSight(viewer('coordinator'), 'partner');
  expect(asPartner).toMatchObject({ contacts: 'read', clinical: 'summary', family: 'summary' });
  expect(asPartner.money).toBeUndefined();
  expect(roleSight(viewer('coordinator'), 'numberOnly')).toEqual(asPartner);
});
it('of the lead is the row of its own cases', () => {
  expect(roleSight(viewer('wardNurse'), 'full').money).toBeUndefined();
  expect(roleSight(viewer('dischargeNurse'), 'full').money).toBe('write');
});
it('never names protection', () => {
  expect(roleSight(viewer('dischargeNurse'), 'full').protection).toBeUndefined();
});
