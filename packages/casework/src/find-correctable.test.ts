import { type CaseEvent, emptyFacts, tokyoDay } from '@kaerimichi/discharge';
import { beforeRegistration } from '@kaerimichi/discharge/chart';
import { expect, it } from 'vitest';
import { toEventBytes } from './event-bytes.ts';
import { findCorrectable } from './find-correctable.ts';
import type { LoadedCase, SignedIn, StoredEvent } from './ports.ts';
import { outlineOfHistory } from './whole-history.ts';

const AT = '2026-12-01T03:00:00.000Z';
const who: SignedIn = {
  session: { id: 's', epoch: 1 },
  displayName: '看護師',
  viewer: {
    person: 'nurse',
    membership: 'm-nurse',
    org: 'lead',
    orgKind: 'childrensHospital',
    role: 'dischargeNurse',
    flags: [],
  },
};
const by = { membership: 'm-nurse', person: 'nurse', org: 'lead', role: 'dischargeNurse', mayWaive: false } as const;
const event = (seq: number, type: string, body = {}): CaseEvent => ({ seq, type, at: AT, on: tokyoDay(AT), by, body });

const history = [
  event(1, 'case.registered'),
  event(2, 'trialStay.planned'),
  event(3, 'screening.completed'),
  event(4, 'note.added'),
  event(5, 'entry.corrected', { seq: 4 }),
  event(6, 'note.added'),
];
const rows = history.map(
  (one): StoredEvent => ({
    seq: one.seq,
    type: one.type,
    at: AT,
    stage: one.seq < 3 ? 'screening' : 'familyInterview',
    payload: toEventBytes(one),
    hash: new Uint8Array(),
  }),
);

/** The case with its last entries as a page of its history, and what was read beside the page. */
async function asked(stage: string, from: number) {
  const read: string[] = [];
  const store = {
    listEvents: async () => {
      read.push('whole');
      return rows;
    },
    outlineEvents: async (_id: string, types: readonly string[]) => {
      read.push('outline');
      return rows.map(row => ({ ...row, payload: types.includes(row.type) ? row.payload : null }));
    },
  };
  const { value } = beforeRegistration(emptyFacts('lead'));
  const state = JSON.parse(JSON.stringify(value).replace('"screening"', JSON.stringify(stage)));
  const access = [{ org: 'lead', class: 'full', categories: [] }];
  // The part that is read.
  const loaded = { id: 'c', version: 6, value: state, facts: emptyFacts('lead'), access } as unknown as LoadedCase;
  const page = rows
    .slice(from - 1)
    .map(({ stage: at }, n) => ({ event: history[from - 1 + n] as CaseEvent, stage: at }));
  const outline = await outlineOfHistory(store, loaded, page);
  const isCorrectable = await findCorrectable(store, { who, loaded, page, outline });
  return { read, correctable: page.flatMap(({ event: one }) => (isCorrectable(one) ? [one.seq] : [])) };
}

it('reads of a long history what was corrected in it, and no more', async () => {
  expect(await asked('familyInterview', 2)).toEqual({ read: ['outline'], correctable: [2, 3, 6] });
  expect(await asked('trialStay', 2)).toMatchObject({ read: ['outline', 'whole'] });
  expect(await asked('trialStay', 3)).toMatchObject({ read: ['outline'] });
  expect(await asked('familyInterview', 1)).toEqual({ read: [], correctable: [2, 3, 6] });
});
