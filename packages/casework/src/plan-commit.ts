import { accessChanged, type CaseAccessRow, deriveAccess } from '@kaerimichi/access';
import type { CaseEvent, FullCard } from '@kaerimichi/discharge';
import { type Accepted, eventsByType, pathwayVersion } from '@kaerimichi/discharge/chart';
import { z } from 'zod';
import { chainHash } from './canonical.ts';
import { toEventBytes } from './event-bytes.ts';
import type { WriteAnswer } from './outcome.ts';
import type { CommitPlan, Identity, KeyRef, LoadedCase, RecordDraft, SessionRef } from './ports.ts';
import { afterEvent, cardFor, isActive } from './state-of.ts';

export type PlanInput = {
  readonly loaded: LoadedCase;
  readonly event: CaseEvent;
  readonly decision: Accepted;
  readonly records: readonly RecordDraft[];
  readonly session: SessionRef | null;
  readonly key: KeyRef | null;
  readonly answer: WriteAnswer;
  readonly hubs: readonly string[];
};

/** Everything that one accepted event changes, and the case as it will be: nothing is written anywhere else. */
export function planCommit(input: PlanInput): { plan: CommitPlan; next: LoadedCase } {
  const { loaded, event, decision, key, answer } = input;
  const payload = toEventBytes(event);
  const hash = chainHash(loaded.head, payload);
  const access = changedAccess(input);
  const identity = identityAfter(loaded.identity, input);
  const next = afterEvent(loaded, decision, {
    version: event.seq,
    pathwayVersion,
    head: hash,
    access: access ?? loaded.access,
    accessEpoch: loaded.accessEpoch + (access ? 1 : 0),
    identity: identity ?? loaded.identity,
  });
  const isMove = eventsByType.get(event.type)?.kind === 'move' && event.type !== 'move.undone';
  let card: FullCard | undefined;
  const plan: CommitPlan = {
    caseId: loaded.id,
    expected: { version: loaded.version, accessEpoch: loaded.accessEpoch },
    session: input.session,
    next: { pathwayVersion, value: decision.state.value, facts: decision.state.facts },
    event: {
      seq: event.seq,
      type: event.type,
      at: event.at,
      org: event.by.org,
      stage: decision.position.stage,
      payload,
      hash,
      before: isMove ? { pathwayVersion, value: loaded.value, facts: loaded.facts } : null,
    },
    records: input.records,
    deadlines: decision.deadlines,
    access,
    identity,
    // Worked out when it is asked for: of a case told in memory only the last card is ever seen.
    get card() {
      card ??= cardFor(next, decision.state, { version: event.seq, on: event.on });
      return card;
    },
    active: isActive(decision.state),
    key,
    answer,
  };
  return { plan, next };
}

/** Texts of an event by name, as its record holds them. */
const texts = z.record(z.string(), z.string());

/** Who the child is after the event. null: the event is about something else. */
function identityAfter(before: Identity, { event, records }: PlanInput): Identity | null {
  const identity = eventsByType.get(event.type)?.identity;
  if (!identity) return null;
  const record = records.find(({ id }) => id === event.record?.id);
  const said = { body: event.body, texts: record ? texts.parse(record.body) : {} };
  return { ...before, ...identity(before, said) };
}

/** Rows of `case_access` when the event changed who may see the case; else null. */
function changedAccess({ loaded, event, decision, hubs }: PlanInput): readonly CaseAccessRow[] | null {
  const context = { hubs, on: event.on };
  return accessChanged(loaded.facts, decision.state.facts, context)
    ? deriveAccess(decision.state.facts, context)
    : null;
}
