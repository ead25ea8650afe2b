import { type CaseEvent, categories, emptyFacts, tokyoDay } from '@kaerimichi/discharge';
import { expect, it } from 'vitest';
import type { CaseworkPorts } from './casework.ts';
import { readerOf } from './entry-kind.ts';
import { toEventBytes } from './event-bytes.ts';
import { readWritten } from './written.ts';

const AT = '2026-12-01T03:00:00.000Z';
const by = { membership: 'm-nurse', person: 'nurse', org: 'lead', role: 'dischargeNurse', mayWaive: false } as const;
const event = (seq: number, type: string, body = {}): CaseEvent => ({ seq, type, at: AT, on: tokyoDay(AT), by, body });

const reader = readerOf(
  { person: 'nurse', membership: 'm', org: 'lead', orgKind: 'childrensHospital', role: 'dischargeNurse', flags: [] },
  { id: 'case', access: [{ org: 'lead', class: 'full', categories: [...categories] }], facts: emptyFacts('lead') },
);

/** Entries of a history of these types that stand, and the types of which anything was read. */
async function standing(history: readonly CaseEvent[], types: readonly string[]) {
  const read: string[] = [];
  const store = {
    listEventsOf: async (_id: string, wanted: readonly string[]) => {
      const rows = history.filter(({ type }) => wanted.includes(type));
      read.push(...rows.map(({ type }) => type));
      return rows.map(one => ({ seq: one.seq, payload: toEventBytes(one) }));
    },
  };
  const written = await readWritten({ store } as unknown as CaseworkPorts, { caseId: 'c1', reader, types });
  return { seqs: written.map(({ event: { seq } }) => seq), read: [...new Set(read)] };
}

it('leaves out what was taken back, and reads no other kind of entry', async () => {
  const history = [event(1, 'note.added'), event(2, 'home.checked'), event(3, 'home.checked')];
  const corrected = [...history, event(4, 'entry.corrected', { seq: 2 })];
  expect(await standing(corrected, ['home.checked'])).toEqual({ seqs: [3], read: ['home.checked', 'entry.corrected'] });
});

it('keeps what takes two to correct until a second has agreed', async () => {
  const history = [event(1, 'consent.withdrawn'), event(2, 'entry.corrected', { seq: 1 })];
  expect((await standing(history, ['consent.withdrawn'])).seqs).toEqual([1]);
  const agreed = [...history, event(3, 'entry.corrected', { seq: 1 })];
  expect((await standing(agreed, ['consent.withdrawn'])).seqs).toEqual([]);
});
