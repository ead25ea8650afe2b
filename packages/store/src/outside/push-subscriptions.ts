import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

/** A browser in which somebody is told, as its push service wants it. */
export type BrowserSubscription = {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
};

type ListedSubscription = {
  readonly id: string;
  readonly endpoint: string;
  readonly device: string;
  readonly madeAt: string;
};

export type PushSubscriptions = {
  /** The newest first. */
  listOf(person: string): Promise<ListedSubscription[]>;
  /** With the keys by which it is told. */
  keysOf(person: string): Promise<BrowserSubscription[]>;
  /**
   * In place of whoever had this browser before; false: somebody has `MOST_BROWSERS` others. It is reckoned anew for
   * the person what they are to be told.
   */
  add(person: string, subscription: Omit<BrowserSubscription, 'id'> & { readonly device: string }): Promise<boolean>;
  remove(person: string, id: string): Promise<boolean>;
  /** Its push service does not know it any more. */
  forget(id: string): Promise<void>;
};

/** Of one person. */
const MOST_BROWSERS = 10;

export function pushSubscriptions(database: Database, clock: Clock): PushSubscriptions {
  return {
    listOf: person => database.rows(listText, [person]),
    keysOf: person => database.rows<BrowserSubscription>(keysText, [person]),
    async add(person, { endpoint, p256dh, auth, device }) {
      const values = [randomUUID(), person, endpoint, p256dh, auth, device, clock.now(), MOST_BROWSERS];
      return (await database.rows(addText, values)).length > 0;
    },
    remove: async (person, id) => (await database.rows(removeText, [person, id])).length > 0,
    forget: async id => void (await database.run(forgetText, [id])),
  };
}

const listText: Statement = {
  text: `SELECT id, endpoint, device, made_at AS "madeAt" FROM push_subscription WHERE person_id = $1
    ORDER BY made_at DESC, id`,
};

const keysText: Statement = {
  text: 'SELECT id, endpoint, p256dh, auth FROM push_subscription WHERE person_id = $1 ORDER BY made_at, id',
};

const addText: Statement = {
  text: `INSERT INTO push_subscription (id, person_id, endpoint, p256dh, auth, device, made_at)
    SELECT $1, $2, $3, $4, $5, $6, $7
    WHERE (SELECT count(*) FROM push_subscription WHERE person_id = $2 AND endpoint <> $3) < $8
    ON CONFLICT (endpoint) DO UPDATE SET person_id = excluded.person_id, p256dh = excluded.p256dh, auth = excluded.auth,
      device = excluded.device, made_at = excluded.made_at
    RETURNING id`,
};

const removeText: Statement = {
  text: 'DELETE FROM push_subscription WHERE person_id = $1 AND id = $2 RETURNING id',
};

const forgetText: Statement = { text: 'DELETE FROM push_subscription WHERE id = $1' };
