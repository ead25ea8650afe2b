import { describe, expect, it } from 'vitest';
import { ASKED_ON, askFee, inR6, metCases } from '../testing/fee-case.ts';
import { barringFees } from './fact-codes.ts';
import type { FeeFacts } from './facts.ts';
import { feeRules, findFee } from './fee-rules.ts';

/** Points or yen of each revision, as they stand in the texts; null: the revision does not have it. */
const amounts: readonly (readonly [string, number | null, number])[] = [
  ['a246.1', 700, 700],
  ['a246.2', 190, 190],
  ['a246.3', 1200, 1200],
  ['a246.child', 200, 200],
  ['a246.preAdmission', 240, 240],
  ['a246-3', 1000, 1000],
  ['b004', 900, 900],
  ['b004.special', 200, 200],
  ['b005', 400, 400],
  ['b005.doctors', 300, 300],
  ['b005.multi', 2000, 2000],
  ['b005-1-2.1', 400, 400],
  ['b005-1-2.2', null, 500],
  ['b007', 580, 580],
  ['b007-2', 580, 580],
  ['b007-2.accompanied', 20, 20],
  ['b007-3', null, 530],
  ['c100', 320, 320],
  ['b009.note1', 250, 250],
  ['b009.note8', 200, 200],
  ['b009.note2', 250, 250],
  ['b009.note7', 250, 250],
  ['station.jointGuidance', 8000, 8000],
  ['station.special', 2000, 2000],
  ['station.dischargeDay', 6000, 6000],
  ['station.information1', 1500, 1500],
  ['station.information2', 1500, 1500],
  ['station.information3', 1500, 1500],
  ['station.long', 5200, 5200],
  ['station.several', 4500, 4500],
  ['station.infant', 1800, 1800],
];

