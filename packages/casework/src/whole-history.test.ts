import { expect, it } from 'vitest';
import { toEventBytes } from './event-bytes.ts';
import type { CaseStore, StoredEvent } from './ports.ts';
import { wholeHistory } from './whole-history.ts';

const AT = '2026-12-01T03:00:00.000Z';
const by = { membership: 'm', person: 'p', org: 'lead', role: 'dischargeNurse', mayWaive: false } as const;
const row: StoredEvent = {
  ...{ seq: 1, type: 'note.added', at: AT, stage: 'screening', hash: new Uint8Array() },
  payload: toEventBytes({ seq: 1, type: 'note.added', at: AT, on: '2026-12-01', by, body: {} }),
};
/** A history of so many entries, read as far as it is asked for. */
const long = (count: number): Pick<CaseStore, 'listEvents'> => ({
  listEvents: async (_id, _after, limit) => Array(Math.min(count, limit)).fill(row),
});

it('reads a history whole or not at all: what is cut would be decided upon as if it were all', async () => {
  const whole = (count: number) => wholeHistory(long(count), 'c');
  expect(await whole(3)).toHaveLength(3);
  await expect(whole(100_001)).rejects.toThrow('100000');
});
