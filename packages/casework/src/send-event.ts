import { accessOf, actsAs, mayCorrect, maySend, maySendThis } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';
import { BED_ONCE, bedTaken } from './bed-taken.ts';
import type { CaseworkPorts, SendEvent } from './casework.ts';
import { checkNamed } from './check-named.ts';
import { checkNote } from './check-note.ts';
import { conflictOf, stageFor } from './conflict.ts';
import { actorOf, decideEvent, nextEvent, rulesWith } from './decide-event.ts';
import { readerOf } from './entry-kind.ts';
import { parseEventBytes } from './event-bytes.ts';
import type { InTurn } from './in-lanes.ts';
import { accepted, type Outcome, refused, type WriteAnswer } from './outcome.ts';
import { type ParsedEvent, parseEvent } from './parse-event.ts';
import { planCommit } from './plan-commit.ts';
import type { FreshState, KeyRef, LoadedCase, SignedIn } from './ports.ts';
import { toSeenRefusal } from './reasons.ts';
import type { RecentAnswers } from './recent-answers.ts';
import { handoffReviser } from './revise-handoff.ts';
import { mayWaiveThis } from './waiver.ts';

/** Retries of an append event that another process overtook; within the process commands queue. */
const APPEND_RETRIES = 5;

/** What the sending of events keeps within the process. */
export type Sending = { readonly ports: CaseworkPorts; readonly inTurn: InTurn; readonly recent: RecentAnswers };

type Attempt = {
  readonly ports: CaseworkPorts;
  readonly command: SendEvent;
  readonly parsed: ParsedEvent;
  readonly revise: ReturnType<typeof handoffReviser>;
  readonly key: KeyRef;
};

/** Sends one event to a case: parse, may you, decide, one write round trip. A stored answer wins over any refusal. */
export async function sendEvent(sending: Sending, command: SendEvent): Promise<Outcome<WriteAnswer>> {
  const { ports } = sending;
  const key = { account: command.who.viewer.person, ...command.key };
  const outcome = await attemptInTurn(sending, { command, key });
  if (outcome.ok || outcome.refusal.code === 'key-reused') return outcome;
  const stored = await ports.store.findAnswer(key.account, key.key);
  if (!stored) return logRefusal(ports, command, outcome);
  return stored.bodyHash === key.bodyHash
    ? accepted({ status: stored.status, body: stored.body })
    : refused({ code: 'key-reused' });
}

async function attemptInTurn(
  { ports, inTurn, recent }: Sending,
  { command, key }: { command: SendEvent; key: KeyRef },
): Promise<Outcome<WriteAnswer>> {
  const parsed = parseEvent(command.body, tokyoDay(ports.clock.now()));
  if (!parsed.ok) return parsed;
  if (command.match === null || (command.match === '*' && !parsed.answer.definition.append))
    return refused({ code: 'precondition-required' });
  const attempt = { ports, command, key, parsed: parsed.answer, revise: handoffReviser(ports.store) };
  return inTurn(command.caseId, async () => {
    const known = recent.find(key);
    if (known) return known.bodyHash === key.bodyHash ? accepted(known) : refused({ code: 'key-reused' });
    const outcome = await sendUntilSettled(attempt);
    if (outcome.ok) recent.keep(key, outcome.answer);
    return outcome;
  });
}

async function sendUntilSettled(attempt: Attempt): Promise<Outcome<WriteAnswer>> {
  let { who } = attempt.command;
  let loaded = await attempt.ports.store.load(attempt.command.caseId);
  for (let turn = 0; turn <= APPEND_RETRIES; turn++) {
    const outcome = await sendOnce(attempt, who, loaded);
    if ('settled' in outcome) return outcome.settled;
    const settled = await afterConflict(attempt, outcome.fresh, loaded);
    if ('settled' in settled) return settled.settled;
    who = settled.who;
    loaded = settled.loaded;
  }
  return refused({ code: 'busy' });
}

type Once = { readonly settled: Outcome<WriteAnswer> } | { readonly fresh: FreshState };

