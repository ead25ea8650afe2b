import type { CommitPlan, MergeOutcome, MergeWritten } from '@kaerimichi/casework';
import { tokyoDay } from '@kaerimichi/discharge';
import type { PoolClient } from 'pg';
import { type CommitPorts, fullCommit } from '../commit/commit.ts';
import type { Statement } from '../database.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { StoreBusy } from '../store-busy.ts';

export type MergePorts = CommitPorts & { readonly sessions: Pick<Sessions, 'revokeAllOf'> };

/** A transaction that is given up, and why. */
class GivenUp extends Error {
  readonly why: 'changed' | 'decided';
  constructor(why: GivenUp['why']) {
    super(why);
    this.why = why;
  }
}

/**
 * Writes two commits and the proposal that asked for them, all or nothing; guardians of the case that ends lose its page
 * with it. Cases are locked in the order of their ids, so that two merges wait for each other and never for ever.
 */
export async function commitMerge(
  ports: MergePorts,
  plans: readonly [CommitPlan, CommitPlan],
  written: MergeWritten,
): Promise<MergeOutcome> {
  const outcome = await writeBoth(ports, plans, written);
  // Asked on another connection, after this one is given back: many who wait for a second one would wait for each other.
  if (outcome === 'changed') return whatChanged(ports, plans[0]);
  if (outcome === 'decided') return outcome;
  for (const { caseId, event, active, next } of plans) {
    ports.cache.noteCommit(caseId, { version: event.seq, active, bytes: JSON.stringify(next.facts).length });
    ports.cache.forget(caseId, event.seq);
  }
  ports.commits.tell(null);
  for (const person of outcome) await ports.sessions.revokeAllOf(person);
  return 'merged';
}

/** People whose page of the case that ends is over; or why nothing was written. */
async function writeBoth(
  ports: MergePorts,
  plans: readonly [CommitPlan, CommitPlan],
  written: MergeWritten,
): Promise<readonly string[] | GivenUp['why']> {
  const client = await connect(ports);
  try {
    await client.query('BEGIN');
    await decideProposal(client, written);
    for (const plan of [...plans].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
      const { statement, values } = fullCommit(plan);
      const { rowCount } = await client.query(statement.text, [...values]);
      if (rowCount !== 1) throw new GivenUp('changed');
    }
    await client.query(formerText.text, [plans[1].caseId, plans[0].caseId, written.absorbedNo]);
    const guardians = await endGuardians(client, plans[0].caseId, written.at);
    await client.query('COMMIT');
    return guardians;
  } catch (fault) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (fault instanceof GivenUp) return fault.why;
    throw StoreBusy.from(fault) ?? fault;
  } finally {
    client.release();
  }
}

/** The session is no cause to read the cases again. */
async function whatChanged({ readFresh }: CommitPorts, { caseId, session, event }: CommitPlan): Promise<MergeOutcome> {
  const { signedIn } = await readFresh({ caseId, key: null, session, event }, null);
  return session === null || signedIn ? 'changed' : 'signedOut';
}

/** People whose page of a case ends, and invitations that nobody used. */
async function endGuardians(client: PoolClient, caseId: string, at: string): Promise<string[]> {
  const { rows } = await client.query<{ person: string }>(guardiansText.text, [caseId, at, tokyoDay(at)]);
  return rows.map(({ person }) => person);
}

async function connect({ database }: CommitPorts): Promise<PoolClient> {
  try {
    return await database.pool.connect();
  } catch (fault) {
    throw StoreBusy.from(fault) ?? fault;
  }
}

async function decideProposal(client: PoolClient, { proposal, person, org, at, reason }: MergeWritten): Promise<void> {
  const { rowCount } = await client.query(mergedText.text, [proposal, person, org, at, reason]);
  if (rowCount !== 1) throw new GivenUp('decided');
}

/** Whoever proposed it is not the second person; the table refuses that, too. */
const mergedText: Statement = {
  text: `UPDATE merge_proposal SET state = 'merged', decided_by = $2, decided_org = $3, decided_at = $4, decided_reason = $5
    WHERE id = $1 AND state = 'proposed' AND proposed_by <> $2`,
};
/** The last day of a membership is yesterday, or the day before its first. */
const guardiansText: Statement = {
  text: `WITH ended AS (
      UPDATE guardian SET withdrawn_at = $2 WHERE case_id = $1 AND withdrawn_at IS NULL RETURNING membership_id
    )
    UPDATE membership m SET until_on = greatest(m.from_on - 1, least(m.until_on, $3::date - 1))
    FROM ended e WHERE m.id = e.membership_id RETURNING m.person_id AS person`,
};
/** The number of the case that ended, and those that it had taken in itself, are found as the survivor's; each once. */
const formerText: Statement = {
  text: `UPDATE care_case s SET former_nos = ARRAY (
      SELECT n FROM unnest(s.former_nos || a.former_nos || $3::text) WITH ORDINALITY AS t (n, place)
      WHERE n <> s.no GROUP BY n ORDER BY min(place))
    FROM care_case a WHERE s.id = $1 AND a.id = $2`,
};
