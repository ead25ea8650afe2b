import type { CaseAccessRow } from '@kaerimichi/access';
import type { CommitOutcome, CommitPlan } from '@kaerimichi/casework';
import { searchColumns } from '../board/search-columns.ts';
import type { CaseCache } from '../cases/case-cache.ts';
import type { Database, Statement } from '../database.ts';
import type { CommitLine } from '../outbox/commit-line.ts';
import type { CommittedEvent, RecentCommits } from '../outbox/recent-commits.ts';
import { commitParameters, commitText, fullText, namingText } from './commit-texts.ts';
import { type FreshReader, violatedConstraint } from './fresh-state.ts';
import { accessValues, deadlineValues, recordValues, withoutNul } from './plan-values.ts';

export type CommitPorts = {
  readonly database: Database;
  readonly cache: CaseCache;
  readonly recent: RecentCommits;
  readonly commits: CommitLine;
  readonly readFresh: FreshReader;
};

/**
 * Writes one accepted command in one round trip. When it changed nothing, a second read tells why, everything fresh.
 * Throws `StoreBusy` when the connection was lost: whether it was written is settled by the client's retry.
 */
export async function commitPlan(ports: CommitPorts, plan: CommitPlan): Promise<CommitOutcome> {
  const { database, cache, readFresh } = ports;
  const { caseId, expected, event } = plan;
  if (event.seq !== expected.version + 1)
    throw new Error(`event ${event.seq} cannot follow version ${expected.version}`);
  const shape = { records: plan.records.length > 0, deadlines: plan.deadlines.length > 0 };
  // Whether the case was on the board at this version is known from its load; when not, the full text sets it right.
  const isNaming = plan.identity !== null;
  const touchesAccess = isNaming || plan.access !== null || cache.wasActive(caseId, expected.version) !== plan.active;
  const statement = isNaming ? namingText : commitText(shape, touchesAccess);
  const facts = JSON.stringify(plan.next.facts);
  const base = baseValues(plan, facts);
  const extra = [...extraValues(plan, shape, touchesAccess), ...namingValues(plan)];
  const access = plan.access ?? accessBefore(cache, plan);
  try {
    const rows = await database.rows(statement, [...base, ...extra]);
    if (rows.length === 1) {
      cache.noteCommit(caseId, { version: event.seq, active: plan.active, bytes: facts.length });
      const committed = access && { ...committedEvent(plan), access };
      if (committed) ports.recent.note(committed);
      ports.commits.tell(touchesAccess ? null : committed);
      return { committed: true };
    }
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === null) throw error;
    return { committed: false, fresh: await readFresh(plan, constraint) };
  }
  return { committed: false, fresh: await readFresh(plan, null) };
}

/** The whole commit as one statement and its values, for a transaction of several. */
export function fullCommit(plan: CommitPlan): { statement: Statement; values: readonly unknown[] } {
  const whole = { records: true, deadlines: true };
  const values = [...baseValues(plan, JSON.stringify(plan.next.facts)), ...extraValues(plan, whole, true)];
  return { statement: fullText, values };
}

/** Who may see the case, when the cache has it at the very version and epoch that the commit names; else null. */
function accessBefore(cache: CaseCache, { caseId, expected }: CommitPlan): readonly CaseAccessRow[] | null {
  const known = cache.get(caseId);
  const isSame = known?.version === expected.version && known.accessEpoch === expected.accessEpoch;
  return isSame ? known.access : null;
}

function committedEvent({ caseId, card, active, event }: CommitPlan): Omit<CommittedEvent, 'access'> {
  const { seq, type, at, org } = event;
  return { caseId, seq, type, at, org, card, active };
}

function baseValues(plan: CommitPlan, facts: string): unknown[] {
  const { caseId, expected, session, next, event, card, active, key, answer } = plan;
  const named: Record<(typeof commitParameters)[number], unknown> = {
    caseId,
    version: expected.version,
    accessEpoch: expected.accessEpoch,
    session: session?.id ?? null,
    sessionEpoch: session?.epoch ?? null,
    pathwayVersion: next.pathwayVersion,
    value: JSON.stringify(next.value),
    facts,
    hash: event.hash,
    type: event.type,
    at: event.at,
    stage: event.stage,
    payload: event.payload,
    keepsBefore: event.before !== null,
    card: JSON.stringify(card),
    active,
    account: key?.account ?? null,
    key: key?.key ?? null,
    bodyHash: key?.bodyHash ?? null,
    answerStatus: answer.status,
    answerBody: answer.body,
  };
  return commitParameters.map(name => named[name]);
}

/** What the text calls $36 to $44: with access, records and deadlines before it. */
function namingValues({ identity, card }: CommitPlan): unknown[] {
  if (!identity) return [];
  const named = withoutNul(identity);
  const { familyName, givenName, familyKana, givenKana, sex, birthOrder = null } = named;
  const { kanaFold, searchText, grams } = searchColumns({ ...named, no: card.no });
  return [familyName, givenName, familyKana, givenKana, sex, kanaFold, searchText, grams, birthOrder];
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
