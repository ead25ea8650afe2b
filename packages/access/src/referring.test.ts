import type { RoleId } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { type ReferralStanding, referralSight } from './referring.ts';
import type { Viewer } from './viewer.ts';

const someone = (org: string, role: RoleId = 'dischargeNurse'): Viewer => ({
  ...{ person: `${role}-${org}`, membership: `m-${org}`, org, orgKind: 'hospital', role, flags: [] },
});
const referral = (state: ReferralStanding['state']) => ({ from: 'station', to: 'hospital', state });

describe('a referral', () => {
  it.each([
    ['sent', true],
    ['accepted', true],
    ['declined', false],
    ['withdrawn', false],
  ] as const)('that is %s tells its receiver of the child: %j; its sender keeps what it wrote', (state, tellsChild) => {
    expect(referralSight(someone('hospital'), referral(state))).toEqual({ as: 'receiver', tellsChild });
    expect(referralSight(someone('station', 'visitingNurse'), referral(state))).toEqual({
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
      expect(referralSight(viewer, referral('sent')), viewer.person).toBeNull();
  });
});
