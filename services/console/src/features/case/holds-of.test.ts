import type { CaseView } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { holdsOf } from './holds-of.ts';

const members = { 'm-1': { name: '松本', role: 'dischargeNurse', org: 'org', open: true } };
const people: CaseView['people'] = { child: null, orgs: {}, telephones: {}, members };
const hold = { id: 'h', code: 'equipment', recheckOn: '2026-11-25' };

it('names the owner of a hold where the viewer is told who it is', () => {
  const facts = { plan: { holds: [{ ...hold, owner: 'm-1' }] } };
  expect(holdsOf({ facts, people })).toEqual([{ ...hold, owner: '松本' }]);
});

it('says no code in place of a name', () => {
  const facts = {
    plan: {
      holds: [
        { ...hold, owner: 'dsn' },
        { ...hold, id: 'i' },
      ],
    },
  };
  expect(holdsOf({ facts, people })).toEqual([hold, { ...hold, id: 'i' }]);
});

it('knows no holds where their category is not told', () => {
  expect(holdsOf({ facts: { contacts: {} }, people })).toEqual([]);
});
