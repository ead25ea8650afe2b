import type { FormSet } from '@kaerimichi/contracts';
import { fakeClock } from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFormLocks } from './form-locks.ts';
import type { GatewaySocket } from './gateway.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const plan = { caseId: 'c1', form: 'plan.written' };
const name = 'c1 plan.written';

/** As far as it is looked at here. */
const aSocket = (id: string, role = 'dischargeNurse') =>
  ({
    id,
    data: { who: { displayName: id, viewer: { membership: id, org: 'org', orgKind: 'hospital', role, flags: [] } } },
  }) as unknown as GatewaySocket;

function someLocks() {
  const told: string[] = [];
  const began: string[] = [];
  const clock = fakeClock('2026-12-01T05:03:00.000Z');
  const locks = createFormLocks({ clock, due: { add: form => told.push(form) }, onEdits: id => began.push(id) });
  const set = (socket: GatewaySocket, state: FormSet['state'], place = plan) => locks.set(socket, { ...place, state });
  return { locks, told, began, clock, set };
}
const nurse = aSocket('nurse');

describe('who fills a form in', () => {
  it('does so from the first input on, and no longer a minute after the last', () => {
    const { locks, told, began, clock, set } = someLocks();
    set(nurse, 'open');
    expect(locks.openOf(name)).toMatchObject([{ since: null }]);
    set(nurse, 'typing');
    clock.advance({ seconds: 40 });
    vi.advanceTimersByTime(40_000);
    set(nurse, 'typing');
    vi.advanceTimersByTime(59_000);
    expect(locks.openOf(name)).toMatchObject([{ since: '2026-12-01T05:03:00.000Z' }]);
    expect([told.length, began, locks.edits('nurse', 'c1')]).toEqual([2, ['nurse'], true]);
    vi.advanceTimersByTime(1_000);
    expect(locks.openOf(name)).toMatchObject([{ since: null }]);
    expect([told.length, began, locks.edits('nurse', 'c1')]).toEqual([3, ['nurse', 'nurse'], false]);
  });

  it('no longer does when it is closed or sent, or the page is gone', () => {
    const { locks, told, set } = someLocks();
    set(nurse, 'typing');
    set(nurse, 'open');
    expect(locks.openOf(name)).toMatchObject([{ since: null }]);
    set(nurse, 'typing');
    set(nurse, 'closed');
    expect(locks.openOf(name)).toEqual([]);
    set(nurse, 'typing');
    locks.gone(nurse);
    expect(locks.openOf(name)).toEqual([]);
    const before = told.length;
    vi.advanceTimersByTime(120_000);
    expect(told.length).toBe(before);
  });

  it('is heard of no wall, no more than ten forms, and nothing that is no form', () => {
    const { locks, told, set } = someLocks();
    set(aSocket('wall', 'display'), 'typing');
    set(aSocket('office', 'prefecture'), 'typing');
    locks.set(nurse, { ...plan, state: 'away' });
    locks.set(nurse, { ...plan, form: 'plan', state: 'open' });
    expect(told).toEqual([]);
    for (let n = 0; n < 12; n += 1) set(nurse, 'typing', { caseId: 'c1', form: `entry.corrected.${n}` });
    expect(new Set(told).size).toBe(10);
  });
});
