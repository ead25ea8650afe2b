const PREFIX = 'kaerimichi.seen.';

/** Where a browser keeps what a person last saw of the board. */
export const seenKey = (person: string): string => `${PREFIX}${person}`;

/** At sign-out: which children a person has is told to nobody after them. */
export function forgetSeen(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
}
