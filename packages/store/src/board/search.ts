import type { Database, Statement } from '../database.ts';
import { fold, gramsOf } from './search-columns.ts';

/** Ids of cases an organisation may see, active ones first, then the newest. */
export type Found = { readonly caseIds: string[]; readonly more: boolean };

/**
 * Finds cases by any part of number, hospital number, name or kana, or by the name of the lead organisation. By name
 * only where the organisation may see contacts; where it sees the number only, by number only.
 */
export type Search = (org: string, text: string, limit: number) => Promise<Found>;

/** An organisation with no more cases than this is searched case by case: quicker than the index, at any size. */
const FEW = 2_000;
/** Blocks of 8192 cases looked up together, newest first; doubled until the page is full or all are done. */
const FIRST_BLOCKS = 4;
const LONGEST = 40;

export function search(database: Database): Search {
  return async (org, text, limit) => {
    const wanted = toQuery(text);
    if (!wanted) return { caseIds: [], more: false };
    const [reach] = await database.rows<{ few: boolean; newest: number }>(reachText, [org, FEW]);
    const found = await findByLead(database, org, wanted, limit);
    const direct = reach?.few
      ? await findAmongFew(database, org, wanted, limit)
      : await findByPieces({ database, org, wanted, limit }, reach?.newest ?? 0);
    const all = [...new Set([...direct, ...found])];
    return { caseIds: all.slice(0, limit), more: all.length > limit };
  };
}

type Query = {
  /** Folded text. */
  readonly text: string;
  readonly like: string;
  /** Digits of a case number, when it can be one. */
  readonly digits: string | null;
};

function toQuery(text: string): Query | null {
  const folded = [...fold(text.replaceAll('\0', ''))].slice(0, LONGEST).join('');
  if (folded === '') return null;
  const digits = /^k?(\d+)$/.exec(folded)?.[1] ?? null;
  return { text: folded, like: `%${folded.replace(/[\\%_]/g, sign => `\\${sign}`)}%`, digits };
}

/** How many cases the organisation sees, counted no further than needed, and the newest block of cases. */
const reachText: Statement = {
  name: 'search-reach',
  text: `SELECT (SELECT count(*) FROM (SELECT FROM case_access WHERE org_id = $1 AND closed_at IS NULL LIMIT $2) a)
      + (SELECT count(*) FROM (SELECT FROM case_access WHERE org_id = $1 AND closed_at IS NOT NULL LIMIT $2) c)
      < $2 AS few,
    (SELECT last_value >> 13 FROM care_case_ordinal_seq)::integer AS newest`,
};

/** What may be compared: the number always, names and hospital number where contacts may be seen. */
const MATCHES = `(($2::text IS NOT NULL AND c.no LIKE '%' || $2 || '%')
    OR (a.class <> 'numberOnly' AND 'contacts' = ANY (a.categories) AND c.search_text LIKE $3))`;

const fewText: Statement = {
  name: 'search-few',
  text: `SELECT f.id FROM (
      SELECT c.id, c.ordinal, false AS closed FROM case_access a JOIN care_case c ON c.id = a.case_id
      WHERE a.org_id = $1 AND a.closed_at IS NULL AND ${MATCHES}
      UNION ALL
      SELECT c.id, c.ordinal, true FROM case_access a JOIN care_case c ON c.id = a.case_id
      WHERE a.org_id = $1 AND a.closed_at IS NOT NULL AND ${MATCHES}
    ) f ORDER BY f.closed, f.ordinal DESC LIMIT $4`,
};

async function findAmongFew(database: Database, org: string, { digits, like }: Query, limit: number) {
  const rows = await database.rows<{ id: string }>(fewText, [org, digits, like, limit + 1]);
  return rows.map(({ id }) => id);
}

/**
 * The index answers which cases hold every piece; the text is compared after it. By blocks: a common piece alone would
 * bring a thirtieth of the archive before the first row.
 */
const piecesText = (pieces: number): Statement => ({
  name: `search-pieces-${pieces}`,
  text: `SELECT f.id FROM (
      SELECT c.id, c.ordinal, a.closed_at IS NOT NULL AS closed
      FROM care_case c JOIN case_access a ON a.case_id = c.id AND a.org_id = $1
      WHERE ${Array.from({ length: pieces }, (_, at) => `c.grams && $${5 + at}::text[]`).join(' AND ')} AND ${MATCHES}
      LIMIT $4
    ) f ORDER BY f.closed, f.ordinal DESC`,
});
/** More pieces than three narrow hardly further. */
const MOST_PIECES = 3;
const piecesTexts = Array.from({ length: MOST_PIECES }, (_, at) => piecesText(at + 1));

type PieceSearch = { database: Database; org: string; wanted: Query; limit: number };

async function findByPieces({ database, org, wanted, limit }: PieceSearch, newest: number): Promise<string[]> {
  const pieces = piecesOf(wanted.digits ?? wanted.text);
  const statement = piecesTexts[pieces.length - 1];
  if (!statement) return [];
  const found: string[] = [];
  for (let to = newest, span = FIRST_BLOCKS; to >= 0 && found.length <= limit; to -= span, span *= 2) {
    const blocks = Array.from({ length: Math.min(span, to + 1) }, (_, back) => to - back);
    const keys = pieces.map(piece => blocks.map(block => `${block}:${piece}`));
    const values = [org, wanted.digits, wanted.like, limit + 1 - found.length, ...keys];
    found.push(...(await database.rows<{ id: string }>(statement, values)).map(({ id }) => id));
  }
  return found;
}

/** Pairs spread over the text; a text of one character is its own piece. */
function piecesOf(text: string): string[] {
  const pairs = gramsOf(text).filter(piece => [...piece].length === 2);
  if (pairs.length === 0) return [text];
  const step = Math.max(1, pairs.length / MOST_PIECES);
  return [...new Set(Array.from({ length: MOST_PIECES }, (_, at) => pairs[Math.floor(at * step)]))].flatMap(
    piece => piece ?? [],
  );
}

/** Active cases led by organisations of that name; where the number only is seen, the lead is not told either. */
const leadText: Statement = {
  name: 'search-lead',
  text: `SELECT a.case_id AS id
    FROM (SELECT id FROM organisation WHERE search_text LIKE $2 AND closed_on IS NULL LIMIT 20) o
    JOIN case_access l ON l.org_id = o.id AND l.closed_at IS NULL AND l.class = 'full'
    JOIN case_access a ON a.case_id = l.case_id AND a.org_id = $1 AND a.closed_at IS NULL AND a.class <> 'numberOnly'
    ORDER BY a.case_id LIMIT $3`,
};

async function findByLead(database: Database, org: string, { like, text }: Query, limit: number): Promise<string[]> {
  if ([...text].length < 2) return [];
  const rows = await database.rows<{ id: string }>(leadText, [org, like, limit + 1]);
  return rows.map(({ id }) => id);
}
