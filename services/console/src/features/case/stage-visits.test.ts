import type { HistoryEvent } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { anEntry } from '../../testing/an-entry.ts';
import { stageVisits } from './stage-visits.ts';

const event = (seq: number, stage: string, at: string, occurredOn?: string): HistoryEvent =>
  anEntry(seq, { stage, at, ...(occurredOn ? { occurredOn } : {}) });

it('tells each stay in a stage with its days, the present one to today', () => {
  const history = [
    event(5, 'preparing', '2026-11-18T01:00:00.000Z'),
    event(4, 'trialStay', '2026-11-15T01:00:00.000Z', '2026-11-14'),
    event(3, 'preparing', '2026-11-10T16:00:00.000Z'),
    event(2, 'preparing', '2026-11-05T01:00:00.000Z'),
    event(1, 'screening', '2026-11-01T01:00:00.000Z'),
  ];
  expect(stageVisits(history, '2026-11-22')).toMatchObject([
    { stage: 'screening', on: '2026-11-01', days: 4, isNow: false },
    { stage: 'preparing', on: '2026-11-05', days: 9, isNow: false },
    { stage: 'trialStay', on: '2026-11-14', days: 4, isNow: false },
    { stage: 'preparing', on: '2026-11-18', days: 4, isNow: true },
  ]);
});

/** An entry that takes another back; `body` as far as its reader may see it. */
const back = (type: string, past: HistoryEvent, body: HistoryEvent['body']): HistoryEvent => ({ ...past, type, body });
const moved = [
  event(3, 'planning', '2026-11-10T01:00:00.000Z'),
  event(2, 'familyInterview', '2026-11-05T01:00:00.000Z'),
  event(1, 'screening', '2026-11-01T01:00:00.000Z'),
];
const beforeIt = [
  { stage: 'screening', on: '2026-11-01', days: 4, isNow: false },
  { stage: 'familyInterview', on: '2026-11-05', days: 17, isNow: true },
];

it.each([
  ['undone at once', 'move.undone', { seq: 3 }],
  ['corrected', 'entry.corrected', { seq: 3 }],
  ['undone, of which a reader sees no more than the line', 'move.undone', null],
])('tells no stay of a move that was %s: the one before it goes on', (_how, type, body) => {
  const undone = back(type, event(4, 'familyInterview', '2026-11-10T01:00:05.000Z'), body);
  expect(stageVisits([undone, ...moved], '2026-11-22')).toMatchObject(beforeIt);
  const note = event(5, 'familyInterview', '2026-11-12T01:00:00.000Z');
  expect(stageVisits([note, undone, ...moved], '2026-11-22')).toMatchObject(beforeIt);
});
it('tells the stay of a move that is made again after it was undone from the second time', () => {
  const undone = back('move.undone', event(4, 'familyInterview', '2026-11-10T01:00:05.000Z'), { seq: 3 });
  const again = event(5, 'planning', '2026-11-15T01:00:00.000Z');
  expect(stageVisits([again, undone, ...moved], '2026-11-22')).toMatchObject([
    { stage: 'screening', on: '2026-11-01', days: 4, isNow: false },
    { stage: 'familyInterview', on: '2026-11-05', days: 10, isNow: false },
    { stage: 'planning', on: '2026-11-15', days: 7, isNow: true },
  ]);
});
it('leaves the stays alone while a correction waits for the second person', () => {
  const half = back('entry.corrected', event(4, 'planning', '2026-11-11T01:00:00.000Z'), { seq: 3 });
  expect(stageVisits([half, ...moved], '2026-11-22')).toEqual(stageVisits(moved, '2026-11-22'));
});
it('is nothing without a history', () => {
  expect(stageVisits([], '2026-11-22')).toEqual([]);
});
it('knows no day of a stay that was entered by what is not shared, and no length of the one before', () => {
  const hidden = { ...event(3, 'planning', ''), type: 'hidden', at: null, count: 2 };
  expect(stageVisits([hidden, event(1, 'screening', '2026-11-01T01:00:00.000Z')], '2026-11-22')).toMatchObject([
    { stage: 'screening', on: '2026-11-01', days: null, isNow: false },
    { stage: 'planning', on: null, days: null, isNow: true },
  ]);
});
