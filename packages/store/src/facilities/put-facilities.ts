import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import type { Lead } from '../outbox/lead.ts';
import { INCOMING, type Outcomes, sumOf } from './outcomes.ts';

export type NewFacilityImport = {
  readonly org: string;
  readonly person: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Days of which its lists are, by list. */
  readonly listed: Readonly<Record<string, string>>;
  /** JSON lists of rows, each written at once: at most a few hundred rows. No facility is in them twice. */
  readonly batches: readonly string[];
};
export type PutOptions = {
  /** Nothing of the file is seen where this comes before all is there. */
  readonly signal?: AbortSignal;
  /** Told how many batches are written. */
  readonly onBatch?: (done: number) => void;
};
/** Not whole: it was stopped, and nothing changed. */
export type PutFacilities = Outcomes & { readonly id: string; readonly isWhole: boolean };

type Ports = { readonly database: Database; readonly clock: Clock; readonly takeTurn: () => Promise<Lead | null> };

/** How long an import waits for another: the largest takes a minute. */
const LONGEST_WAIT_MS = 120_000;
const ASK_MS = 250;

export async function putFacilities(
  ports: Ports,
  imported: NewFacilityImport,
  options: PutOptions,
): Promise<PutFacilities | null> {
  const turn = await turnOf(ports.takeTurn, options.signal);
  if (turn === null) return null;
  try {
    await clearUnfinished(ports.database);
    return await putInTurn(ports, imported, options);
  } finally {
    await turn.release();
  }
}

async function turnOf(takeTurn: Ports['takeTurn'], signal: AbortSignal | undefined): Promise<Lead | null> {
  for (const began = performance.now(); performance.now() - began < LONGEST_WAIT_MS && !signal?.aborted; ) {
    const turn = await takeTurn();
    if (turn) return turn;
    await wait(ASK_MS);
  }
  return null;
}

/**
 * Batches of milliseconds each instead of one long transaction: as long as one runs that writes, no relay of another
 * process may read what was committed after it began. What makes them one is the moment of publishing.
 */
async function putInTurn({ database, clock }: Ports, imported: NewFacilityImport, { signal, onBatch }: PutOptions) {
  const { org, person, fileName, sha256, listed, batches } = imported;
  const id = randomUUID();
  const alike = await database.rows<{ id: string }>(alikeText, [sha256]);
  await database.run(beginText, [id, org, person, clock.now(), fileName, sha256, JSON.stringify(listed)]);
  const counted: Outcomes[] = [];
  for (const batch of batches) {
    if (signal?.aborted) break;
    counted.push(...(await database.rows<Outcomes>(putText, [batch, id, alike.map(one => one.id)])));
    onBatch?.(counted.length);
  }
  const isWhole = counted.length === batches.length && !signal?.aborted;
  if (isWhole) await database.run(publishText, [id, clock.now()]);
  await clearUnfinished(database);
  return isWhole ? { ...sumOf(counted), id, isWhole } : { new: 0, changed: 0, same: 0, id: '', isWhole };
}

/** Earlier imports of the very same bytes: what they saw is not seen anew. */
const alikeText: Statement = {
  text: 'SELECT id FROM facility_import WHERE sha256 = $1 AND published_at IS NOT NULL',
};
const beginText: Statement = {
  text: `INSERT INTO facility_import (id, org_id, person_id, at, file_name, sha256, listed)
    VALUES ($1, $2, $3, $4::timestamptz, $5, $6, $7::jsonb)`,
};
const publishText: Statement = {
  text: 'UPDATE facility_import SET published_at = $2::timestamptz WHERE id = $1',
};

const putText: Statement = {
  text: `WITH ${INCOMING}, put AS (
    INSERT INTO facility (id, list, key, import_id, seen_by, kind, name, kana, address, municipality, phone, latitude,
      longitude, details, search_text, sort_key, digest)
    SELECT gen_random_uuid()::text, k.list, k.key, $2, $2, k.kind, k.name, k.kana, k.address, k.municipality, k.phone,
      k.latitude, k.longitude, k.details, k."searchText", k."sortKey", k.digest
    FROM known k WHERE k.outcome <> 'same'
  ), over AS (
    UPDATE facility f SET superseded_by = $2 FROM known k WHERE f.id = k.known_id AND k.outcome = 'changed'
  ), seen AS (
    UPDATE facility f SET seen_by = $2 FROM known k
    WHERE f.id = k.known_id AND k.outcome = 'same' AND k.seen_by <> ALL ($3::text[])
  )
  SELECT count(*) FILTER (WHERE outcome = 'new')::int AS new,
    count(*) FILTER (WHERE outcome = 'changed')::int AS changed,
    count(*) FILTER (WHERE outcome = 'same')::int AS same
  FROM known`,
};

/** Rows changed at once while what is over is cleared away. */
const AT_ONCE = 5_000;

/**
 * What an import left that was stopped, and what one that is whole replaced. Only whoever has the turn does so: an import
 * without its moment of publishing is then one that nobody is at any more.
 */
async function clearUnfinished(database: Database): Promise<void> {
  for (const statement of [restoreText, dropText, replacedText])
    while ((await database.run(statement, [AT_ONCE])) >= AT_ONCE);
  await database.run(forgetText);
}

const unfinished = '(SELECT id FROM facility_import WHERE published_at IS NULL)';
const restoreText: Statement = {
  text: `UPDATE facility SET superseded_by = NULL
    WHERE id IN (SELECT id FROM facility WHERE superseded_by IN ${unfinished} LIMIT $1)`,
};
const dropText: Statement = {
  text: `DELETE FROM facility WHERE id IN (SELECT id FROM facility WHERE import_id IN ${unfinished} LIMIT $1)`,
};
const replacedText: Statement = {
  text: `DELETE FROM facility WHERE id IN (
    SELECT f.id FROM facility f JOIN facility_import i ON i.id = f.superseded_by AND i.published_at IS NOT NULL LIMIT $1)`,
};
const forgetText: Statement = { text: 'DELETE FROM facility_import WHERE published_at IS NULL' };
