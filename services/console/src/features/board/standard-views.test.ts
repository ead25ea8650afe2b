import { viewSettings } from '@kaerimichi/contracts';
import { roleIds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { en } from '../../words/en/index.ts';
import { ja } from '../../words/ja/index.ts';
import { lanesOfRole, standardViews, viewsOfRole } from './standard-views.ts';

describe('the views that everybody has', () => {
  it.each(Object.entries(standardViews))('%s is one that could be saved, and has a name', (id, settings) => {
    expect(viewSettings.safeParse(settings).error).toBeUndefined();
    for (const words of [ja, en]) expect(words).toHaveProperty([`view.${id}`]);
  });

  it('are offered to every role, once each, with all cases among them', () => {
    for (const role of roleIds) {
      const offered = viewsOfRole(role);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered).toContain('all');
    }
    expect(viewsOfRole('dischargeNurse')[0]).toBe('week');
  });

  it('cut the board of a coordinator by hospital before anything is chosen, and that of a nurse not', () => {
    expect(lanesOfRole('coordinator')).toBe('lead');
    expect(lanesOfRole('dischargeNurse')).toBe('none');
    expect(lanesOfRole('nobody')).toBe('none');
  });
});
