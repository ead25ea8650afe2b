import type { CaseView } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { askOf } from './waiver-ask.ts';

const ask = { requirement: 'trainingReady', entry: 7, on: '2026-11-20', seq: 9, by: 'm1' };
const facts = (asks: readonly object[]): Pick<CaseView, 'facts'> => ({
  facts: { plan: { entry: { seq: 7, stage: 'preparing' }, waiverAsks: asks } },
});

it('an exception that was asked for stands at its condition, until the stage is another', () => {
  expect(askOf(facts([ask]), 'trainingReady')).toEqual({ on: '2026-11-20', refusedOn: null });
  expect(askOf(facts([{ ...ask, refusedOn: '2026-11-21' }]), 'trainingReady')?.refusedOn).toBe('2026-11-21');
  expect(askOf(facts([ask]), 'minutesApproved')).toBeNull();
  expect(askOf(facts([{ ...ask, entry: 3 }]), 'trainingReady')).toBeNull();
  expect(askOf({ facts: {} }, 'trainingReady')).toBeNull();
});
