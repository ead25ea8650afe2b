import { randomUUID } from 'node:crypto';
import type { Database, Statement } from '../database.ts';

/** Which network this database belongs to. */
export type Deployment = {
  readonly networkId: string;
  /** The invented world: a banner on every screen. */
  readonly demo: boolean;
  readonly seededAt: string | null;
  /** Days by which the demo's clock was pushed. */
  readonly aheadDays: number;
};

export type Deployments = {
  /** null: an empty database. */
  find(): Promise<Deployment | null>;
  /** Names the network once; a second call changes nothing and answers what stands. */
  begin(demo: boolean): Promise<Deployment>;
  /** Only ever of the demo, and never back but with its whole world. */
  runAhead(days: number): Promise<void>;
  /** The release of the kinds of deadlines up to which the rows of every case were looked over; 0: of none. */
  armedRelease(): Promise<number>;
  noteArmed(release: number): Promise<void>;
};

export function deployments(database: Database): Deployments {
  const find = async () => (await database.rows<Deployment>(findText))[0] ?? null;
  return {
    find,
    async begin(demo) {
      await database.run(beginText, [randomUUID(), demo]);
      const deployment = await find();
      if (!deployment) throw new Error('the deployment row was written and is not there');
      return deployment;
    },
    runAhead: async days => void (await database.run(runAheadText, [days])),
    armedRelease: async () => (await database.rows<{ release: number }>(armedText))[0]?.release ?? 0,
    noteArmed: async release => void (await database.run(noteArmedText, [release])),
  };
}

const findText: Statement = {
  text: 'SELECT network_id AS "networkId", demo, seeded_at AS "seededAt", ahead_days AS "aheadDays" FROM deployment',
};
const beginText: Statement = {
  text: 'INSERT INTO deployment (network_id, demo) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING',
};

const runAheadText: Statement = {
  text: 'UPDATE deployment SET ahead_days = $1 WHERE demo AND ahead_days < $1',
};

const armedText: Statement = { text: 'SELECT armed_release AS "release" FROM deployment' };
/** Never back: of two programs the older one has looked for less. */
const noteArmedText: Statement = { text: 'UPDATE deployment SET armed_release = greatest(armed_release, $1)' };
