import { describe, expect, it } from 'vitest';
import { type CardFilters, fitsFilters, orgOfTurn } from './board-filters.ts';

const today = '2026-11-22';
const card = {
  ...{ stage: 'jointConference', column: 'planning', needs: ['tracheostomy', 'ventilator'], lead: 'h1' },
  holds: [{ code: 'equipment', n: 1 }],
  due: { kind: 'plan', on: '2026-11-24' },
};
const fits = (filters: CardFilters, on = card.due.on) =>
  fitsFilters({ ...card, due: { kind: 'plan', on } }, filters, today);

describe('filters of cards', () => {
  it('want one value of each kind that is asked for', () => {
    expect(fits({})).toBe(true);
    expect(fits({ need: ['niv', 'ventilator'], stage: [] })).toBe(true);
    expect(fits({ need: ['niv', 'ventilator'], stage: ['planning'] })).toBe(false);
    expect(fits({ column: ['planning'], lead: ['h1'] })).toBe(true);
    expect(fits({ lead: ['h2'] })).toBe(false);
  });

  it('find a hold, or any', () => {
    expect([fits({ hold: ['any'] }), fits({ hold: ['equipment'] }), fits({ hold: ['housing'] })]).toEqual([
      true,
      true,
      false,
    ]);
    expect(fitsFilters({ ...card, holds: [] }, { hold: ['any'] }, today)).toBe(false);
  });

  it.each([
    ['overdue', '2026-11-21', true],
    ['overdue', '2026-11-22', false],
    ['today', '2026-11-22', true],
    ['today', '2026-11-23', false],
    ['3d', '2026-11-19', true],
    ['3d', '2026-11-25', true],
    ['3d', '2026-11-26', false],
    ['7d', '2026-11-29', true],
    ['7d', '2026-11-30', false],
    ['none', '2026-11-22', false],
  ])('with due %s on %s: %s', (due, on, expected) => {
    expect(fits({ due: [due] }, on)).toBe(expected);
  });

  it('find cases without a deadline by that alone', () => {
    const { due: _due, ...open } = card;
    expect(fitsFilters(open, { due: ['none'] }, today)).toBe(true);
    expect(fitsFilters(open, { due: ['7d'] }, today)).toBe(false);
  });

  it('find a consent that ends soon, whether or not another day is nearer', () => {
    const ends = (shown: object, choice: string) => fitsFilters({ ...card, ...shown }, { consent: [choice] }, today);
    expect(ends({}, '30d')).toBe(false);
    expect(ends({ due: { kind: 'lapse.consent', on: '2026-11-29' } }, '7d')).toBe(true);
    expect(ends({ consentEnds: '2026-12-10' }, '30d')).toBe(true);
    expect(ends({ consentEnds: '2026-12-10' }, '7d')).toBe(false);
    expect(ends({ consentEnds: '2026-11-20' }, 'overdue')).toBe(true);
  });

  it('know whose turn it is', () => {
    const turn = { role: 'dischargeNurse', since: today };
    expect(orgOfTurn({ ...card, turn: { ...turn, org: 'v1' } })).toBe('v1');
    expect(orgOfTurn({ ...card, turn: { ...turn, org: null } })).toBe('h1');
    expect(orgOfTurn(card)).toBeNull();
  });
});
