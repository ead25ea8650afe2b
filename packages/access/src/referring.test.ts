import type { RoleId } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { type ReferralStanding, referralSight } from './referring.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

const someone = (org: string, role: RoleId = 'dischargeNurse'): Viewer => ({
  ...{ person: `${role}-${org}`, membership: `m-${org}`, org, orgKind: 'hospital', role, flags: [] },
});
const referral = (state: ReferralStanding['state']) => ({ from: 'station', to: 'hospital', state });

const lead: CaseAccess = { class: 'full', categories: ['contacts', 'plan'] };

describe('a referral', () => {
  it.each([
    ['sent', null, true],
    ['accepted', lead, true],
    ['accepted', { class: 'partner', categories: ['contacts'] }, true],
    ['accepted', { class: 'partner', categories: ['plan'] }, false],
    ['accepted', { class: 'numberOnly', categories: [] }, false],
    ['accepted', null, false],
    ['declined', lead, false],
    ['withdrawn', null, false],
  ] as const)('that is %s, its case seen as %j, tells its receiver of the child: %j', (state, access, tellsChild) => {
    expect(referralSight(someone('hospital'), referral(state), access)).toEqual({ as: 'receiver', tellsChild });
    // The sender keeps what it wrote.
    expect(referralSight(someone('station', 'visitingNurse'), referral(state), null)).toEqual({
      ...{ as: 'sender', tellsChild: true },
    });
  });

  it('is read by nobody else', () => {
    for (const viewer of [
      someone('other'),
      someone('hospital', 'wardNurse'),
      someone('hospital', 'admin'),
      someone('station', 'admin'),
      someone('other', 'visitingNurse'),
    ])
      expect(referralSight(viewer, referral('sent'), lead), viewer.person).toBeNull();
  });
});
