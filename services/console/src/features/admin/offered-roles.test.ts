import { expect, it } from 'vitest';
import { keptRole, offeredOrganisations, rolesIn } from './offered-roles.ts';

const own = { id: 'own', name: 'のぞみ訪問看護ステーション', gives: ['visitingNurse', 'admin'] };
const empty = { id: 'empty', name: 'みどり薬局', gives: ['admin'] };
const peopled = { id: 'peopled', name: '県立こども病院', gives: [] };

it('offers only organisations into which somebody may be brought, each with its own roles', () => {
  const offered = offeredOrganisations([peopled, own, empty]);
  expect(offered).toEqual([own, empty]);
  expect(rolesIn(offered, 'own')).toEqual(own.gives);
  expect(rolesIn(offered, 'empty')).toEqual(['admin']);
  expect(rolesIn(offered, '')).toEqual(own.gives);
  expect(rolesIn([], 'own')).toEqual([]);
});

it('forgets a role which the organisation chosen afterwards does not have', () => {
  expect(keptRole([own, empty], 'empty', 'visitingNurse')).toBe('');
  expect(keptRole([own, empty], 'empty', 'admin')).toBe('admin');
});
