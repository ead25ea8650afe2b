import type { HistoryEvent } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { anEntry } from '../../testing/an-entry.ts';
import { stageStories } from './stage-stories.ts';
import { aStage } from './testing/a-stage.ts';

const event = (seq: number, stage: string, day: string, more: Partial<HistoryEvent> = {}): HistoryEvent =>
  anEntry(seq, {
    stage,
    at: `${day}T01:00:00.000Z`,
    by: { name: '松本', org: null, role: 'dischargeNurse' },
    ...more,
  });
const pathway = {
  stages: [aStage('preparing', { guideDays: 14 }), aStage('jointConference', { guideDays: 14 }), aStage('closed')],
};

const history = [
  event(6, 'jointConference', '2026-11-22'),
  event(5, 'preparing', '2026-11-20', { type: 'requirement.waived', body: { requirementId: 'trainingReady' } }),
  event(4, 'preparing', '2026-11-19', { type: 'requirement.waived', body: { requirementId: 'trainingReady' } }),
  event(3, 'preparing', '2026-11-14', { type: 'hold.removed', body: { holdId: 'h1' } }),
  event(2, 'preparing', '2026-11-05', { type: 'hold.added', body: { holdId: 'h1', code: 'equipment' } }),
  event(1, 'preparing', '2026-11-01'),
];

it('tells how long a stay was beside the usual, what held it up and on which exceptions it ended', () => {
  expect(stageStories(history, pathway, '2026-11-30')).toMatchObject([
    {
      stage: 'preparing',
      days: 21,
      guideDays: 14,
      overDays: 7,
      held: [{ code: 'equipment', days: 9 }],
      exceptions: ['trainingReady'],
      movedBy: { name: '松本' },
    },
    { stage: 'jointConference', days: 8, guideDays: 14, overDays: null, held: [], exceptions: [] },
  ]);
});

it('knows no guide for some stages, and nobody who moved where that is not shared', () => {
  const hidden = event(2, 'closed', '', { at: null, category: 'hidden', by: { name: null, org: null, role: '' } });
  const [, last] = stageStories([hidden, event(1, 'preparing', '2026-11-01')], pathway, '2026-11-30');
  expect(last).toMatchObject({ guideDays: null, overDays: null, movedBy: null });
});
