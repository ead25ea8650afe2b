import type { Task } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { taskOfCase } from './task-of-case.ts';

const aTask = (caseId: string, ref: string, over: Partial<Task> = {}): Task => ({
  caseId,
  no: 'K-1',
  version: 1,
  kind: 'deadline',
  ref,
  key: `deadline:${ref}`,
  what: { ja: ref, en: ref },
  owner: { org: 'h1', role: 'dischargeNurse' },
  fix: { route: '/' },
  ...over,
});
const tasks = [
  aTask('other', 'x'),
  aTask('a', 'bare', { key: undefined }),
  aTask('a', 'first', { dueOn: '2026-12-01' }),
  aTask('a', 'shown', { dueOn: '2026-12-05' }),
];

describe('the task that a card means', () => {
  it('is the one of the day that the card shows', () => {
    expect(taskOfCase(tasks, { id: 'a', due: { kind: 'x', on: '2026-12-05' } })?.ref).toBe('shown');
  });
  it('is the most urgent that can be set, where none is of that day', () => {
    expect(taskOfCase(tasks, { id: 'a' })?.ref).toBe('first');
  });
  it('is none where one has nothing to do in the case', () => {
    expect(taskOfCase(tasks, { id: 'b' })).toBeUndefined();
    expect(taskOfCase(tasks, undefined)).toBeUndefined();
  });
});
