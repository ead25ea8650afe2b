import { organisationKinds, roleIds } from '@kaerimichi/discharge';
import { expect, it } from 'vitest';
import { roles } from './roles.ts';
import { rolesOfKind } from './roles-of-kind.ts';
import { changeTakesTwo, foundingTakesTwo, givingTakesTwo, mayConfirm } from './second-person.ts';

it('takes two to found what sees across the network, and to give a role there', () => {
  expect(organisationKinds.filter(foundingTakesTwo)).toEqual(['hub', 'prefecture']);
  const across = organisationKinds.filter(foundingTakesTwo).flatMap(kind => rolesOfKind(kind));
  expect(roleIds.filter(role => givingTakesTwo({ role, flags: [] })).sort()).toEqual(
    across.filter(role => role !== 'admin').sort(),
  );
  expect(
    Object.values(roles)
      .filter(({ mayCount }) => mayCount)
      .every(({ id }) => across.includes(id)),
  ).toBe(true);
});

it('takes two to give the right to found, which confirms', () => {
  expect(givingTakesTwo({ role: 'admin', flags: [] })).toBe(false);
  expect(givingTakesTwo({ role: 'admin', flags: ['orgAdmin'] })).toBe(true);
  expect(mayConfirm({ person: 'a', role: 'admin', flags: ['orgAdmin'] }, 'b')).toBe(true);
  expect(mayConfirm({ person: 'b', role: 'admin', flags: ['orgAdmin'] }, 'b')).toBe(false);
  expect(mayConfirm({ person: 'a', role: 'admin', flags: [] }, 'b')).toBe(false);
});

it('takes two to change a membership into one of these, or to begin one that was over again, and not to end it', () => {
  const open = { fromOn: '2026-01-01', untilOn: null };
  const coordinator = { role: 'coordinator', flags: [] } as const;
  const on = '2026-12-01';
  expect(changeTakesTwo({ role: 'admin', flags: [], ...open }, coordinator, on)).toBe(true);
  expect(changeTakesTwo({ ...coordinator, ...open }, coordinator, on)).toBe(false);
  expect(changeTakesTwo({ ...coordinator, ...open, untilOn: '2026-11-30' }, coordinator, on)).toBe(true);
  expect(changeTakesTwo({ ...coordinator, ...open }, { role: 'admin', flags: [] }, on)).toBe(false);
  expect(changeTakesTwo({ role: 'admin', flags: ['orgAdmin'], ...open }, coordinator, on)).toBe(true);
});
