import type { MembershipFlag, RoleId } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { changesView, readsView, scopesToSave, type ViewScope } from './saved-views.ts';
import type { Viewer } from './viewer.ts';

type Who = { org?: string; role?: RoleId; flags?: readonly MembershipFlag[] };
const viewer = (membership: string, { org = 'h1', role = 'dischargeNurse', flags = [] }: Who = {}): Viewer => ({
  ...{ person: membership, membership, org, orgKind: 'hospital' as const, role, flags },
});
const view = (scope: ViewScope) => ({ scope, org: 'h1', role: 'dischargeNurse' as const, membership: 'maker' });

const people = {
  maker: viewer('maker'),
  colleague: viewer('colleague'),
  'head nurse of the same role': viewer('head', { flags: ['mayWaive'] }),
  'administrator in another role': viewer('admin', { role: 'doctor', flags: ['orgAdmin'] }),
  doctor: viewer('doctor', { role: 'doctor' }),
  'nurse of another hospital': viewer('stranger', { org: 'h2', flags: ['orgAdmin', 'mayWaive'] }),
  'keeper of the network, who sees no board': viewer('keeper', { role: 'admin', flags: ['orgAdmin'] }),
  family: viewer('family', { role: 'family' }),
};

/** r reads · c reads and changes · . is not told of it; personal, team, organisation. */
const table: Readonly<Record<keyof typeof people, string>> = {
  maker: 'ccr',
  colleague: '.rr',
  'head nurse of the same role': '.cc',
  'administrator in another role': '..c',
  doctor: '..r',
  'nurse of another hospital': '...',
  'keeper of the network, who sees no board': '...',
  family: '...',
};

describe('a saved view', () => {
  it.each(Object.entries(table))('is for the %s: %s', (name, letters) => {
    const who = people[name as keyof typeof people];
    const told = (['personal', 'team', 'organisation'] as const).map(scope =>
      changesView(who, view(scope)) ? 'c' : readsView(who, view(scope)) ? 'r' : '.',
    );
    expect(told.join('')).toBe(letters);
  });

  it('is saved for all by those who set the board up, by nobody without a board', () => {
    expect(scopesToSave(people.maker)).toEqual(['personal', 'team']);
    expect(scopesToSave(people['head nurse of the same role'])).toEqual(['personal', 'team', 'organisation']);
    expect(scopesToSave(people['keeper of the network, who sees no board'])).toEqual([]);
    expect(scopesToSave(people.family)).toEqual([]);
  });
});
