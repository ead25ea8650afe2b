import { categories, type RoleId } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { type DocumentRule, offersDocument } from './documents.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

const viewer = (role: RoleId): Viewer => ({
  person: 'p',
  membership: 'm',
  org: 'o',
  orgKind: 'hospital',
  role,
  flags: [],
});
const full: CaseAccess = { class: 'full', categories };
const partner: CaseAccess = { class: 'partner', categories };
const plan: DocumentRule = { needs: ['plan'], madeBy: 'lead' };
const order: DocumentRule = { needs: ['contacts', 'clinical'], madeBy: 'leadAndDoctors' };
const card: DocumentRule = { needs: ['contacts', 'clinical'], madeBy: 'team' };

describe('who is offered a document', () => {
  it.each([
    ['dischargeNurse', full, true, true, true],
    ['wardNurse', full, true, true, true],
    ['doctor', full, true, true, true],
    ['coordinator', full, true, true, true],
    ['doctor', partner, false, true, true],
    ['visitingNurse', partner, false, false, true],
    ['dischargeNurse', partner, false, false, true],
    // Reads a summary of what is clinical.
    ['coordinator', partner, false, false, false],
    ['school', partner, false, false, false],
    ['deviceVendor', partner, false, false, false],
  ] as const)('%s %o', (role, access, isPlan, isOrder, isCard) => {
    const offered = [plan, order, card].map(rule => offersDocument(rule, viewer(role), access));
    expect(offered).toEqual([isPlan, isOrder, isCard]);
  });

  it('is nobody who sees the number only, or to whom consent names less', () => {
    expect(offersDocument(card, viewer('visitingNurse'), { class: 'numberOnly', categories: [] })).toBe(false);
    expect(offersDocument(card, viewer('visitingNurse'), { class: 'partner', categories: ['contacts'] })).toBe(false);
  });
});
