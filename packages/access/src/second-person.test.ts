import { organisationKinds, roleIds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { roles } from './roles.ts';
import { rolesOfKind } from './roles-of-kind.ts';
import {
  changeTakesTwo,
  confirmingLock,
  foundingTakesTwo,
  givingTakesTwo,
  keepsFromActingAlone,
  mayConfirm,
  type OtherFounder,
  type PasswordHands,
  standsDown,
} from './second-person.ts';

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

describe('nobody acts alone because of another founder', () => {
  const now = '2026-12-08T00:00:00.000Z';
  const founder: OtherFounder = {
    ...{ person: 'b', role: 'admin', flags: ['orgAdmin'], fromOn: '2026-01-01', untilOn: null },
    ...{ stoodDownAt: null, disabledAt: null },
  };
  const keeps = (change: Partial<OtherFounder>) => keepsFromActingAlone({ ...founder, ...change }, 'a', now);

  it.each<[what: string, change: Partial<OtherFounder>, keeps: boolean]>([
    ['who founds', {}, true],
    ['who is oneself', { person: 'a' }, false],
    ['who administers alone', { flags: [] }, false],
    ['who begins later', { fromOn: '2027-01-01' }, false],
    ['disabled less than seven days ago', { disabledAt: '2026-12-01T00:00:00.001Z' }, true],
    ['disabled seven days ago', { disabledAt: '2026-12-01T00:00:00.000Z' }, false],
    ['whose last day was seven days ago', { untilOn: '2026-12-01' }, true],
    ['whose last day was eight days ago', { untilOn: '2026-11-30' }, false],
    ['who has lost the right lately', { flags: [], stoodDownAt: '2026-12-02T00:00:00.000Z' }, true],
    ['who has lost it seven days ago', { flags: [], stoodDownAt: '2026-12-01T00:00:00.000Z' }, false],
    [
      'who has lost it lately and was disabled before',
      { flags: [], stoodDownAt: '2026-12-02T00:00:00.000Z', disabledAt: '2026-11-02T00:00:00.000Z' },
      false,
    ],
  ])('%s', (_, change, expected) => {
    expect(keeps(change)).toBe(expected);
  });

  it('is written down where a change takes the right away, by role, right or period, and not otherwise', () => {
    const on = '2026-12-08';
    const stands = (before: Partial<OtherFounder>, after: Partial<OtherFounder>) =>
      standsDown({ ...founder, ...before }, { ...founder, ...before, ...after }, on);
    expect(stands({}, { flags: [] })).toBe(true);
    expect(stands({}, { role: 'doctor' })).toBe(true);
    expect(stands({}, { untilOn: '2026-12-07' })).toBe(true);
    expect(stands({}, { fromOn: '2026-12-09' })).toBe(true);
    expect(stands({ untilOn: '2026-12-03' }, { untilOn: '2026-02-01' })).toBe(true);
    expect(stands({}, { untilOn: '2026-12-31' })).toBe(false);
    expect(stands({ flags: [] }, { untilOn: '2026-12-01' })).toBe(false);
    expect(stands({ untilOn: '2026-11-01' }, { untilOn: '2026-02-01' })).toBe(false);
  });
});

describe('proposer and confirmer may be one', () => {
  const now = '2026-12-08T00:00:00.000Z';
  const hands = (person: string, ...givers: string[]) => ({
    ...{ person, givers },
    givenAt: givers.length > 0 ? '2026-12-05T00:00:00.000Z' : null,
  });
  const until = '2026-12-12T00:00:00.000Z';

  it.each<[what: string, proposer: PasswordHands, confirmer: PasswordHands, lock: ReturnType<typeof confirmingLock>]>([
    ['not without a slip', hands('a'), hands('b'), null],
    ['not with one of a third person', hands('a'), hands('b', 'c'), null],
    ['with a slip of the proposer', hands('a'), hands('b', 'a'), { why: 'ofConfirmer', until }],
    ['with one that came from the proposer', hands('a'), hands('b', 'c', 'a'), { why: 'ofConfirmer', until }],
    ['with a slip of the confirmer', hands('a', 'b'), hands('b'), { why: 'ofProposer', until }],
    ['with slips of one person', hands('a', 'c'), hands('b', 'c'), { why: 'ofBoth', until }],
    [
      'as long as both slips of one person are watched',
      { ...hands('a', 'c'), givenAt: '2026-12-02T00:00:00.000Z' },
      hands('b', 'c'),
      { why: 'ofBoth', until: '2026-12-09T00:00:00.000Z' },
    ],
    ['not after seven days', hands('a'), { ...hands('b', 'a'), givenAt: '2026-12-01T00:00:00.000Z' }, null],
  ])('%s', (_, proposer, confirmer, lock) => {
    expect(confirmingLock(proposer, confirmer, now)).toEqual(lock);
  });
});
