import type { VisibilityClass } from '@kaerimichi/access';
import type { Database, Statement } from '../database.ts';
import { findByPhone } from './find-by-phone.ts';
import { fold, NAME_PIECE, NUMBER_PIECE, piecesOf } from './search-columns.ts';

/** Ids of cases an organisation may see; `more`: there may be others, a longer text narrows them. */
export type Found = { readonly caseIds: string[]; readonly more: boolean };

/** An organisation, and the classes of its cases of which whoever asks is shown the hospital number, and who takes part. */
type Searcher = {
  readonly org: string;
  readonly numberIn: readonly VisibilityClass[];
  readonly teamIn: readonly VisibilityClass[];
};

/**
 * Finds cases by any part of number, hospital number, name or kana, by the end of a telephone number among their
 * contacts, or by the name of the lead organisation or one that takes part. Names only where the organisation may see contacts, the hospital number and telephones where whoever asks is shown them, too, who takes part where
 * the plan is; where only the number is seen, the number.
 */
export type Search = (by: Searcher, text: string, limit: number) => Promise<Found>;

/** An organisation with no more cases than this is searched case by case: complete, and quick at any size. */
const FEW = 2_000;
const LONGEST = 40;
/** Blocks of 65,536 cases that are looked up together, the newest first. */
const FIRST_BLOCKS = 2;
/** A text of one or two common letters is not searched to the end of a large archive: `more` says so. */
const BUDGET_MS = 40;

export function search(database: Database): Search {
  return async ({ org, numberIn, teamIn }, text, limit) => {
    const wanted = toQuery(text);
    if (!wanted) return { caseIds: [], more: false };
    const asked: Asked = { database, org, numberIn, teamIn, wanted, limit };
    const [reach] = await database.rows<Reach>(reachText, [org, FEW]);
    const exact = wanted.digits ? await ids(asked, exactText, [org, `K-${wanted.digits}`]) : [];
    const parts = reach ? await findParts(asked, reach) : { found: [], isCut: false };
    const led = await findByLead(asked);
    const team = await findByTeam(asked);
    const called = await findByPhone(database, wanted.text, { org, contactsIn: numberIn, limit: limit + 1 });
    const all = [...new Set([...exact, ...called, ...parts.found, ...led, ...team.found])];
    return { caseIds: all.slice(0, limit), more: parts.isCut || team.isCut || all.length > limit };
  };
}

type Asked = Searcher & {
  readonly database: Database;
  readonly wanted: Query;
  readonly limit: number;
};

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

async function ids({ database }: Asked, statement: Statement, values: readonly unknown[]): Promise<string[]> {
  return (await database.rows<{ id: string }>(statement, values)).map(({ id }) => id);
}

type Reach = { readonly few: boolean; readonly fewNamed: boolean; readonly newest: number };

const NAMED = `a.class <> 'numberOnly' AND 'contacts' = ANY (a.categories)`;

/** How many cases the organisation sees, and with names, counted no further than needed; the newest block of cases. */
const reachText: Statement = {
  text: `SELECT (SELECT count(*) FROM (SELECT FROM case_access WHERE org_id = $1 AND closed_at IS NULL LIMIT $2) a)
      + (SELECT count(*) FROM (SELECT FROM case_access WHERE org_id = $1 AND closed_at IS NOT NULL LIMIT $2) c)
      < $2 AS few,
    (SELECT count(*) FROM (SELECT FROM case_access a WHERE a.org_id = $1 AND ${NAMED} LIMIT $2) n) < $2 AS "fewNamed",
    (SELECT last_value >> 16 FROM care_case_ordinal_seq)::integer AS newest`,
};

/** By its own number, or by that of a case that was merged into it. */
const exactText: Statement = {
  text: `SELECT c.id FROM care_case c JOIN case_access a ON a.case_id = c.id AND a.org_id = $1 WHERE c.no = $2
    UNION SELECT c.id FROM care_case c JOIN case_access a ON a.case_id = c.id AND a.org_id = $1
      WHERE c.former_nos <> '{}' AND c.former_nos @> ARRAY[$2::text]`,
};

