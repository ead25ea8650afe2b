import type { HistoryEvent } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { anEntry } from '../../testing/an-entry.ts';
import { entriesOf } from './task-detail.tsx';
import { whoSettled } from './use-settled.ts';

const by = (name: string | null) => ({ name, org: null, role: '' });
const entry = (seq: number, type: string, body: HistoryEvent['body'], over: Partial<HistoryEvent> = {}) =>
  anEntry(seq, { type, label: type, at: '2026-11-29T00:00:00.000Z', by: by('佐藤'), body, ...over });

it('a task tells how its day and its owner came about, and nothing of another', () => {
  const history = [
    entry(9, 'task.dueMoved', { task: 'hold.h1', dueOn: '2026-12-01' }),
    entry(8, 'task.dueMoved', { task: 'hold.h2', dueOn: '2026-12-01' }),
    entry(7, 'task.assigned', { task: 'hold.h1', owner: 'm' }, { corrected: true }),
    entry(6, 'task.reminded', { task: 'hold.h1' }),
    entry(5, 'hold.added', { holdId: 'h1', recheckOn: '2026-11-20' }),
    entry(4, 'hold.added', { holdId: 'h2' }),
    entry(3, 'actionItem.assigned', { actionItemId: 'h1' }),
    entry(2, 'hidden', {}, { body: null }),
  ];
  expect(entriesOf(history, 'hold.h1').map(({ seq }) => seq)).toEqual([9, 6, 5]);
  expect(entriesOf(history, 'actionItem.h1').map(({ seq }) => seq)).toEqual([3]);
  expect(entriesOf(history, 'turn.move')).toEqual([]);
});

it('a row that went is told with who did it, where they are named', () => {
  const events = [
    { type: 'actionItem.closed', by: by('佐藤') },
    { type: 'hidden', by: by(null) },
  ];
  expect(whoSettled(events)).toEqual({ is: 'done', by: '佐藤' });
  expect(whoSettled([{ type: 'task.assigned', by: by('佐藤') }])).toEqual({ is: 'changed', by: '佐藤' });
  expect(whoSettled([{ type: 'hidden', by: by(null) }])).toBeNull();
  expect(whoSettled([])).toBeNull();
});
