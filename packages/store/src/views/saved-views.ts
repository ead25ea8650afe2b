import { randomUUID } from 'node:crypto';
import type { ViewStanding } from '@kaerimichi/access';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

export type StoredView = ViewStanding & {
  readonly id: string;
  readonly name: string;
  /** As the contract parsed it. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Counts the times it was overwritten, from 1. */
  readonly version: number;
};
export type NewView = Omit<StoredView, 'id' | 'version'>;
type ViewChanges = {
  readonly name?: string | undefined;
  readonly settings?: StoredView['settings'] | undefined;
  /** The version that was seen. */
  readonly version: number;
};

export type SavedViews = {
  /** Those of an organisation but the personal ones of others, by name; who reads which is decided by access. */
  listOf(wish: { readonly org: string; readonly membership: string }): Promise<StoredView[]>;
  find(id: string): Promise<StoredView | null>;
  /** null: this membership has as many as it may have. */
  make(view: NewView): Promise<StoredView | null>;
  /** null: somebody changed it since that version, or it is gone. */
  change(id: string, changes: ViewChanges): Promise<StoredView | null>;
  remove(id: string): Promise<void>;
};

/** Views of one membership in all scopes: more fit no list that one chooses from. */
export const VIEWS_OF_ONE = 50;

export function savedViews(database: Database, clock: Clock): SavedViews {
  return {
    listOf: ({ org, membership }) => database.rows<StoredView>(listText, [org, membership]),
    async find(id) {
      const [view] = await database.rows<StoredView>(findText, [id]);
      return view ?? null;
    },
    async make({ org, membership, role, scope, name, settings }) {
      const values = [randomUUID(), org, membership, role, scope, name, JSON.stringify(settings), clock.now()];
      const [view] = await database.rows<StoredView>(makeText, [...values, VIEWS_OF_ONE]);
      return view ?? null;
    },
    async change(id, { name, settings, version }) {
      const values = [id, version, name ?? null, settings ? JSON.stringify(settings) : null, clock.now()];
      const [view] = await database.rows<StoredView>(changeText, values);
      return view ?? null;
    },
    remove: async id => void (await database.run(removeText, [id])),
  };
}

const FIELDS = `id, org_id AS org, membership_id AS membership, role, scope, name, settings, version`;

const listText: Statement = {
  text: `SELECT ${FIELDS} FROM saved_view WHERE org_id = $1 AND (scope <> 'personal' OR membership_id = $2)
    ORDER BY name, id`,
};
const findText: Statement = { text: `SELECT ${FIELDS} FROM saved_view WHERE id = $1` };
const makeText: Statement = {
  text: `INSERT INTO saved_view (id, org_id, membership_id, role, scope, name, settings, made_at, changed_at)
    SELECT $1, $2, $3, $4, $5, $6, $7::json, $8::timestamptz, $8::timestamptz
    WHERE (SELECT count(*) FROM saved_view WHERE org_id = $2 AND membership_id = $3) < $9
    RETURNING ${FIELDS}`,
};
const changeText: Statement = {
  text: `UPDATE saved_view SET name = coalesce($3::text, name), settings = coalesce($4::json, settings),
      version = version + 1, changed_at = $5
    WHERE id = $1 AND version = $2 RETURNING ${FIELDS}`,
};
const removeText: Statement = { text: 'DELETE FROM saved_view WHERE id = $1' };
