import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { hashOfToken, oneTimeToken } from './one-time-token.ts';

/** One-time links that let the first administrator in; the table keeps only the token's hash. */
export type SetupLinks = {
  /** A token for the link's fragment, good for half an hour; earlier ones stop working. */
  create(): Promise<{ token: string; expiresAt: string }>;
  /** `open`: it can be used. `done`: it cannot, since somebody is there already. `void`: it cannot, and nobody is. */
  stateOf(token: string): Promise<SetupState>;
  /** Uses it up; false when it was used, is too old, or never was. */
  use(token: string): Promise<boolean>;
};

type SetupState = 'open' | 'done' | 'void';

const VALID_MS = 30 * 60_000;

export function setupLinks(database: Database, clock: Clock): SetupLinks {
  const about = (token: string) => [hashOfToken(token), clock.now()];
  return {
    async create() {
      const token = oneTimeToken();
      const [hash, at = ''] = about(token);
      const expiresAt = new Date(Date.parse(at) + VALID_MS).toISOString();
      await database.run(createText, [hash, at, expiresAt]);
      return { token, expiresAt };
    },
    async stateOf(token) {
      const [found] = await database.rows<{ is_open: boolean; is_done: boolean }>(stateText, about(token));
      if (found?.is_open) return 'open';
      return found?.is_done ? 'done' : 'void';
    },
    use: async token => (await database.run(useText, about(token))) > 0,
  };
}

const createText: Statement = {
  text: `WITH ended AS (UPDATE setup_link SET used_at = $2 WHERE used_at IS NULL)
    INSERT INTO setup_link (token_hash, created_at, expires_at) VALUES ($1, $2, $3)`,
};
const stateText: Statement = {
  text: `SELECT EXISTS (SELECT FROM setup_link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2) AS is_open,
    EXISTS (SELECT FROM membership) AS is_done`,
};
const useText: Statement = {
  text: 'UPDATE setup_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
};
