import { type CaseFacts, type claimedFeeCodes, emptyFacts, wardFeeCodes } from '@kaerimichi/discharge';
import { type FeeFacts, feeRules, wardFees } from '@kaerimichi/rules';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { accountFacts, type HouseStandards } from './account-facts.ts';
import { feesOf, notifiableFees } from './list-fees.ts';

const stamp = { seq: 9, on: '2026-11-30', round: 0 };
const account: NonNullable<CaseFacts['account']> = {
  ...stamp,
  admittedOn: '2026-09-01',
  wards: [
    { wardFee: 'A302', from: '2026-09-01' },
    { wardFee: 'generalWard', from: '2026-10-05' },
  ],
  claims: [
    { fee: 'A246-3', claimedOn: '2026-09-02' },
    { fee: 'B005', claimedOn: '2026-11-12' },
  ],
  claimsUntil: '2026-11-30',
};
const facts: CaseFacts = { ...emptyFacts('lead'), bornOn: '2024-03-10', account };
const house: readonly HouseStandards[] = [
  { fromOn: '2026-04-01', notified: ['a246.2'], video: false, dpc: false },
  { fromOn: '2026-11-01', notified: ['a246.1', 'a246.3'], video: true, dpc: true },
];
const rule = (id: string) => {
  const found = feeRules.find(one => one.id === id);
  if (!found) throw new Error(`no fee ${id}`);
  return found;
};
const known = (on: string, of = facts, id = 'a246.1') => {
  const said = Object.entries(accountFacts(of, { rule: rule(id), on, house }));
  return Object.fromEntries(said.map(([name, [value]]) => [name, value]));
};

describe('what the accounts say', () => {
  it('is of the day of the act: the ward then, what was claimed by then, what was notified then', () => {
    expect(known('2026-11-12')).toEqual({
      ...{ wardFee: 'generalWard', enteredWardOn: '2026-10-05', nicuFeeThisStay: true },
      ...{ claimedSameStay: ['A246-3', 'B005'], claimedSameMonth: ['B005'], claimedSameDay: ['B005'] },
      ...{ notified: true, notifiedVideo: true, dpc: true },
    });
    expect(known('2026-09-02')).toMatchObject({
      wardFee: 'A302',
      claimedSameDay: ['A246-3'],
      notified: false,
      dpc: false,
    });
    // Before anything was said nothing is known: not that nothing is notified.
    expect(known('2026-03-31')).toEqual({});
  });

  it('says nothing of a day up to which the list of claims is not whole, nor of another stay', () => {
    expect(known('2026-12-01')).not.toHaveProperty('claimedSameStay');
    const { claimsUntil: _open, ...partial } = account;
    expect(known('2026-11-12', { ...facts, account: partial })).not.toHaveProperty('claimedSameMonth');
    expect(Object.keys(known('2026-11-12', { ...facts, round: 1 }))).toEqual(['notified', 'notifiedVideo', 'dpc']);
  });

  it('goes before what the house says of every stay', () => {
    expect(known('2026-11-12', { ...facts, account: { ...account, dpc: false } })).toMatchObject({ dpc: false });
  });

  it('stands in the panel without anybody assuming it, and is said to be of the house where it is', () => {
    const of = (beside = {}) => feesOf(facts, '2026-12-01', { house, ...beside }).find(({ id }) => id === 'a246.1');
    const basis = of()?.conditions.flatMap(({ basis: how }) => how.map(one => one.how)) ?? [];
    expect(basis).toContain('house');
    const needs = of()?.conditions.flatMap(one => one.needs.map(({ fact }) => fact)) ?? [];
    for (const fact of ['wardFee', 'dpc', 'notified', 'admittedOn']) expect(needs).not.toContain(fact);
    // Whoever assumes otherwise for a look stands above it.
    expect(JSON.stringify(of({ assumed: { notified: false } }))).toContain('assumed');
  });

  it('names fees and wards as the rules do', () => {
    expect([...wardFeeCodes].sort()).toEqual([...wardFees].sort());
    expectTypeOf<(typeof claimedFeeCodes)[number]>().toEqualTypeOf<NonNullable<FeeFacts['claimedSameStay']>[number]>();
    expectTypeOf<FeeFacts['wardFee']>().toEqualTypeOf<(typeof wardFeeCodes)[number] | undefined>();
    expect(notifiableFees.map(({ id }) => id)).toContain('a246.1');
  });
});
