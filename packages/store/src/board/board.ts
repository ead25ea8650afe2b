import type { CaseAccess } from '@kaerimichi/access';
import type { BoardEntry, OpenCase, OpenWish } from '@kaerimichi/casework';
import { type Category, category, type FullCard } from '@kaerimichi/discharge';
import { type BoundedMap, boundedMap } from '../bounded-map.ts';
import type { Database, Statement } from '../database.ts';
import { type HandoffBox, type HandoffsFound, handoffsOf } from './handoffs-of.ts';
import { type CaseTexts, openFacts, textsOfCases } from './open-facts.ts';
import { type CaseVisits, visitsOf } from './visits-of.ts';

/** Fields that every visibility class shows; the rest is filtered after the card was projected. */
export type BoardFilters = { readonly stage?: string; readonly column?: string; readonly lead?: string };

export type ClosedPage = {
  readonly entries: BoardEntry[];
  /** Where the next page begins; null: this was the last. */
  readonly next: ClosedPlace | null;
};
type ChangedCase = { readonly caseId: string; readonly firstSeq: number };
export type ClosedPlace = { readonly closedAt: string; readonly caseId: string };

export type Board = {
  /** Every active case that an organisation may see. */
  of(org: string, filters?: BoardFilters): Promise<BoardEntry[]>;
  /** Case and version of each, for pulse and resync. */
  versionsOf(org: string): Promise<[caseId: string, version: number][]>;
  /** Those of these cases that the organisation may see, active or closed. */
  cardsOf(org: string, caseIds: readonly string[]): Promise<BoardEntry[]>;
  /** Closed cases, the latest first. */
  closedOf(org: string, page: { limit: number; after?: ClosedPlace; filters?: BoardFilters }): Promise<ClosedPage>;
  /** Handoffs of the active cases of which the organisation sees more than the number, of its own or of the others. */
  handoffsOf(org: string, box: HandoffBox): Promise<HandoffsFound>;
  visitsOf(org: string): Promise<CaseVisits[]>;
  /** Facts of the active cases in which something may be open for a membership. */
  openFacts(wish: OpenWish): Promise<readonly OpenCase[]>;
  /**
   * Active cases of which an organisation sees more than the number, and that changed at an instant or since: the latest
   * first, each with its first event of then.
   */
  changedSince(org: string, since: string, limit: number): Promise<readonly ChangedCase[]>;
  /** Texts that came with events of several cases. */
  textsOf(wanted: readonly { readonly caseId: string; readonly seq: number }[]): Promise<readonly CaseTexts[]>;
};

type BoardRow = {
  case_id: string;
  class: CaseAccess['class'];
  categories: string;
  version: number;
  closed_at: string | null;
};

/** Cards of the active cases of a large prefecture. */
const CARDS = 10_000;
/** Sets of categories are few and repeat on every card. */
const CATEGORY_SETS = 1_000;

/** `slow`: for what is read beside boards and commits. */
export function board(database: Database, slow: Database): Board & { forget(caseIds: readonly string[]): void } {
  const ports: BoardPorts = {
    database,
    cards: boundedMap({ entries: CARDS }),
    lists: boundedMap({ entries: CATEGORY_SETS }),
  };
  const of: Board['of'] = async (org, filters = {}) => {
    const rows = await database.rows<BoardRow>(activeText, [org]);
    return toEntries(ports, rows, filters);
  };
  return {
    of,
    /** Cards that were written anew although nothing happened in their cases. */
    forget: caseIds => {
      for (const id of caseIds) ports.cards.delete(id);
    },
    async versionsOf(org) {
      const rows = await database.rows<BoardRow>(activeText, [org]);
      return rows.map(row => [row.case_id, row.version]);
    },
    async cardsOf(org, caseIds) {
      const rows = await database.rows<BoardRow>(someText, [org, caseIds]);
      return toEntries(ports, rows, {});
    },
    closedOf: (org, page) => closedPage(ports, org, page),
    handoffsOf: async (org, box) => handoffsOf(slow, await of(org), { org, box }),
    visitsOf: async org => visitsOf(slow, await of(org), org),
    openFacts: wish => openFacts(slow, wish),
    changedSince: (org, since, limit) => slow.rows<ChangedCase>(changedText, [org, since, limit]),
    textsOf: wanted => textsOfCases(slow, wanted),
  };
}

type BoardPorts = {
  readonly database: Database;
  readonly cards: BoundedMap<FullCard>;
  readonly lists: BoundedMap<readonly Category[]>;
};

const FIELDS = `a.case_id, a.class, array_to_string(a.categories, ',') AS categories, b.version, a.closed_at`;

/**
 * Narrow rows from the partial index of active cases; the archive is not touched however large it is. Each version is
 * looked up by its key: joined, they cost a reading of every active card of the network.
 */
