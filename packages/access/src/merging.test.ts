import type { OrganisationKind, RoleId } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { coordinatesMerges, isToldToLeads, type MergeStanding, mergeActs, seesMerge } from './merging.ts';
import type { Viewer } from './viewer.ts';

const someone = (
  person: string,
  org: string,
  role: RoleId = 'dischargeNurse',
  orgKind: OrganisationKind = 'hospital',
) => ({ person, membership: `${person}-${org}`, org, orgKind, role, flags: [] }) satisfies Viewer;
const coordinator = (person: string) => someone(person, 'hub', 'coordinator', 'hub');
const found: MergeStanding = { state: 'found', leads: ['a', 'b'], proposed: null, isOpenAnew: false };
const proposedBy = (person: string, org: string): MergeStanding => ({
  ...found,
  state: 'proposed',
  proposed: { person, org },
});

describe('a match that the program found', () => {
  it('is told to coordinators of a hub and to nobody else, not to either lead', () => {
    expect(mergeActs(coordinator('c'), found)).toEqual(['propose', 'reject']);
    for (const viewer of [
      someone('x', 'a'),
      someone('y', 'b', 'doctor'),
      someone('z', 'c'),
      someone('n', 'hub', 'admin'),
    ])
      expect([seesMerge(viewer, found), mergeActs(viewer, found)], viewer.org).toEqual([false, []]);
    expect(coordinatesMerges(someone('c', 'a', 'coordinator'))).toBe(false);
  });
});

describe('a proposal', () => {
  it('is told to both leads, and to no third', () => {
    const proposal = proposedBy('c', 'hub');
    for (const org of ['a', 'b']) expect(seesMerge(someone('x', org), proposal)).toBe(true);
    expect(seesMerge(someone('x', 'third'), proposal)).toBe(false);
    expect(seesMerge(someone('x', 'a', 'wardNurse'), proposal)).toBe(false);
  });

  it('is confirmed by the other case’s lead, never by whoever proposed it', () => {
    const byLead = proposedBy('x', 'a');
    expect(mergeActs(someone('x', 'a'), byLead)).toEqual(['reject']);
    expect(mergeActs(someone('x2', 'a'), byLead)).toEqual(['reject']);
    expect(mergeActs(someone('y', 'b'), byLead)).toEqual(['confirm', 'reject']);
    // The same person in another membership stays one person.
    expect(mergeActs(someone('x', 'b'), byLead)).toEqual(['reject']);
  });

  it('of a coordinator is taken up by one lead and confirmed by the other: neither case is opened unasked', () => {
    const proposal = proposedBy('c', 'hub');
    for (const viewer of [someone('y', 'b', 'doctor'), someone('x', 'a')])
      expect(mergeActs(viewer, proposal)).toEqual(['propose', 'reject']);
    expect(mergeActs(coordinator('c2'), proposal)).toEqual(['reject']);
    // A coordinator of the hub who also works for a lead is one person.
    expect(mergeActs(someone('c', 'a'), proposal)).toEqual(['reject']);
  });

  it('about two cases of one lead is confirmed by another person there', () => {
    const own: MergeStanding = { ...proposedBy('x', 'a'), leads: ['a', 'a'] };
    expect(mergeActs(someone('x', 'a'), own)).toEqual(['reject']);
    expect(mergeActs(someone('x2', 'a'), own)).toEqual(['confirm', 'reject']);
    expect(mergeActs(someone('x', 'a'), { ...own, proposed: { person: 'c', org: 'hub' } })).toEqual([
      'confirm',
      'reject',
    ]);
  });

  it.each(['rejected', 'merged'] as const)('that was %s stands: it is proposed anew where they are two', state => {
    const decided = { ...proposedBy('c', 'hub'), state };
    for (const viewer of [coordinator('c'), someone('y', 'b'), someone('x', 'a')]) {
      expect(mergeActs(viewer, decided), viewer.org).toEqual([]);
      expect(mergeActs(viewer, { ...decided, isOpenAnew: true }), viewer.org).toEqual(['propose']);
    }
    expect(mergeActs(someone('z', 'third'), { ...decided, isOpenAnew: true })).toEqual([]);
  });

  it('that a coordinator rejected as the program had found it is taken up by no lead: none was told of it', () => {
    const rejected: MergeStanding = { ...found, state: 'rejected', isOpenAnew: true };
    expect(mergeActs(coordinator('c'), rejected)).toEqual(['propose']);
    expect(mergeActs(someone('x', 'a'), rejected)).toEqual([]);
    expect([isToldToLeads(rejected), isToldToLeads(proposedBy('c', 'hub'))]).toEqual([false, true]);
  });
});