/**
 * What may be compared: the number always, names where contacts may be seen, the hospital number, which stands last, where
 * it is shown.
 */
const MATCHES = `(($2::text IS NOT NULL AND c.no LIKE '%' || $2 || '%')
    OR ($3::text IS NOT NULL AND ${NAMED} AND c.search_text LIKE $3 AND (a.class = ANY ($5::text[])
      OR split_part(c.search_text, '|', 1) LIKE $3 OR split_part(c.search_text, '|', 2) LIKE $3)))`;

/** Case by case, active ones first, then the newest. */
const fewText = (which: string): Statement => ({
  text: `SELECT c.id FROM case_access a JOIN care_case c ON c.id = a.case_id
    WHERE a.org_id = $1 AND ${which} AND ${MATCHES} ORDER BY a.closed_at IS NOT NULL, c.ordinal DESC LIMIT $4`,
});
const fewActiveText = fewText('a.closed_at IS NULL');
const fewClosedText = fewText('a.closed_at IS NOT NULL');
const fewNamedText = fewText(NAMED);

type Parts = { readonly found: string[]; readonly isCut: boolean };

async function findParts(asked: Asked, { few, fewNamed, newest }: Reach): Promise<Parts> {
  const { org, numberIn, wanted, limit } = asked;
  const { digits, like } = wanted;
  const values = [org, digits, like, limit + 1, numberIn];
  if (few) {
    const active = await ids(asked, fewActiveText, values);
    return { found: [...active, ...(await ids(asked, fewClosedText, values))], isCut: false };
  }
  if (!fewNamed) return findByPieces(asked, { digits, like }, newest);
  const named = await ids(asked, fewNamedText, [org, null, like, limit + 1, numberIn]);
  const numbered = digits ? await findByPieces(asked, { digits, like: null }, newest) : { found: [], isCut: false };
  return { found: [...named, ...numbered.found], isCut: numbered.isCut };
}

/**
 * The index answers which cases hold every piece; the text is compared after it. By blocks: a common piece alone would
 * bring a thirtieth of the archive before the first row. LATERAL with OFFSET 0 keeps the order of work, whatever the
 * planner believes about pieces: candidates first, one look at each one's access, and no further than the page.
 */
const piecesText = (pieces: number): Statement => ({
  text: `SELECT c.id
    FROM care_case c CROSS JOIN LATERAL (
      SELECT x.class, x.categories FROM case_access x WHERE x.case_id = c.id AND x.org_id = $1 OFFSET 0
    ) a
    WHERE ${Array.from({ length: pieces }, (_, at) => `c.grams && $${6 + at}::text[]`).join(' AND ')}
      AND (c.no LIKE '%' || $2 || '%' OR c.search_text LIKE $3) AND ${MATCHES}
    LIMIT $4`,
});
/** More pieces than three narrow hardly further. */
const MOST_PIECES = 3;
const piecesTexts = Array.from({ length: MOST_PIECES }, (_, at) => piecesText(at + 1));

type Compared = { readonly digits: string | null; readonly like: string | null };

async function findByPieces(asked: Asked, { digits, like }: Compared, newest: number): Promise<Parts> {
  const { org, numberIn, wanted, limit } = asked;
  const pieces = digits ? lookedUp(digits, NUMBER_PIECE) : lookedUp(wanted.text, NAME_PIECE);
  const statement = piecesTexts[pieces.length - 1];
  const found: string[] = [];
  const until = performance.now() + BUDGET_MS;
  // Several pieces together are rare: all blocks at once are one round trip instead of four.
  let span = pieces.length > 1 ? newest + 1 : FIRST_BLOCKS;
  for (let to = newest; statement && to >= 0 && found.length <= limit; to -= span, span *= 2) {
    if (performance.now() > until) return { found, isCut: true };
    const blocks = Array.from({ length: Math.min(span, to + 1) }, (_, back) => to - back);
    const keys = pieces.map(piece => blocks.map(block => `${block}:${piece}`));
    found.push(...(await ids(asked, statement, [org, digits, like, limit + 1 - found.length, numberIn, ...keys])));
  }
  return { found, isCut: false };
}