const activeText: Statement = {
  name: 'active-board',
  text: `SELECT ${FIELDS} FROM case_access a
    JOIN LATERAL (SELECT version, closed_at FROM board_card WHERE case_id = a.case_id LIMIT 1) b ON b.closed_at IS NULL
    WHERE a.org_id = $1 AND a.closed_at IS NULL`,
};

const someText: Statement = {
  name: 'some-cards',
  text: `SELECT ${FIELDS} FROM case_access a JOIN board_card b ON b.case_id = a.case_id
    WHERE a.org_id = $1 AND a.case_id = ANY ($2::text[])`,
};

/** Of each case the last event is looked up by its key; the others are read of those alone that changed. */
const changedText: Statement = {
  name: 'changed-since',
  text: `SELECT a.case_id AS "caseId",
      (SELECT min(e.seq) FROM case_event e WHERE e.case_id = a.case_id AND e.at >= $2::timestamptz) AS "firstSeq"
    FROM case_access a
    JOIN LATERAL (SELECT at FROM case_event WHERE case_id = a.case_id ORDER BY seq DESC LIMIT 1) last
      ON last.at >= $2::timestamptz
    WHERE a.org_id = $1 AND a.closed_at IS NULL AND a.class <> 'numberOnly'
    ORDER BY last.at DESC, a.case_id LIMIT $3`,
};

const cardsText: Statement = {
  name: 'cards',
  text: 'SELECT case_id, version, card FROM board_card WHERE case_id = ANY ($1::text[])',
};

async function toEntries(ports: BoardPorts, rows: readonly BoardRow[], filters: BoardFilters): Promise<BoardEntry[]> {
  const found = await cardsFor(ports, rows);
  return rows.flatMap(row => {
    const card = found.get(row.case_id);
    if (!card || !passes(card, filters)) return [];
    return {
      card,
      access: { class: row.class, categories: categoriesOf(ports, row.categories) },
      active: !row.closed_at,
    };
  });
}

const passes = (card: FullCard, { stage, column, lead }: BoardFilters): boolean =>
  (stage === undefined || card.stage === stage) &&
  (column === undefined || card.column === column) &&
  (lead === undefined || card.lead === lead);

/** Cards from the cache where the version is the same; the others are read, and may be newer than the rows. */
async function cardsFor({ database, cards }: BoardPorts, rows: readonly BoardRow[]): Promise<Map<string, FullCard>> {
  const found = new Map<string, FullCard>();
  const missing: string[] = [];
  for (const { case_id, version } of rows) {
    const card = cards.get(case_id);
    if (card?.version === version) found.set(case_id, card);
    else missing.push(case_id);
  }
  if (missing.length === 0) return found;
  // Written by the commit from a FullCard and by nothing else.
  for (const { case_id, card } of await database.rows<{ case_id: string; card: FullCard }>(cardsText, [missing])) {
    cards.set(case_id, card);
    found.set(case_id, card);
  }
  return found;
}

function categoriesOf({ lists }: BoardPorts, joined: string): readonly Category[] {
  const known = lists.get(joined);
  if (known) return known;
  const list = joined.split(',').flatMap(name => category.safeParse(name).data ?? []);
  lists.set(joined, list);
  return list;
}

/** A page looks at no more than this many cases, so that a filter that fits few stays quick. */
const LOOKED_AT = 1_000;

const closedText: Statement = {
  name: 'closed-cases',
  text: `SELECT ${FIELDS} FROM case_access a JOIN board_card b ON b.case_id = a.case_id
    WHERE a.org_id = $1 AND a.closed_at IS NOT NULL
      AND a.closed_at <= $2 AND (a.closed_at < $2 OR a.case_id > $3)
    ORDER BY a.closed_at DESC, a.case_id LIMIT $4`,
};

async function closedPage(
  ports: BoardPorts,
  org: string,
  { limit, after, filters = {} }: { limit: number; after?: ClosedPlace; filters?: BoardFilters },
): Promise<ClosedPage> {
  const hasFilter = Object.values(filters).some(value => value !== undefined);
  const lookAt = hasFilter ? LOOKED_AT : limit;
  const from = [after?.closedAt ?? 'infinity', after?.caseId ?? ''];
  const rows = await ports.database.rows<BoardRow>(closedText, [org, ...from, lookAt]);
  const entries = (await toEntries(ports, rows, filters)).slice(0, limit);
  const lastShown = entries.length === limit ? entries.at(-1)?.card.id : rows.at(-1)?.case_id;
  const last = rows.find(row => row.case_id === lastShown);
  const isEnd = rows.length < lookAt && last === rows.at(-1);
  return { entries, next: isEnd || !last?.closed_at ? null : { closedAt: last.closed_at, caseId: last.case_id } };
}
