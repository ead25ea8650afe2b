import type { HistoryEvent } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { stageVisits } from './stage-visits.ts';

const event = (seq: number, stage: string, at: string, occurredOn?: string): HistoryEvent => ({
  seq,
  stage,
  at,
  ...(occurredOn ? { occurredOn } : {}),
  type: 'x',
  label: 'x',
  by: { name: null, org: null, role: 'dischargeNurse' },
  category: 'plan',
  body: null,
  texts: null,
  corrected: false,
  correctable: false,
});

it('tells each stay in a stage with its days, the present one to today', () => {
  const history = [
    event(5, 'preparing', '2026-11-18T01:00:00.000Z'),
    event(4, 'trialStay', '2026-11-15T01:00:00.000Z', '2026-11-14'),
    event(3, 'preparing', '2026-11-10T16:00:00.000Z'),
    event(2, 'preparing', '2026-11-05T01:00:00.000Z'),
    event(1, 'screening', '2026-11-01T01:00:00.000Z'),
  ];
  expect(stageVisits(history, '2026-11-22')).toEqual([
    { stage: 'screening', on: '2026-11-01', days: 4, isNow: false },
    { stage: 'preparing', on: '2026-11-05', days: 9, isNow: false },
    { stage: 'trialStay', on: '2026-11-14', days: 4, isNow: false },
    { stage: 'preparing', on: '2026-11-18', days: 4, isNow: true },
  ]);
});
it('is nothing without a history', () => {
  expect(stageVisits([], '2026-11-22')).toEqual([]);
});
