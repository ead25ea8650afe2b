import { organisationKinds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { rolesOfKind } from './roles-of-kind.ts';

describe('an organisation', () => {
  it('has administrators whatever its kind, and gives no role of the family or of a wall display', () => {
    for (const kind of organisationKinds) {
      expect(rolesOfKind(kind), kind).toContain('admin');
      for (const role of ['family', 'display'] as const) expect(rolesOfKind(kind), kind).not.toContain(role);
    }
  });

  it('gives coordinators as a hub alone, discharge nurses as a hospital alone', () => {
    const giving = (role: 'coordinator' | 'dischargeNurse') =>
      organisationKinds.filter(kind => rolesOfKind(kind).includes(role));
    expect(giving('coordinator')).toEqual(['hub']);
    expect(giving('dischargeNurse')).toEqual(['childrensHospital', 'hospital', 'facility']);
  });
});