async function sendOnce(attempt: Attempt, who: SignedIn, cached: LoadedCase | null): Promise<Once> {
  const { ports, command, key } = attempt;
  const checked = await checkedCase(attempt, who, cached);
  if (!checked.ok) {
    // A partner may have been let in by another process a moment ago: a refusal is only said of the newest state.
    const fresh = cached && (await ports.store.loadFresh(command.caseId));
    if (fresh && fresh.version !== cached.version) return sendOnce(attempt, who, fresh);
    return { settled: checked };
  }
  const loaded = checked.answer;
  const parsed = await attempt.revise(loaded, attempt.parsed);
  const stamp = { by: actorOf(who), at: ports.clock.now() };
  const rules = await rulesWith(ports.store, loaded, { definition: parsed.definition, ...stamp });
  const event = nextEvent(loaded, parsed, { ...stamp, rules });
  const named = { loaded, type: event.type, body: parsed.body, by: event.by.org, on: event.on };
  const unknown = await checkNamed(ports.store, named);
  if (unknown) return { settled: unknown };
  const unfit = await checkNote(ports.store, loaded, event);
  if (unfit) return { settled: unfit };
  const decision = await decideEvent(ports.store, loaded, event);
  if (!decision.ok) {
    // The cache may lag behind another process: a refusal is only said of the newest state.
    const fresh = await ports.store.loadFresh(command.caseId);
    if (fresh && fresh.version !== loaded.version) return sendOnce(attempt, who, fresh);
    return { settled: refused(toSeenRefusal(command.caseId, decision, readerOf(who.viewer, loaded))) };
  }
  const effects = decision.effects.map(({ text }) => text[command.meta.language]);
  const answer = { accepted: true, version: event.seq, stage: stageFor(who.viewer, decision.position), effects };
  const written: WriteAnswer = { status: 200, body: JSON.stringify(answer) };
  const hubs = await ports.store.listHubs();
  const { plan, next } = planCommit({
    loaded,
    event,
    decision,
    records: parsed.records,
    session: who.session,
    key,
    answer: written,
    hubs,
  });
  const outcome = await ports.store.commit(plan);
  if (!outcome.committed) return { fresh: outcome.fresh };
  ports.store.remember(next);
  return { settled: accepted(written) };
}

/** The case if this person may send this event to it, at the version the client has seen. */
async function checkedCase(
  { ports, command, parsed }: Attempt,
  who: SignedIn,
  cached: LoadedCase | null,
): Promise<Outcome<LoadedCase>> {
  let loaded = cached;
  if (loaded && command.match !== '*' && loaded.version < (command.match ?? 0))
    loaded = await ports.store.loadFresh(command.caseId);
  const access = loaded && accessOf(loaded, who.viewer);
  if (!loaded || !access) return refused({ code: 'not-found' });
  const standing = actsAs(access, loaded.facts, who.viewer);
  const wanted = { type: parsed.definition.type, body: parsed.body };
  if (!maySend(who.viewer, standing, wanted.type) || !maySendThis(who.viewer, loaded.facts, wanted))
    return refused({ code: 'not-permitted' });
  if (command.match !== '*' && loaded.version !== command.match)
    return conflictOf(ports.store, { viewer: who.viewer, loaded, seen: command.match ?? 0 });
  if (parsed.definition.type === 'requirement.waived') return mayWaiveThis(ports.log, who, loaded);
  if (parsed.definition.type === 'entry.corrected') {
    // Whoever may not write an entry may not take it back either.
    const [target] = await ports.store.listEvents(loaded.id, Number(parsed.body.seq) - 1, 1);
    const entry = target && { type: target.type, ...parseEventBytes(target.payload).by };
    if (entry && !mayCorrect(who.viewer, standing, entry)) return refused({ code: 'not-permitted' });
  }
  return accepted(loaded);
}

/** What the second read says, in the order of architecture.md §3b: key, session, access, version, epochs. */
async function afterConflict(
  { ports, command, key }: Attempt,
  fresh: FreshState,
  tried: LoadedCase | null,
): Promise<{ settled: Outcome<WriteAnswer> } | { who: SignedIn; loaded: LoadedCase }> {
  const { keyed, signedIn, loaded } = fresh;
  if (keyed)
    return {
      settled:
        keyed.bodyHash === key.bodyHash
          ? accepted({ status: keyed.status, body: keyed.body })
          : refused({ code: 'key-reused' }),
    };
  if (!signedIn) return { settled: refused({ code: 'sign-in' }) };
  if (!loaded || !accessOf(loaded, signedIn.viewer)) return { settled: refused({ code: 'not-found' }) };
  const isStale = command.match !== '*' && loaded.version !== command.match;
  if (isStale) {
    const stale = { viewer: signedIn.viewer, loaded, seen: command.match ?? 0 };
    return { settled: await conflictOf(ports.store, stale) };
  }
  if (fresh.constraint === BED_ONCE) return { settled: refused(bedTaken(loaded.id)) };
  if (loaded.version === tried?.version && fresh.constraint) return { settled: refused({ code: 'busy' }) };
  return { who: signedIn, loaded };
}

function logRefusal(
  ports: CaseworkPorts,
  { who, caseId, body, match, meta }: SendEvent,
  outcome: Outcome<WriteAnswer>,
) {
  if (outcome.ok) return outcome;
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : '';
  ports.log.write({
    action: 'refused',
    person: who.viewer.person,
    membership: who.viewer.membership,
    org: who.viewer.org,
    role: who.viewer.role,
    caseId,
    seq: typeof match === 'number' ? match : null,
    // Whatever else stands there is free text, and may be a name.
    what: typeof type === 'string' && eventsByType.has(type) ? type : '',
    outcome: outcome.refusal.code,
    requestId: meta.requestId,
  });
  return outcome;
}
