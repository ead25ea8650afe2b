import { expect, it } from 'vitest';
import { keeper } from './keeper.ts';

function aDraft() {
  const now = { isSent: false, hasLeft: false };
  const stored: string[] = [];
  const keep = keeper<string>({
    write: values => stored.push(values) > 0,
    isSent: () => now.isSent,
    hasLeft: () => now.hasLeft,
  });
  return { now, stored, keep };
}

it('is stored while it is written', () => {
  const { keep, stored } = aDraft();
  expect([keep('a'), stored]).toEqual([true, ['a']]);
});

it('is not stored again once its person has signed out, or it was sent', () => {
  for (const end of ['hasLeft', 'isSent'] as const) {
    const { now, keep, stored } = aDraft();
    now[end] = true;
    expect([keep('a'), stored]).toEqual([false, []]);
  }
});
