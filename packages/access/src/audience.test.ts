import { categories, roleIds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { audienceOf, audiences } from './audience.ts';
import { cardAccess } from './case-access.ts';
import { seesBoard } from './commands.ts';
import { visibilityKey } from './project-card.ts';
import { aViewer } from './testing/viewers.ts';

describe('an audience', () => {
  it('is had by every role with a board, and by no other', () => {
    for (const role of roleIds) expect(audienceOf({ role }) !== null, role).toBe(seesBoard(aViewer(role)));
    expect(audiences.length).toBeLessThanOrEqual(4);
  });

  it('is shown what each of its roles may see of a card, no more and no less', () => {
    const onCards = ['contacts', 'clinical', 'plan'] as const;
    for (const role of roleIds)
      for (const visibility of ['full', 'partner', 'numberOnly'] as const) {
        const row = { class: visibility, categories: onCards };
        const own = cardAccess(row, aViewer(role));
        const shared = audienceOf({ role })?.narrow(row) ?? null;
        const key = (access: typeof own) => access && visibilityKey(access);
        expect(key(shared), `${role} ${visibility}`).toBe(key(own));
      }
  });

  it('keeps whole cards of the own house from roles that have no part in leading', () => {
    const whole = { class: 'full', categories } as const;
    expect(audienceOf({ role: 'doctor' })?.narrow(whole)?.class).toBe('full');
    for (const role of ['visitingNurse', 'school', 'deviceVendor', 'supportPlanner'] as const)
      expect(audienceOf({ role })?.narrow(whole)?.class, role).toBe('partner');
    expect(audienceOf({ role: 'deviceVendor' })?.narrow(whole)?.categories).not.toContain('clinical');
  });

  it('is told the cause of a change only where each of its roles sees more than its own part', () => {
    const row = { class: 'full', categories } as const;
    const lead = audienceOf({ role: 'dischargeNurse' });
    expect(lead).toBe(audienceOf({ role: 'wardNurse' }));
    expect(lead?.tells(row, 'clinical')).toBe(true);
    // The ward sees no money; who shares its room is not told of it either.
    expect(lead?.tells(row, 'money')).toBe(false);
    expect(lead?.tells({ class: 'partner', categories: ['plan'] }, 'clinical')).toBe(false);
    expect(lead?.tells({ class: 'numberOnly', categories: ['plan'] }, 'plan')).toBe(false);
    expect(audienceOf({ role: 'school' })?.tells({ ...row, class: 'partner' }, 'plan')).toBe(false);
  });
});
