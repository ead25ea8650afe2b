import { roleIds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { readsOverrides, readsOverridesOf } from './index.ts';
import { aViewer } from './testing/viewers.ts';

const all = ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'images', 'disaster'] as const;
const keeper = (role: (typeof roleIds)[number]) => aViewer(role, { flags: ['orgAdmin', 'mayWaive'] });

describe('the override register', () => {
  it('is for whoever writes the rules, and for nobody else who makes exceptions', () => {
    expect(roleIds.filter(role => readsOverrides(aViewer(role, { flags: ['mayWaive'] })))).toEqual(['admin']);
    expect(roleIds.filter(role => readsOverrides(keeper(role)))).toEqual(roleIds);
  });

  it('tells line by line whoever reads the plan of that case whole; to administer opens none', () => {
    const told = (visibility: 'full' | 'partner' | 'numberOnly', categories: (typeof all)[number][]) =>
      roleIds.filter(role => readsOverridesOf(keeper(role), { class: visibility, categories }));
    expect(told('full', [...all])).toEqual(expect.arrayContaining(['dischargeNurse', 'wardNurse', 'doctor']));
    for (const blind of ['admin', 'prefecture', 'display', 'family', 'school', 'deviceVendor'])
      expect(told('full', [...all])).not.toContain(blind);
    expect(
      told(
        'full',
        all.filter(category => category !== 'plan'),
      ),
    ).toEqual([]);
    expect(told('numberOnly', [...all])).toEqual([]);
    expect(readsOverridesOf(keeper('dischargeNurse'), null)).toBe(false);
  });
});
