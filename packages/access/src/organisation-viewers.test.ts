import { organisationKinds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { seesBoard } from './commands.ts';
import { organisationViewers } from './organisation-viewers.ts';

describe('an organisation that is told something', () => {
  it('reads as each role that sees cases there, with no flag of anybody', () => {
    const roles = (kind: Parameters<typeof organisationViewers>[1]) =>
      organisationViewers('o', kind).map(({ role }) => role);
    expect(roles('hospital')).toEqual(['dischargeNurse', 'wardNurse', 'doctor']);
    expect(roles('visitingNursingStation')).toEqual(['visitingNurse']);
    expect(roles('prefecture')).toEqual([]);
    expect(roles('pharmacy')).toEqual([]);
    for (const kind of organisationKinds)
      for (const viewer of organisationViewers('o', kind)) {
        expect(viewer).toMatchObject({ org: 'o', orgKind: kind, membership: '', flags: [] });
        expect(seesBoard(viewer)).toBe(true);
      }
  });
});
