import type { HistoryEvent } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { anEntry } from '../../testing/an-entry.ts';
import { heldDays } from './held-days.ts';

const event = (seq: number, type: string, day: string, body: HistoryEvent['body'], corrected = false): HistoryEvent =>
  anEntry(seq, { type, body, corrected, at: `${day}T01:00:00.000Z` });
const added = (seq: number, day: string, holdId: string, code: string, corrected = false) =>
  event(seq, 'hold.added', day, { holdId, code }, corrected);
const removed = (seq: number, day: string, holdId: string) => event(seq, 'hold.removed', day, { holdId });
const stay = { from: '2026-11-01', until: '2026-11-22' };

it('counts the days within a stay on which each reason stood', () => {
  const history = [
    removed(4, '2026-11-14', 'h1'),
    added(3, '2026-11-10', 'h2', 'clinical'),
    added(2, '2026-11-05', 'h1', 'equipment'),
  ];
  expect(heldDays(history, stay)).toEqual([
    { code: 'clinical', days: 12 },
    { code: 'equipment', days: 9 },
  ]);
});

it('counts what began before the stay, or goes on after it, for the stay alone', () => {
  const history = [removed(3, '2026-12-01', 'h1'), added(2, '2026-10-01', 'h1', 'equipment')];
  expect(heldDays(history, stay)).toEqual([{ code: 'equipment', days: 21 }]);
  expect(heldDays(history, { from: '2026-12-02', until: '2026-12-05' })).toEqual([]);
});

it('adds the same reason up, and leaves one that was taken back out', () => {
  const history = [
    added(6, '2026-11-20', 'h3', 'equipment', true),
    added(5, '2026-11-18', 'h2', 'equipment'),
    removed(4, '2026-11-04', 'h1'),
    added(3, '2026-11-02', 'h1', 'equipment'),
  ];
  expect(heldDays(history, stay)).toEqual([{ code: 'equipment', days: 6 }]);
});

it('is nothing of holds that are not told', () => {
  expect(heldDays([event(2, 'hold.added', '2026-11-02', null)], stay)).toEqual([]);
});
