import type { FormSet } from '@kaerimichi/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFormLocks, formName } from './form-locks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const form = { caseId: 'c1', form: 'plan.written' };
const some = () => {
  const said: FormSet['state'][] = [];
  return { said, locks: createFormLocks(({ state }) => said.push(state)) };
};

it('says that a form is filled in at once, then every five seconds while it is', () => {
  const { said, locks } = some();
  const { typed, sent, close } = locks.open(form);
  for (let second = 0; second < 12; second += 1) {
    typed();
    vi.advanceTimersByTime(1_000);
  }
  expect(said).toEqual(['open', 'typing', 'typing', 'typing']);
  vi.advanceTimersByTime(60_000);
  // What was put in after it was said last.
  expect(said).toEqual(['open', 'typing', 'typing', 'typing', 'typing']);
  typed();
  sent();
  close();
  vi.advanceTimersByTime(60_000);
  expect(said.slice(5)).toEqual(['typing', 'open', 'closed']);
});

it('says again after a reconnection what is open, and closes what is open twice once', () => {
  const { said, locks } = some();
  const [first, second] = [locks.open(form), locks.open(form)];
  first.close();
  locks.renew();
  expect(said).toEqual(['open', 'open', 'open']);
  second.close();
  expect(said.at(-1)).toBe('closed');
});

it('holds who else fills it in until there is no connection', () => {
  const { locks } = some();
  const people = [{ id: 'm', name: '松本 麻衣', since: '2026-12-01T05:03:00.000Z' }];
  locks.take({ ...form, people });
  expect(locks.edited.read().get(formName(form))).toEqual(people);
  locks.take({ ...form, people: [] });
  expect(locks.edited.read().size).toBe(0);
  locks.take({ ...form, people });
  locks.lost();
  expect(locks.edited.read().size).toBe(0);
});
