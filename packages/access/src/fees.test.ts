import { roleIds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { categoryRights } from './case-access.ts';
import { seesFees } from './fees.ts';
import type { Viewer } from './viewer.ts';

const all = ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'images', 'disaster'] as const;
const viewer = (role: Viewer['role']): Viewer => ({
  ...{ person: 'p', membership: 'm', org: 'o', orgKind: 'hospital', flags: [] },
  role,
});

describe('who is told what a case would make payable', () => {
  it('is who reads the money of a case that the own organisation leads', () => {
    const told = roleIds.filter(role => seesFees(categoryRights(viewer(role), { class: 'full', categories: all })));
    expect(told).toEqual(['dischargeNurse', 'coordinator']);
  });

  it('is no partner, whatever the consent names', () => {
    for (const role of roleIds)
      expect(seesFees(categoryRights(viewer(role), { class: 'partner', categories: all })), role).toBe(false);
  });

  it('is nobody to whom one of the categories is closed', () => {
    for (const closed of ['money', 'plan', 'clinical', 'family', 'contacts']) {
      const categories = all.filter(category => category !== closed);
      expect(seesFees(categoryRights(viewer('dischargeNurse'), { class: 'full', categories })), closed).toBe(false);
    }
  });
});
