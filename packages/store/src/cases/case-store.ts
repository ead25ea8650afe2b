import type { CaseStore, LoadedCase, OutlineRow, StoredAnswer, StoredEvent } from '@kaerimichi/casework';
import { commitPlan } from '../commit/commit.ts';
import { createCase } from '../commit/create.ts';
import type { StandardsOfHouses } from '../counts/house-standards.ts';
import type { Database, Statement } from '../database.ts';
import type { EvaluationBeds } from '../evaluation/evaluation-beds.ts';
import { findSource } from '../imports/source-of-case.ts';
import { commitMerge, type MergePorts } from '../merges/commit-merge.ts';
import { listMembers } from '../people/case-members.ts';
import type { RuleSets } from '../rule-sets/rule-sets.ts';
import type { Hubs } from './hubs.ts';
import { isId, readCase } from './load-case.ts';
import { toStateBefore } from './state-before.ts';

export function caseStore(
  ports: MergePorts & {
    readonly hubs: Hubs;
    readonly rules: RuleSets;
    readonly standards: StandardsOfHouses;
    readonly evaluationBeds: EvaluationBeds;
  },
): CaseStore {
  const { database, cache, hubs, rules, standards, evaluationBeds } = ports;
  const loadFresh = async (caseId: string): Promise<LoadedCase | null> => {
    const found = await readCase(database, caseId);
    if (found) cache.put(found.loaded, found.active);
    return found?.loaded ?? null;
  };
  return {
    load: async caseId => cache.get(caseId) ?? loadFresh(caseId),
    loadFresh,
    remember: cache.remember,
    commit: plan => commitPlan(ports, plan),
    commitMerge: (plans, written) => commitMerge(ports, plans, written),
    create: newCase => createCase(ports, newCase),
    findAnswer: (account, key) => findAnswer(database, account, key),
    listEvents: (caseId, after, limit) => listEvents(database, caseId, { after, limit }),
    outlineEvents: async (caseId, read) => (isId(caseId) ? database.rows<OutlineRow>(outlineText, [caseId, read]) : []),
    listEventsOf: async (caseId, types) => (isId(caseId) ? database.rows(listEventsOfText, [caseId, types]) : []),
    findLast: (caseId, type) => findLast(database, caseId, type),
    findBefore: (caseId, seq) => findBefore(database, caseId, seq),
    findSource: caseId => findSource(database, caseId),
    listHubs: hubs.list,
    rulesOf: rules.rulesOf,
    checkWords: rules.checkWords,
    houseStandards: standards.list,
    evaluationBeds: evaluationBeds.countOf,
    bedDays: evaluationBeds.days,
    bedWaits: evaluationBeds.waits,
    unknownOrgs: (ids, kinds) => unknownIds(database, unknownOrgsText, [ids, kinds ?? null]),
    unfitOwners: (ids, { orgs, roles, caseId, on }) => database.rows(unfitOwnersText, [ids, orgs, on, caseId, roles]),
    listMembers: wish => listMembers(database, wish),
    listRecords: (caseId, ids) => listRecords(database, caseId, ids),
    listTexts: async (caseId, seqs) => (isId(caseId) ? database.rows(listTextsText, [caseId, seqs]) : []),
  };
}

const unknownOrgsText: Statement = {
  text: `SELECT named.id FROM unnest($1::text[]) AS named (id)
    WHERE NOT EXISTS (SELECT FROM organisation o WHERE o.id = named.id AND o.closed_on IS NULL
      AND ($2::text[] IS NULL OR o.kind::text = ANY ($2::text[])))`,
};

