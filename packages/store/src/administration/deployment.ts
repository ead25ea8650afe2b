import { randomUUID } from 'node:crypto';
import type { Database, Statement } from '../database.ts';

/** Which network this database belongs to. */
export type Deployment = {
  readonly networkId: string;
  /** The invented world: a banner on every screen. */
  readonly demo: boolean;
  readonly seededAt: string | null;
};

export type Deployments = {
  /** null: an empty database. */
  find(): Promise<Deployment | null>;
  /** Names the network once; a second call changes nothing and answers what stands. */
  begin(demo: boolean): Promise<Deployment>;
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
  };
}

const findText: Statement = {
  text: 'SELECT network_id AS "networkId", demo, seeded_at AS "seededAt" FROM deployment',
};
const beginText: Statement = {
  text: 'INSERT INTO deployment (network_id, demo) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING',
};
