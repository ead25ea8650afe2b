import { expect, it } from 'vitest';
import { titleOf } from './page-title.ts';

it('has the figure of the own turns before it, and none where there is nothing to do', () => {
  expect(titleOf({ title: 'マイタスク – かえりみち', turns: 2 })).toBe('(2) マイタスク – かえりみち');
  expect(titleOf({ title: 'マイタスク – かえりみち', turns: 0 })).toBe('マイタスク – かえりみち');
});