describe('every fee', () => {
  it('stands in the table once', () => {
    expect(amounts.map(([id]) => id)).toEqual(feeRules.map(({ id }) => id));
    expect(Object.keys(metCases)).toEqual(feeRules.map(({ id }) => id));
  });

  it.each(amounts)('%s is met, with the amount of each revision', (id, r6, r8) => {
    const facts = metCases[id] as FeeFacts;
    expect(askFee(id, facts)).toMatchObject({ status: 'met', ruleSet: 'R8/1', amount: { value: r8 } });
    const earlier = findFee(id)?.ask({
      ...inR6({ ...facts, claimedSameStay: facts.claimedSameStay ?? [] }),
      on: '2025-12-01',
    });
    if (r6 === null) expect(earlier).toMatchObject({ ok: false });
    else expect(earlier).toMatchObject({ ok: true, answer: { status: 'met', ruleSet: 'R6/1', amount: { value: r6 } } });
  });

  it.each(feeRules)('$id has codes of its own, each in both languages', ({ id }) => {
    const { conditions, note } = askFee(id, {});
    const codes = conditions.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { text } of [...conditions, { text: note }]) {
      expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(text.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it.each(feeRules)('$id of a hospital begins with the ward, and yen are never confirmed', ({ id }) => {
    const answer = askFee(id, metCases[id] as FeeFacts);
    const isInpatient = !/^(b004|b007-|station)/.test(id);
    expect(answer.conditions[0]?.code === 'ward.notBundled').toBe(isInpatient);
    expect(answer.amount?.verified).toBe(answer.amount?.unit === 'points');
  });
});

describe('the revision', () => {
  it.each([
    ['2026-05-31', 'R6/1'],
    ['2026-06-01', 'R8/1'],
  ])('of a visit on %s is %s, whenever it is asked', (visitedOn, set) => {
    for (const on of ['2026-05-31', '2026-12-01'])
      expect(askFee('b007-2', { ...metCases['b007-2'], visitedOn }, on).ruleSet).toBe(set);
  });

  it('of a day before the first that is held is none', () => {
    expect(findFee('b004')?.ask({ guidedOn: '2024-05-31', on: ASKED_ON })).toMatchObject({
      ok: false,
      faults: [{ path: ['guidedOn'] }],
    });
  });

  it('of the in-house conference is that of the day on which it fell due', () => {
    const staff = {
      contentShared: true,
      conferenceStaff: ['wardNurse', 'wardSupportStaff', 'departmentStaff'],
    } as const;
    const asked = (admittedOn: string) =>
      askFee('a246.1', {
        ...metCases['a246.1'],
        ...staff,
        conferenceStaff: [...staff.conferenceStaff],
        admittedOn,
      }).conditions.find(({ code }) => code === 'a246.conferenceStaff')?.ok;
    expect(asked('2026-05-25')).toBe(false);
    expect(asked('2026-05-26')).toBe(true);
  });
});

describe('the ward fee', () => {
  const wardOf = (id: string, wardFee: FeeFacts['wardFee'], set: 'R6' | 'R8' = 'R8', dpc = false) => {
    const facts = { ...metCases[id], wardFee, dpc };
    return set === 'R8' ? askFee(id, facts).status : askFee(id, inR6(facts), '2025-12-01').status;
  };
  const bundledThere = [
    'b005',
    'b005.doctors',
    'b005.multi',
    'b005-1-2.1',
    'b007',
    'b009.note1',
    'b009.note7',
    'a246.2',
  ];
  const payable = ['a246.1', 'a246.3', 'a246.child', 'a246-3', 'c100'];

  it.each(['A307-1', 'A307-2', 'A307-3', 'A307-4'] as const)(
    '%s bundles 医学管理等 and add-on 2, and leaves the others',
    ward => {
      for (const set of ['R6', 'R8'] as const) {
        for (const id of bundledThere) expect([id, wardOf(id, ward, set)]).toEqual([id, 'bundled']);
        for (const id of payable) expect([id, wardOf(id, ward, set)]).toEqual([id, 'met']);
      }
    },
  );

  it('of A307-5 is for a person to read in R8, and bundles in R6', () => {
    expect(wardOf('b005', 'A307-5', 'R8')).toBe('needsReview');
    expect(wardOf('b005', 'A307-5', 'R6')).toBe('bundled');
    expect(wardOf('c100', 'A307-5', 'R8')).toBe('met');
  });

  it.each(['A302', 'A302-2', 'A303-2'] as const)('%s leaves 医学管理等, and bundles add-on 2 and A246-3', ward => {
    for (const id of ['b005.multi', 'b007', 'a246.1', 'a246.3', 'c100'])
      expect([id, wardOf(id, ward)]).toEqual([id, 'met']);
    for (const id of ['a246.2', 'a246-3']) expect([id, wardOf(id, ward)]).toEqual([id, 'bundled']);
  });

  it('under DPC or of another kind is never answered yes or no', () => {
    for (const { id } of feeRules) {
      if (/^(b004|b007-|station)/.test(id)) continue;
      expect([id, wardOf(id, 'A307-1', 'R8', true)]).toEqual([id, 'needsReview']);
      expect([id, wardOf(id, 'otherWard')]).toEqual([id, 'needsReview']);
    }
  });

  it('comes before whatever else is missing', () => {
    expect(askFee('b005', { wardFee: 'A307-1', dpc: false }).status).toBe('bundled');
    expect(askFee('b005', {}).status).toBe('missing');
  });

  it('of a letter after discharge is for a person to read', () => {
    const facts = { ...metCases['b009.note2'], wardFee: 'A307-1' } as const;
    expect(askFee('b009.note2', facts).status).toBe('bundled');
    expect(askFee('b009.note2', { ...facts, providedOn: '2026-11-21' }).status).toBe('needsReview');
  });
});

it('every code that may bar a fee is asked about by one', () => {
  const barring = barringFees.filter(code => {
    const all = { claimedSameStay: [code], claimedSameMonth: [code], claimedSameDay: [code] };
    return feeRules.some(({ id }) => {
      const before = askFee(id, metCases[id] as FeeFacts);
      const after = askFee(id, {
        ...metCases[id],
        ...all,
        ...(id === 'a246.preAdmission' && { claimedSameStay: ['A246', code] }),
      });
      return before.status !== after.status;
    });
  });
  expect(barringFees.filter(code => !barring.includes(code))).toEqual([]);
});
