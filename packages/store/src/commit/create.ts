import { randomInt } from 'node:crypto';
import type { CaseStore, NewCase } from '@kaerimichi/casework';
import { searchColumns } from '../board/search-columns.ts';
import type { CommitPorts } from './commit.ts';
import { createText } from './commit-texts.ts';
import { violatedConstraint } from './fresh-state.ts';
import { accessValues, beforeValue, deadlineValues, keyValues, recordValues, withoutNul } from './plan-values.ts';

/** Draws with five digits before a sixth is added: with nine tenths of the numbers taken, all fail once in 28. */
const DRAWS_PER_LENGTH = 32;
const DIGITS = 5;
const MOST_DIGITS = 9;

/**
 * Opens a case in one round trip. The number is drawn at random (a sequence would tell every partner how many cases
 * exist) and drawn again when it is taken; numbers are never reused, since cases are never deleted.
 */
export async function createCase(ports: CommitPorts, newCase: NewCase): ReturnType<CaseStore['create']> {
  for (let draw = 0; ; draw++) {
    const no = newCase.no ?? drawNumber(draw);
    const constraint = await tryCreate(ports, newCase, no);
    if (constraint === 'none') return { no };
    if (constraint !== 'care_case_no_key' || newCase.no !== undefined)
      return { committed: false, fresh: await readFresh(ports, newCase, constraint) };
  }
}

function drawNumber(draw: number): string {
  const digits = Math.min(DIGITS + Math.floor(draw / DRAWS_PER_LENGTH), MOST_DIGITS);
  return `K-${String(randomInt(10 ** digits)).padStart(digits, '0')}`;
}

/** 'none' when it was written; null when the session did not hold, or the draft or referral was taken; else the violated constraint. */
async function tryCreate(
  { database, cache, commits }: CommitPorts,
  newCase: NewCase,
  no: string,
): Promise<string | null> {
  const facts = JSON.stringify(newCase.plan.next.facts);
  try {
    const rows = await database.rows(createText, createValues(newCase, no, facts));
    if (rows.length === 0) return null;
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === null) throw error;
    return constraint;
  }
  cache.noteCommit(newCase.id, { version: 1, active: newCase.plan.active, bytes: facts.length });
  commits.tell(null);
  return 'none';
}

const readFresh = ({ readFresh: read }: CommitPorts, { id, plan }: NewCase, constraint: string | null) =>
  read({ caseId: id, key: plan.key, session: plan.session, event: plan.event }, constraint);

function createValues(newCase: NewCase, no: string, facts: string): unknown[] {
  const { id, plan } = newCase;
  const identity = withoutNul(newCase.identity);
  const { kanaFold, searchText, grams } = searchColumns({ ...identity, no });
  return [
    id,
    plan.session?.id ?? null,
    plan.session?.epoch ?? null,
    plan.next.pathwayVersion,
    JSON.stringify(plan.next.value),
    facts,
    plan.event.hash,
    plan.event.type,
    plan.event.at,
    plan.event.stage,
    plan.event.payload,
    beforeValue(plan.event.before),
    JSON.stringify(newCase.cardOf(no)),
    plan.active,
    ...keyValues(plan.key, newCase.answerOf(no)),
    no,
    identity.familyName,
    identity.givenName,
    identity.familyKana,
    identity.givenKana,
    identity.sex,
    identity.hospitalNumber,
    identity.municipality,
    kanaFold,
    searchText,
    grams,
    ...recordValues(plan.records),
    ...deadlineValues(plan.deadlines),
    ...accessValues(plan.access),
    newCase.draft?.id ?? null,
    newCase.draft?.org ?? null,
    newCase.referral?.id ?? null,
    newCase.referral?.org ?? null,
    newCase.referral?.person ?? null,
    identity.birthOrder ?? null,
  ];
}
