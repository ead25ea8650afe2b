import type { MembershipFlag, RoleId } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { membershipFaults, rolesToGive, type SlipWish, whyNoSlip } from './membership-rules.ts';
import { aViewer } from './testing/viewers.ts';

const founder = aViewer('admin', { flags: ['orgAdmin'] });
const keeper = aViewer('admin');
const headNurse = aViewer('dischargeNurse', { flags: ['orgAdmin'] });
const nurse = aViewer('dischargeNurse');

describe('roles that are given to somebody new', () => {
  const own = { id: 'org', kind: 'visitingNursingStation', isEmpty: false } as const;
  const other = { id: 'other', kind: 'clinic', isEmpty: false } as const;

  it('are those of the own organisation, by whoever administers it', () => {
    for (const giver of [founder, keeper, headNurse])
      expect(rolesToGive(giver, own)).toEqual(['visitingNurse', 'admin']);
    expect(rolesToGive(nurse, own)).toEqual([]);
  });

  it('are in another organisation that of its first administrator alone, by whoever founds', () => {
    expect(rolesToGive(founder, { ...other, isEmpty: true })).toEqual(['admin']);
    expect(rolesToGive(founder, other)).toEqual([]);
    for (const giver of [keeper, headNurse, nurse]) expect(rolesToGive(giver, { ...other, isEmpty: true })).toEqual([]);
  });
});

describe('a membership that is given', () => {
  const faults = (giver: typeof founder, role: RoleId, flags: readonly MembershipFlag[] = []) =>
    membershipFaults(giver, 'hospital', { role, flags });

  it('has a role of such an organisation, and exceptions only where the role makes them', () => {
    expect(faults(keeper, 'dischargeNurse', ['mayWaive'])).toEqual([]);
    expect(faults(keeper, 'coordinator')).toEqual(['wrongRole']);
    expect(faults(keeper, 'admin', ['mayWaive'])).toEqual(['wrongFlag']);
    expect(faults(keeper, 'school', ['mayWaive'])).toEqual(['wrongRole', 'wrongFlag']);
  });

  it('founds organisations only by somebody who does', () => {
    expect(faults(founder, 'admin', ['orgAdmin'])).toEqual([]);
    for (const giver of [keeper, headNurse]) expect(faults(giver, 'admin', ['orgAdmin'])).toEqual(['notTheirs']);
    expect(faults(keeper, 'dischargeNurse', ['orgAdmin'])).toEqual([]);
  });
});

describe('a slip', () => {
  const on = '2026-12-01';
  const held = (org: string, over: Partial<SlipWish['memberships'][number]> = {}) => ({
    ...{ org: { id: org }, role: 'dischargeNurse' as RoleId, flags: [] as MembershipFlag[] },
    ...{ fromOn: '2026-01-01', untilOn: null as string | null },
    ...over,
  });
  const why = (giver: typeof founder, memberships: SlipWish['memberships'], over: Partial<SlipWish> = {}) =>
    whyNoSlip(giver, { person: 'colleague', memberships, hasComeIn: true, on, ...over });

  it('is for people of the own organisation, but not for oneself', () => {
    expect(why(keeper, [held('org')])).toBeNull();
    expect(why(keeper, [held('org', { untilOn: '2026-03-31' })])).toBeNull();
    expect(why(keeper, [held('org')], { person: keeper.person })).toBe('forbidden');
    expect(why(keeper, [held('other')])).toBe('unknown');
    expect(why(keeper, [])).toBe('unknown');
  });

  it('is not for whoever belongs elsewhere, now or later', () => {
    expect(why(keeper, [held('org'), held('other')])).toBe('elsewhere');
    expect(why(keeper, [held('org'), held('other', { fromOn: '2027-04-01' })])).toBe('elsewhere');
    expect(why(keeper, [held('org'), held('other', { untilOn: '2026-11-30' })])).toBeNull();
  });

  it('is not for a guardian, who belongs to a child and not to the organisation that invited', () => {
    expect(why(founder, [held('org', { role: 'family' })])).toBe('unknown');
    expect(why(keeper, [held('org'), held('org', { role: 'family' })])).toBe('elsewhere');
  });

  it('for whoever founds organisations comes from somebody who does', () => {
    const founding = [held('org', { role: 'admin', flags: ['orgAdmin'] })];
    expect(why(keeper, founding)).toBe('founder');
    expect(why(founder, founding)).toBeNull();
  });

  it('for the first administrator of another organisation comes from whoever founds, until they have come in', () => {
    const first = [held('other', { role: 'admin', flags: ['orgAdmin'] })];
    expect(why(founder, first, { hasComeIn: false })).toBeNull();
    expect(why(founder, first)).toBe('unknown');
    expect(why(keeper, first, { hasComeIn: false })).toBe('unknown');
    expect(why(founder, [...first, held('other')], { hasComeIn: false })).toBe('unknown');
  });
});
