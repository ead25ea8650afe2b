import type { Task } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { groupTasks } from './group-tasks.ts';

const task = (ref: string, dueOn?: string): Task => ({
  caseId: 'c1',
  no: 'K-1',
  kind: 'hold',
  ref,
  what: { ja: ref, en: ref },
  owner: { org: 'h1', role: 'dischargeNurse' },
  ...(dueOn ? { dueOn } : {}),
  fix: { route: '/cases/c1' },
});

it('puts what is overdue first, then today and the seven days, then the rest, in the order they came', () => {
  const tasks = [
    task('late', '2026-11-21'),
    task('today', '2026-11-22'),
    task('b', '2026-11-29'),
    task('a', '2026-11-30'),
    task('undated'),
    { ...task('given', '2026-11-20'), owner: { org: 'h1', role: 'dischargeNurse', person: '佐藤', isOther: true } },
  ];
  const refs = groupTasks(tasks, '2026-11-22').map(([group, own]) => [group, own.map(({ ref }) => ref)]);
  expect(refs).toEqual([
    ['overdue', ['late']],
    ['soon', ['today', 'b']],
    ['other', ['a', 'undated']],
    ['given', ['given']],
  ]);
  expect(groupTasks([], '2026-11-22')).toEqual([]);
});
