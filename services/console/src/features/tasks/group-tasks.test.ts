import type { Task } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { groupTasks } from './group-tasks.ts';

const task = (ref: string, dueOn?: string): Task => ({
  caseId: 'c1',
  no: 'K-1',
  version: 3,
  kind: 'hold',
  ref,
  what: { ja: ref, en: ref },
  owner: { org: 'h1', role: 'dischargeNurse' },
  ...(dueOn ? { dueOn } : {}),
  fix: { route: '/cases/c1' },
});

it('puts what is overdue first, then today, three days and a week, then the rest, in the order they came', () => {
  const tasks = [
    task('late', '2026-11-21'),
    task('today', '2026-11-22'),
    task('c', '2026-11-25'),
    task('b', '2026-11-29'),
    task('a', '2026-11-30'),
    task('undated'),
    { ...task('given', '2026-11-20'), owner: { org: 'h1', role: 'dischargeNurse', person: '佐藤', isOther: true } },
  ];
  const refs = groupTasks(tasks, '2026-11-22').map(([group, own]) => [group, own.map(({ ref }) => ref)]);
  expect(refs).toEqual([
    ['overdue', ['late']],
    ['today', ['today']],
    ['soon', ['c']],
    ['week', ['b']],
    ['other', ['a', 'undated']],
    ['given', ['given']],
  ]);
  const team = groupTasks(tasks, '2026-11-22', false).map(([group, own]) => [group, own.map(({ ref }) => ref)]);
  expect(team[0]).toEqual(['overdue', ['late', 'given']]);
  expect(groupTasks([], '2026-11-22')).toEqual([]);
});
