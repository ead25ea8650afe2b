import type { CommittedEvent } from './recent-commits.ts';

/**
 * Told of each commit of this process, each case in its order. The event itself where its card is all that others need;
 * null where it changed who may see the case, which the outbox tells in full.
 */
export type CommitListener = (committed: CommittedEvent | null) => void;

/** A line within this process, beside the one to the others (wake-line.ts): a hint, for the outbox has it all. */
export type CommitLine = {
  tell(committed: CommittedEvent | null): void;
  on(listener: CommitListener): () => void;
};

/** What a listener throws goes to `onError`: the commit stands, and is answered as such. */
export function commitLine(onError: (error: unknown) => void): CommitLine {
  const listeners = new Set<CommitListener>();
  return {
    tell(committed) {
      for (const listener of listeners)
        try {
          listener(committed);
        } catch (error) {
          onError(error);
        }
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
