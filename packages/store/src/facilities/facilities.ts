import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import type { Lead } from '../outbox/lead.ts';
import { CURRENT, INCOMING, type Outcomes, sumOf } from './outcomes.ts';
import { type NewFacilityImport, type PutFacilities, type PutOptions, putFacilities } from './put-facilities.ts';

export type ListedFacility = {
  readonly id: string;
  readonly list: string;
  readonly kind: string;
  readonly name: string;
  readonly kana: string | null;
  readonly address: string | null;
  readonly municipality: string | null;
  readonly phone: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** The day of which its list is, where that says; and when it was last read in. */
  readonly listedOn: string | null;
  readonly importedAt: string;
};

export type FacilityWish = {
  readonly kind?: string | undefined;
  /** Any of these codes. */
  readonly municipalities?: readonly string[] | undefined;
  /** Folded words, each of which occurs in name, kana, address or telephone. */
  readonly words?: readonly string[] | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** A place with where it stands, as far as its list says. */
export type PlacedFacility = ListedFacility & { readonly latitude: number | null; readonly longitude: number | null };

/** The middle of what is known of a municipality. Degrees. */
export type Centre = { readonly code: string; readonly latitude: number; readonly longitude: number };

export type FacilityCounts = {
  readonly kinds: readonly { readonly kind: string; readonly n: number }[];
  /** null: facilities whose municipality is not known. */
  readonly municipalities: readonly { readonly code: string | null; readonly n: number }[];
};

export type Facilities = {
  /** What `put` would count, without writing. */
  compare(batches: readonly string[]): Promise<Outcomes>;
  /**
   * Reads a file in. Nothing of it is seen before all of it is there; what a stop or a crash leaves is cleared by the next
   * import. One import at a time over all processes. null: others did not let it in.
   */
  put(imported: NewFacilityImport, options?: PutOptions): Promise<PutFacilities | null>;
  /** By name in order. */
  list(wish: FacilityWish): Promise<{ facilities: ListedFacility[]; total: number }>;
  counts(): Promise<FacilityCounts>;
  /** Of one kind within a prefecture (two digits), 2,000 at most. */
  within(kind: string, prefecture: string): Promise<PlacedFacility[]>;
  /** Middles of the municipalities of a prefecture, by the places that are known there. */
  centres(prefecture: string): Promise<Centre[]>;
};

type Ports = {
  readonly database: Database;
  readonly clock: Clock;
  /** The right to import; null: another import has it. */
  readonly takeTurn: () => Promise<Lead | null>;
};

export function facilities(ports: Ports): Facilities {
  const { database } = ports;
  return {
    async compare(batches) {
      const counted: Outcomes[] = [];
      for (const batch of batches) counted.push(...(await database.rows<Outcomes>(compareText, [batch, ''])));
      return sumOf(counted);
    },
    put: (imported, options = {}) => putFacilities(ports, imported, options),
    list: wish => listFacilities(database, wish),
    counts: () => countFacilities(database),
    within: (kind, prefecture) => database.rows<PlacedFacility>(withinText, [kind, `${prefecture}%`]),
    centres: prefecture => database.rows<Centre>(centresText, [`${prefecture}%`]),
  };
}

const compareText: Statement = {
  text: `WITH ${INCOMING} SELECT count(*) FILTER (WHERE outcome = 'new')::int AS new,
      count(*) FILTER (WHERE outcome = 'changed')::int AS changed,
      count(*) FILTER (WHERE outcome = 'same')::int AS same
    FROM known`,
};

const WISHED = `${CURRENT}
  AND ($1::text IS NULL OR f.kind = $1)
  AND ($2::text[] IS NULL OR f.municipality = ANY ($2))
  AND f.search_text LIKE ALL ($3::text[])`;

const listText: Statement = {
  text: `SELECT f.id, f.list, f.kind, f.name, f.kana, f.address, f.municipality, f.phone, f.details,
      coalesce(s.listed, i.listed) ->> f.list AS "listedOn", coalesce(s.at, i.at) AS "importedAt"
    FROM (SELECT f.* FROM facility f WHERE ${WISHED} ORDER BY f.sort_key, f.id OFFSET $4 LIMIT $5) f
    JOIN facility_import i ON i.id = f.import_id
    LEFT JOIN facility_import s ON s.id = f.seen_by AND s.published_at IS NOT NULL
    ORDER BY f.sort_key, f.id`,
};
const totalText: Statement = { text: `SELECT count(*)::int AS n FROM facility f WHERE ${WISHED}` };

async function listFacilities(database: Database, wish: FacilityWish) {
  const { kind = null, municipalities = null, words = [], offset, limit } = wish;
  const patterns = words.map(word => `%${word.replace(/[\\%_]/g, sign => `\\${sign}`)}%`);
  const asked = [kind, municipalities, patterns];
  const [facilities, counted] = await Promise.all([
    database.rows<ListedFacility>(listText, [...asked, offset, limit]),
    database.rows<{ n: number }>(totalText, asked),
  ]);
  return { facilities, total: counted[0]?.n ?? 0 };
}

const withinText: Statement = {
  text: `SELECT f.id, f.list, f.kind, f.name, f.kana, f.address, f.municipality, f.phone, f.details,
      f.latitude, f.longitude,
      coalesce(s.listed, i.listed) ->> f.list AS "listedOn", coalesce(s.at, i.at) AS "importedAt"
    FROM (SELECT f.* FROM facility f WHERE ${CURRENT} AND f.kind = $1 AND f.municipality LIKE $2
      ORDER BY f.sort_key, f.id LIMIT 2000) f
    JOIN facility_import i ON i.id = f.import_id
    LEFT JOIN facility_import s ON s.id = f.seen_by AND s.published_at IS NOT NULL
    ORDER BY f.sort_key, f.id`,
};
const centresText: Statement = {
  text: `SELECT f.municipality AS code, avg(f.latitude) AS latitude, avg(f.longitude) AS longitude
    FROM facility f WHERE ${CURRENT} AND f.municipality LIKE $1 AND f.latitude IS NOT NULL AND f.longitude IS NOT NULL
    GROUP BY f.municipality`,
};

const countsText: Statement = {
  text: `SELECT f.kind, f.municipality AS code, grouping(f.kind)::int AS is_code, count(*)::int AS n
    FROM facility f WHERE ${CURRENT} GROUP BY GROUPING SETS ((f.kind), (f.municipality))`,
};

async function countFacilities(database: Database): Promise<FacilityCounts> {
  const rows = await database.rows<{ kind: string; code: string | null; is_code: number; n: number }>(countsText);
  return {
    kinds: rows.filter(({ is_code }) => is_code === 0).map(({ kind, n }) => ({ kind, n })),
    municipalities: rows.filter(({ is_code }) => is_code === 1).map(({ code, n }) => ({ code, n })),
  };
}
