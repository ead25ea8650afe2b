import type { Database, Statement } from '../database.ts';

const pruneText: Statement = { text: 'DELETE FROM idempotency_key WHERE at < $1' };

/** Deletes accepted answers older than an instant (seven days ago); the number deleted. */
export const pruneAnswers = (database: Database, before: string): Promise<number> => database.run(pruneText, [before]);
