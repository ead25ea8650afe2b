import type { KeyRef, StoredAnswer } from './ports.ts';

/** Answers kept in the process for retries that come at once; the database keeps them all for seven days. */
const MOST = 5_000;

/** What this process has just answered to a key: a duplicate gets the same bytes without asking the database. */
export function createRecentAnswers() {
  const answers = new Map<string, StoredAnswer & { readonly bodyHash: string }>();
  const nameOf = ({ account, key }: Pick<KeyRef, 'account' | 'key'>) => `${account}\n${key}`;
  return {
    find: (key: KeyRef) => answers.get(nameOf(key)) ?? null,
    keep(key: KeyRef, { status, body }: StoredAnswer): void {
      answers.set(nameOf(key), { status, body, bodyHash: key.bodyHash });
      if (answers.size <= MOST) return;
      const [oldest] = answers.keys();
      if (oldest !== undefined) answers.delete(oldest);
    },
  };
}
export type RecentAnswers = ReturnType<typeof createRecentAnswers>;
