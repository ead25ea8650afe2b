import type { CommitOutcome, CommitPlan } from '@kaerimichi/casework';
import type { CaseCache } from '../cases/case-cache.ts';
import type { Database } from '../database.ts';
import { commitText } from './commit-texts.ts';
import { type FreshReader, violatedConstraint } from './fresh-state.ts';
import { accessValues, beforeValue, deadlineValues, keyValues, recordValues } from './plan-values.ts';

export type CommitPorts = { readonly database: Database; readonly cache: CaseCache; readonly readFresh: FreshReader };

/**
 * Writes one accepted command in one round trip. When it changed nothing, a second read tells why, everything fresh.
 * Throws `StoreBusy` when the connection was lost: whether it was written is settled by the client's retry.
 */
export async function commitPlan(
  { database, cache, readFresh }: CommitPorts,
  plan: CommitPlan,
): Promise<CommitOutcome> {
  const { caseId, expected, event } = plan;
  if (event.seq !== expected.version + 1)
    throw new Error(`event ${event.seq} cannot follow version ${expected.version}`);
  const shape = { records: plan.records.length > 0, deadlines: plan.deadlines.length > 0 };
  // Whether the case was on the board at this version is known from its load; when not, the full text sets it right.
  const touchesAccess = plan.access !== null || cache.wasActive(caseId, expected.version) !== plan.active;
  const statement = commitText(shape, touchesAccess);
  const facts = JSON.stringify(plan.next.facts);
  const base = [...baseValues(plan), ...keyValues(plan.key, plan.answer)];
  base[FACTS_AT] = facts;
  const extra = extraValues(plan, shape, touchesAccess);
  try {
    const rows = await database.rows(statement, [...base, ...extra]);
    if (rows.length === 1) {
      cache.noteCommit(caseId, { version: event.seq, active: plan.active, bytes: facts.length });
      return { committed: true };
    }
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === null) throw error;
    return { committed: false, fresh: await readFresh(plan, constraint) };
  }
  return { committed: false, fresh: await readFresh(plan, null) };
}

const FACTS_AT = 7;

function baseValues({ caseId, expected, session, next, event, card, active }: CommitPlan): unknown[] {
  return [
    caseId,
    expected.version,
    expected.accessEpoch,
    session?.id ?? null,
    session?.epoch ?? null,
    next.pathwayVersion,
    JSON.stringify(next.value),
    null,
    event.hash,
    event.type,
    event.at,
    event.stage,
    event.payload,
    beforeValue(event.before),
    JSON.stringify(card),
    active,
  ];
}

function extraValues(plan: CommitPlan, shape: { records: boolean; deadlines: boolean }, touchesAccess: boolean) {
  if (touchesAccess || (shape.records && shape.deadlines))
    return [
      ...recordValues(plan.records),
      ...deadlineValues(plan.deadlines),
      plan.access !== null,
      ...accessValues(plan.access ?? []),
    ];
  if (shape.records) return recordValues(plan.records);
  return shape.deadlines ? deadlineValues(plan.deadlines) : [];
}
