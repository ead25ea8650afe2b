import { expect, it } from 'vitest';
import { changeOf } from './change-values.ts';

const today = '2026-11-29';
const nothing = { owner: '', isForGood: true, untilDay: '', untilTime: '', note: '', dueOn: '', reason: '' };

it('a day wants a reason, and is not over', () => {
  const due = (over: object) => changeOf('due', { ...nothing, ...over }, today);
  expect(due({ dueOn: '11/30', reason: ' 面談のため ' })).toEqual({
    change: { is: 'due', dueOn: '2026-11-30', reason: '面談のため' },
  });
  expect(due({ dueOn: '2026-11-28', reason: 'x' })).toEqual({ missing: 'day' });
  expect(due({ dueOn: '11/30', reason: ' ' })).toEqual({ missing: 'reason' });
});

it('tasks are given for good, or until a Japanese time', () => {
  const given = (over: object) => changeOf('owner', { ...nothing, owner: 'm', ...over }, today);
  expect(given({})).toEqual({ change: { is: 'owner', owner: 'm' } });
  expect(given({ isForGood: false, untilDay: '11/30', untilTime: '08:30', note: '夜勤' })).toEqual({
    change: { is: 'owner', owner: 'm', returnsAt: '2026-11-29T23:30:00.000Z', note: '夜勤' },
  });
  expect(given({ isForGood: false, untilDay: '11/30', untilTime: '午後1時半' })).toMatchObject({
    change: { returnsAt: '2026-11-30T04:30:00.000Z' },
  });
  for (const untilTime of ['', '25:00', '8'])
    expect(given({ isForGood: false, untilDay: '11/30', untilTime })).toEqual({ missing: 'until' });
  expect(changeOf('owner', nothing, today)).toEqual({ missing: 'owner' });
});
