import { emptyFacts, roleIds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { accessOf, type CaseAccess, type CaseAccessRow, logSightOf, namedInLog } from './index.ts';
import { aViewer } from './testing/viewers.ts';

const officer = ['privacyOfficer'] as const;
const row = (visibility: CaseAccess['class']): CaseAccessRow => ({ org: 'org', class: visibility, categories: [] });
const sight = (role: (typeof roleIds)[number], visibility: CaseAccess['class'], flags: readonly string[] = officer) => {
  const viewer = aViewer(role, { flags: flags as typeof officer });
  return logSightOf(viewer, accessOf({ id: 'case', access: [row(visibility)] }, viewer));
};

describe('who looked at a child', () => {
  it('is read whole by the privacy officer of the lead, and of the own people by that of a partner', () => {
    for (const role of ['dischargeNurse', 'wardNurse', 'doctor', 'coordinator'] as const) {
      expect(sight(role, 'full'), role).toBe('everybody');
      expect(sight(role, 'partner'), role).toBe('ownPeople');
      expect(sight(role, 'numberOnly'), role).toBe('ownPeople');
    }
    for (const role of ['visitingNurse', 'school', 'deviceVendor'] as const)
      expect(sight(role, 'full'), role).toBe('ownPeople');
  });

  it('is read by nobody else: not without the flag, not by whoever sees no case, not where there is no access', () => {
    for (const role of roleIds)
      for (const visibility of ['full', 'partner', 'numberOnly'] as const)
        expect(sight(role, visibility, ['mayWaive', 'orgAdmin']), role).toBeNull();
    for (const role of ['admin', 'prefecture', 'display', 'family'] as const) expect(sight(role, 'full')).toBeNull();
    expect(logSightOf(aViewer('doctor', { flags: officer }), null)).toBeNull();
  });

  it('names people of organisations that have or had a part', () => {
    const facts = emptyFacts('lead');
    const left = { id: 't', org: 'left', state: 'declined' } as unknown as (typeof facts.team)[number];
    const named = namedInLog({ facts: { ...facts, team: [left] }, access: [{ ...row('numberOnly'), org: 'hub' }] });
    expect([...named].sort()).toEqual(['hub', 'lead', 'left']);
  });
});
