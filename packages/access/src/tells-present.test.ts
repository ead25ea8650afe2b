import { describe, expect, it } from 'vitest';
import { tellsPresent } from './tells-present.ts';
import type { CaseAccess } from './viewer.ts';

const card = { lead: 'hospital', owners: ['hospital', 'station'] };
const partner = (...categories: CaseAccess['categories']): CaseAccess => ({ class: 'partner', categories });

describe('who has a case open', () => {
  it.each<[string, CaseAccess, string, string, boolean]>([
    ['the lead hears of everybody, asked ones too', { class: 'full', categories: [] }, 'hospital', 'asked', true],
    ['whoever is shared the plan hears of those who take part', partner('plan'), 'station', 'station', true],
    ['and of the others who do', partner('plan'), 'school', 'station', true],
    ['and not of who was only asked', partner('plan'), 'station', 'asked', false],
    ['without the plan of nobody but the lead', partner('contacts'), 'school', 'station', false],
    ['one who was asked not of another', { class: 'numberOnly', categories: [] }, 'asked', 'other', false],
    ['by the number alone not who takes part', { class: 'numberOnly', categories: [] }, 'hub', 'station', false],
    ['by the number alone of the lead', { class: 'numberOnly', categories: [] }, 'hub', 'hospital', true],
    ['of one’s own house always', { class: 'numberOnly', categories: [] }, 'asked', 'asked', true],
  ])('%s', (_name, access, reader, of, told) => {
    expect(tellsPresent({ card, access }, { reader, of })).toBe(told);
  });
});
