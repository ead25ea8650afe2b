import type { KeyRef, StoredAnswer } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

const pruneText: Statement = { text: 'DELETE FROM idempotency_key WHERE at < $1' };

/** Deletes accepted answers older than an instant (seven days ago); the number deleted. */
export const pruneAnswers = (database: Database, before: string): Promise<number> => database.run(pruneText, [before]);

const keepText: Statement = {
  text: `INSERT INTO idempotency_key (account, key, body_hash, status, body, at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING`,
};

/** Keeps the answer of a write that no case's commit keeps it for; the first one stays. */
export const keepAnswer = async (
  database: Database,
  { account, key, bodyHash }: KeyRef,
  { status, body, at }: StoredAnswer & { readonly at: string },
): Promise<void> => void (await database.run(keepText, [account, key, bodyHash, status, body, at]));