/** The longest pieces, spread over the text; a text shorter than those is its own piece. */
function lookedUp(text: string, longest: number): string[] {
  const pieces = piecesOf(text, longest).filter(piece => [...piece].length === longest);
  if (pieces.length === 0) return [text];
  const step = Math.max(1, pieces.length / MOST_PIECES);
  const spread = Array.from({ length: MOST_PIECES }, (_, at) => pieces[Math.floor(at * step)]);
  return [...new Set(spread)].flatMap(piece => piece ?? []);
}

/**
 * Active cases led by organisations of that name; where the number only is seen, the lead is not told either. LATERAL:
 * organisation by organisation, most of which lead none; joined at once, every case of the network was read.
 */
const leadText: Statement = {
  text: `SELECT x.case_id AS id
    FROM (SELECT id FROM organisation WHERE search_text LIKE $2 AND closed_on IS NULL LIMIT 20) o
    CROSS JOIN LATERAL (
      SELECT l.case_id FROM case_access l
      JOIN case_access a ON a.case_id = l.case_id AND a.org_id = $1 AND a.closed_at IS NULL AND a.class <> 'numberOnly'
      WHERE l.org_id = o.id AND l.closed_at IS NULL AND l.class = 'full'
      ORDER BY l.case_id LIMIT $3
    ) x
    ORDER BY x.case_id LIMIT $3`,
};

async function findByLead(asked: Asked): Promise<string[]> {
  const { org, wanted, limit } = asked;
  if ([...wanted.text].length < 2) return [];
  return ids(asked, leadText, [org, wanted.like, limit + 1]);
}

/** Cases of organisations of that name that are looked at: their cards say who took a part, no index does. */
const MOST_LOOKED_AT = 2_000;

/**
 * Active cases in which an organisation of that name accepted a part, as their cards show it: whoever was only asked is
 * told to nobody. Of a name with more cases than are looked at, `isCut` says so.
 */
const teamText: Statement = {
  text: `WITH l AS MATERIALIZED (
      SELECT o.id AS org_id, x.case_id
      FROM (SELECT id FROM organisation WHERE search_text LIKE $2 AND closed_on IS NULL LIMIT 20) o
      CROSS JOIN LATERAL (
        SELECT case_id, class FROM case_access WHERE org_id = o.id AND closed_at IS NULL ORDER BY case_id LIMIT $4
      ) x
      WHERE x.class <> 'full' LIMIT $4
    )
    SELECT (SELECT count(*) FROM l) >= $4 AS "isCut", ARRAY(
      SELECT DISTINCT l.case_id FROM l
      JOIN case_access a ON a.case_id = l.case_id AND a.org_id = $1 AND a.closed_at IS NULL
        AND a.class = ANY ($5::text[]) AND (a.class = 'full' OR 'plan' = ANY (a.categories))
      JOIN board_card b ON b.case_id = l.case_id AND (b.card->'owners')::jsonb ? l.org_id
      ORDER BY l.case_id LIMIT $3
    ) AS found`,
};

async function findByTeam(asked: Asked): Promise<Parts> {
  const { database, org, wanted, limit, teamIn } = asked;
  if ([...wanted.text].length < 2) return { found: [], isCut: false };
  const values = [org, wanted.like, limit + 1, MOST_LOOKED_AT, teamIn];
  const [answer] = await database.rows<Parts>(teamText, values);
  return answer ?? { found: [], isCut: false };
}
