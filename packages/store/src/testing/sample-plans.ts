import { createHash, randomUUID } from 'node:crypto';
import type { CaseAccessRow } from '@kaerimichi/access';
import type { CommitPlan, Identity, KeyRef, LoadedCase, NewCase, RecordDraft, SessionRef } from '@kaerimichi/casework';
import { emptyFacts, type FullCard } from '@kaerimichi/discharge';

export const AT = '2026-12-01T01:00:00.000Z';
const head = new Uint8Array(32);
const noFacts = { ...emptyFacts('hospital'), entry: { seq: 1, on: '2026-12-01', round: 0, stage: 'screening' } };

const nobody: Identity = {
  familyName: null,
  givenName: null,
  familyKana: null,
  givenKana: null,
  sex: 'unknown',
  hospitalNumber: null,
  municipality: null,
};

export function sampleCard(id: string, no: string, version: number): FullCard {
  return {
    id,
    no,
    name: null,
    kana: null,
    bornOn: null,
    gestationWeeks: null,
    stage: 'screening',
    column: 'screening',
    phase: 'hospital',
    tracks: {},
    adult: 'none',
    needs: [],
    due: null,
    turn: null,
    holds: [],
    cond: { done: 0, all: 1 },
    next: null,
    owners: [],
    flags: [],
    lead: 'hospital',
    version,
  };
}

export function sampleKey(key: string = randomUUID(), account = 'nurse'): KeyRef {
  return { account, key, bodyHash: `hash of ${key}` };
}

function eventRow(
  before: Uint8Array,
  about: { seq: number; type: string; at: string; org: string },
): CommitPlan['event'] {
  const by = { membership: 'm', person: 'p', org: about.org, role: 'dischargeNurse', mayWaive: false };
  const { type, seq, at, org } = about;
  const payload = Buffer.from(JSON.stringify({ at, body: {}, by, seq, type }));
  const hash = createHash('sha256').update(before).update(payload).digest();
  return { seq, type, at, org, stage: 'screening', payload, hash, before: null };
}

/** An event that keeps the id and hash of a record. */
export function eventWithRecord(before: Uint8Array, seq: number, { id, hash }: RecordDraft): CommitPlan['event'] {
  const event = eventRow(before, { seq, type: 'note.added', at: AT, org: 'hospital' });
  const payload = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(event.payload).toString()), record: { id, hash } }),
  );
  return { ...event, payload, hash: createHash('sha256').update(before).update(payload).digest() };
}

export type NewCaseWish = Partial<
  Pick<NewCase, 'id' | 'no' | 'draft'> & {
    identity: Partial<Identity>;
    access: readonly CaseAccessRow[];
    session: SessionRef | null;
    key: KeyRef | null;
    at: string;
  }
>;

export const leadAccess: CaseAccessRow = {
  org: 'hospital',
  class: 'full',
  categories: ['contacts', 'clinical', 'plan'],
};

/** A case registered with nothing known about it. */
export function sampleCase(wish: NewCaseWish = {}): NewCase {
  const { id = randomUUID(), identity = {}, access = [leadAccess], session = null, key = null, at = AT } = wish;
  const answer = { status: 201, body: JSON.stringify({ id }) };
  return {
    id,
    lead: 'hospital',
    identity: { ...nobody, ...identity },
    no: wish.no,
    draft: wish.draft ?? null,
    referral: null,
    cardOf: no => sampleCard(id, no, 1),
    answerOf: no => ({ status: 201, body: JSON.stringify({ id, no }) }),
    plan: {
      session,
      next: { pathwayVersion: 1, value: 'screening', facts: noFacts },
      event: eventRow(head, { seq: 1, type: 'case.registered', at, org: 'hospital' }),
      records: [],
      deadlines: [],
      access,
      active: true,
      key,
      answer,
    },
  };
}

/** The next event of a case, changing what is wished. */
export function samplePlan(
  loaded: LoadedCase,
  wish: Partial<CommitPlan> & { at?: string; type?: string } = {},
): CommitPlan {
  const { at = AT, type = 'note.added', ...rest } = wish;
  const seq = loaded.version + 1;
  return {
    caseId: loaded.id,
    expected: { version: loaded.version, accessEpoch: loaded.accessEpoch },
    session: null,
    next: { pathwayVersion: 1, value: 'screening', facts: loaded.facts },
    event: eventRow(loaded.head, { seq, type, at, org: 'hospital' }),
    records: [],
    deadlines: [],
    access: null,
    identity: null,
    card: sampleCard(loaded.id, loaded.no, seq),
    active: true,
    key: null,
    answer: { status: 200, body: JSON.stringify({ version: seq }) },
    ...rest,
  };
}
