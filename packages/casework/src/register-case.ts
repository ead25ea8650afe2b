import { randomUUID } from 'node:crypto';
import { deriveAccess, mayRegister } from '@kaerimichi/access';
import { type CaseEvent, emptyFacts, tokyoDay } from '@kaerimichi/discharge';
import { beforeRegistration, decide, eventsByType, pathwayVersion } from '@kaerimichi/discharge/chart';
import { chainHash, emptyHead, saltedHash } from './canonical.ts';
import type { CaseworkPorts, RegisterCase } from './casework.ts';
import { actorOf } from './decide-event.ts';
import { toEventBytes } from './event-bytes.ts';
import { accepted, type Outcome, refused, type WriteAnswer } from './outcome.ts';
import type { EventRow, FreshState, KeyRef, NewCase } from './ports.ts';
import { toRefusal } from './reasons.ts';
import { cardFor } from './state-of.ts';
import { toIssues } from './to-issues.ts';

/** Registers a case for a lead organisation the person acts for; the number is random within the network. */
export async function registerCase(ports: CaseworkPorts, command: RegisterCase): Promise<Outcome<WriteAnswer>> {
  const key = { account: command.who.viewer.person, ...command.key };
  const outcome = await attempt(ports, command, key);
  if (outcome.ok || outcome.refusal.code === 'key-reused') return outcome;
  const stored = await ports.store.findAnswer(key.account, key.key);
  return stored ? fromKey(stored, key) : outcome;
}

const fromKey = (stored: WriteAnswer & { bodyHash: string }, key: KeyRef): Outcome<WriteAnswer> =>
  stored.bodyHash === key.bodyHash
    ? accepted({ status: stored.status, body: stored.body })
    : refused({ code: 'key-reused' });

async function attempt(ports: CaseworkPorts, command: RegisterCase, key: KeyRef): Promise<Outcome<WriteAnswer>> {
  if (!mayRegister(command.who.viewer, command.registration.lead)) return refused({ code: 'not-permitted' });
  const planned = await planRegistration(ports, command, key);
  if (!planned.ok) return planned;
  const created = await ports.store.create(planned.answer);
  if ('committed' in created) return afterConflict(created.fresh, key, planned.answer);
  return accepted(planned.answer.answerOf(created.no));
}

function afterConflict(
  { keyed, signedIn, constraint }: FreshState,
  key: KeyRef,
  { draft, plan }: NewCase,
): Outcome<WriteAnswer> {
  if (keyed) return fromKey(keyed, key);
  // The session stands as it did: only the draft can have been in the way.
  const isHeld = signedIn !== null && signedIn.session.epoch === plan.session?.epoch;
  if (draft && isHeld && constraint === null) return refused({ code: 'bad-input', issues: [draftTaken] });
  return refused({ code: signedIn ? 'busy' : 'sign-in' });
}

/** What is said of a draft that was somebody's case before. */
export const draftTaken = { path: 'draft', message: 'すでにケースになっています。 / Already a case.' };

async function planRegistration(ports: CaseworkPorts, command: RegisterCase, key: KeyRef): Promise<Outcome<NewCase>> {
  const { registration, who } = command;
  const { identity, reason, no, ...rest } = registration;
  const body = eventsByType.get('case.registered')?.body.safeParse(withoutUndefined(rest));
  if (!body?.success) return refused({ code: 'bad-input', issues: body ? toIssues(body.error, rest) : [] });
  const id = randomUUID();
  const at = ports.clock.now();
  const text = { reason };
  const record = { id: randomUUID(), ...saltedHash(text) };
  const event: CaseEvent = {
    type: 'case.registered',
    seq: 1,
    at,
    on: tokyoDay(at),
    by: actorOf(who),
    record: { id: record.id, hash: record.hash },
    body: body.data,
  };
  const decision = decide(beforeRegistration(emptyFacts(registration.lead)), event);
  if (!decision.ok) return refused(toRefusal(id, decision));
  const { stage } = decision.position;
  const access = deriveAccess(decision.state.facts, { hubs: await ports.store.listHubs(), on: event.on });
  const answerOf = (number: string) => ({ status: 201, body: JSON.stringify({ id, no: number, version: 1, stage }) });
  return accepted({
    id,
    lead: registration.lead,
    identity,
    no,
    draft: registration.draft === undefined ? null : { org: who.viewer.org, id: registration.draft },
    answerOf,
    cardOf: number => cardFor({ id, no: number, identity }, decision.state, { version: 1, on: event.on }),
    plan: {
      session: who.session,
      next: { pathwayVersion, ...decision.state },
      event: firstEvent(event, stage),
      records: [{ ...record, kind: event.type, category: 'plan', body: text }],
      deadlines: decision.deadlines,
      access,
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

const withoutUndefined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
