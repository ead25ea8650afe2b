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

const named = z.object({
  familyName: z.string().optional(),
  givenName: z.string(),
  familyKana: z.string().optional(),
  givenKana: z.string().optional(),
});
const sexed = z.object({
  sex: z.enum(['female', 'male', 'other', 'unknown']).optional(),
  birthOrder: z.int().optional(),
});

/** Who the child is once its name is recorded; what the event does not say stays. null: the event is about something else. */
function identityAfter(before: Identity, { event, records }: PlanInput): Identity | null {
  // With another day of birth the child is compared with others anew, as with another name.
  if (event.type === 'birth.recorded') return before;
  if (event.type !== 'child.named') return null;
  const { sex, birthOrder = before.birthOrder ?? null } = sexed.parse(event.body);
  const { familyName, givenName, familyKana, givenKana } = named.parse(records[0]?.body);
  return {
    ...before,
    familyName: familyName ?? before.familyName,
    givenName,
    familyKana: familyKana ?? before.familyKana,
    givenKana: givenKana ?? before.givenKana,
    sex: sex ?? before.sex,
    birthOrder,
  };
}

/** Rows of `case_access` when the event changed who may see the case; else null. */
function changedAccess({ loaded, event, decision, hubs }: PlanInput): readonly CaseAccessRow[] | null {
  const context = { hubs, on: event.on };
  return accessChanged(loaded.facts, decision.state.facts, context)
    ? deriveAccess(decision.state.facts, context)
    : null;
}
