import { randomUUID } from 'node:crypto';
import { deriveAccess } from '@kaerimichi/access';
import { type Actor, type CaseEvent, type CaseRules, emptyFacts, tokyoDay } from '@kaerimichi/discharge';
import { beforeRegistration, decide, eventsByType, pathwayVersion } from '@kaerimichi/discharge/chart';
import { chainHash, emptyHead, saltedHash } from './canonical.ts';
import type { NewRegistration } from './casework.ts';
import { toEventBytes } from './event-bytes.ts';
import { accepted, type Outcome, refused } from './outcome.ts';
import type { EventRow, KeyRef, LoadedCase, NewCase, SessionRef } from './ports.ts';
import { toRefusal } from './reasons.ts';
import { cardFor } from './state-of.ts';
import { toIssues } from './to-issues.ts';

/** Who registers a case when, for which hubs, and under which key; nobody's session where nobody waits for an answer. */
export type RegistrationStamp = {
  readonly by: Actor;
  readonly at: string;
  readonly hubs: readonly string[];
  readonly session: SessionRef | null;
  readonly key: KeyRef | null;
  /** The rules with which the case begins; without any, the program's own. */
  readonly rules?: CaseRules | undefined;
};

/** The first event of a case, decided: everything that opening it writes. */
export function planRegistration(registration: NewRegistration, stamp: RegistrationStamp): Outcome<NewCase> {
  const { by, at, hubs, session, key, rules } = stamp;
  const { identity, reason, no, ...rest } = registration;
  const body = eventsByType.get('case.registered')?.body.safeParse(withoutUndefined({ ...rest, rules }));
  if (!body?.success) return refused({ code: 'bad-input', issues: body ? toIssues(body.error, rest) : [] });
  const id = randomUUID();
  const text = { reason };
  const record = { id: randomUUID(), ...saltedHash(text) };
  const event: CaseEvent = {
    type: 'case.registered',
    seq: 1,
    at,
    on: tokyoDay(at),
    by,
    record: { id: record.id, hash: record.hash },
    body: body.data,
  };
  const decision = decide(beforeRegistration(emptyFacts(registration.lead)), event);
  if (!decision.ok) return refused(toRefusal(id, decision));
  const { stage } = decision.position;
  const answerOf = (number: string) => ({ status: 201, body: JSON.stringify({ id, no: number, version: 1, stage }) });
  return accepted({
    id,
    lead: registration.lead,
    identity,
    no,
    draft: registration.draft === undefined ? null : { org: by.org, id: registration.draft },
    referral:
      registration.referral === undefined ? null : { org: by.org, id: registration.referral, person: by.person },
    answerOf,
    cardOf: number => cardFor({ id, no: number, identity }, decision.state, { version: 1, on: event.on }),
    plan: {
      session,
      next: { pathwayVersion, ...decision.state },
      event: firstEvent(event, stage),
      records: [{ ...record, kind: event.type, category: 'plan', body: text }],
      deadlines: decision.deadlines,
      access: deriveAccess(decision.state.facts, { hubs, on: event.on }),
      active: true,
      key,
      answer: answerOf(''),
    },
  });
}

/** The first link of a case's chain. */
function firstEvent(event: CaseEvent, stage: string): EventRow {
  const payload = toEventBytes(event);
  const { seq, type, at, by } = event;
  return { seq, type, at, org: by.org, stage, payload, hash: chainHash(emptyHead, payload), before: null };
}

/** A case as it is when it has just been opened under its number. */
export function openedCase({ id, identity, plan, draft }: NewCase, no: string): LoadedCase {
  const { next, event, access } = plan;
  const hasSource = draft !== null;
  return { id, no, version: event.seq, ...next, head: event.hash, accessEpoch: 1, access, identity, hasSource };
}

const withoutUndefined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