const unfitOwnersText: Statement = {
  text: `SELECT named.id,
      CASE WHEN m.id IS NULL THEN 'notThere' WHEN m.is_suspended THEN 'suspended' ELSE 'withoutCases' END AS why
    FROM unnest($1::text[]) AS named (id)
    LEFT JOIN (
      SELECT m.id, p.disabled_at IS NOT NULL AS is_suspended, m.role = 'family' OR m.role = ANY ($5::text[]) AS has_cases
      FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.id = ANY ($1::text[]) AND $3::date BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')
        AND CASE m.role WHEN 'family'
          THEN EXISTS (SELECT FROM guardian g WHERE g.membership_id = m.id AND g.case_id = $4::text AND g.withdrawn_at IS NULL)
          ELSE m.role <> 'display' AND m.org_id = ANY ($2::text[]) END
    ) m ON m.id = named.id
    WHERE m.id IS NULL OR m.is_suspended OR NOT m.has_cases`,
};

async function unknownIds(database: Database, text: Statement, values: readonly unknown[]): Promise<string[]> {
  return (await database.rows<{ id: string }>(text, [...values])).map(({ id }) => id);
}

const findAnswerText: Statement = {
  name: 'find-answer',
  text: `SELECT status, body, body_hash AS "bodyHash" FROM idempotency_key WHERE account = $1 AND key = $2`,
};

async function findAnswer(database: Database, account: string, key: string) {
  const [row] = await database.rows<StoredAnswer & { bodyHash: string }>(findAnswerText, [account, key]);
  return row ?? null;
}

const listEventsText: Statement = {
  name: 'list-events',
  text: `SELECT seq, type, at, stage, payload, hash FROM case_event
    WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
};

async function listEvents(database: Database, caseId: string, { after, limit }: { after: number; limit: number }) {
  if (!isId(caseId)) return [];
  return database.rows<StoredEvent>(listEventsText, [caseId, after, limit]);
}

const outlineText: Statement = {
  name: 'outline-events',
  text: `SELECT seq, type, stage, CASE WHEN type = ANY ($2::text[]) THEN payload END AS payload FROM case_event
    WHERE case_id = $1 ORDER BY seq`,
};

/** Of a long history the rows of few types: the others are passed over without their payload. */
const listEventsOfText: Statement = {
  name: 'list-events-of',
  text: `SELECT seq, payload FROM case_event WHERE case_id = $1 AND type = ANY ($2::text[]) ORDER BY seq`,
};

/** By the case's own index, backwards: a kind that was never recorded costs one reading of this case's history. */
const findLastText: Statement = {
  name: 'find-last-of-type',
  text: `SELECT seq, type, at, stage, payload, hash FROM case_event
    WHERE case_id = $1 AND type = $2 ORDER BY seq DESC LIMIT 1`,
};

async function findLast(database: Database, caseId: string, type: string): Promise<StoredEvent | null> {
  if (!isId(caseId)) return null;
  const [row] = await database.rows<StoredEvent>(findLastText, [caseId, type]);
  return row ?? null;
}

const findBeforeText: Statement = {
  name: 'find-before',
  text: 'SELECT before FROM case_event WHERE case_id = $1 AND seq = $2',
};

async function findBefore(database: Database, caseId: string, seq: number) {
  const [row] = await database.rows<{ before: unknown }>(findBeforeText, [caseId, seq]);
  return toStateBefore(row?.before ?? null);
}

const listRecordsText: Statement = {
  name: 'list-records',
  text: `SELECT DISTINCT ON (id) id, kind, category, body FROM record
    WHERE case_id = $1 AND id = ANY ($2::text[]) ORDER BY id, version DESC`,
};

async function listRecords(database: Database, caseId: string, ids: readonly string[]) {
  if (!isId(caseId) || ids.length === 0) return [];
  return database.rows<{ id: string; kind: string; category: string; body: unknown }>(listRecordsText, [caseId, ids]);
}

/** A record keeps its id when it is written anew or destroyed; its first version came with the event. */
const listTextsText: Statement = {
  name: 'list-texts',
  text: `SELECT DISTINCT ON (newest.id) came.seq, newest.body
    FROM record came JOIN record newest ON newest.case_id = came.case_id AND newest.id = came.id
    WHERE came.case_id = $1 AND came.version = 1 AND came.seq = ANY ($2::int[])
    ORDER BY newest.id, newest.version DESC`,
};
