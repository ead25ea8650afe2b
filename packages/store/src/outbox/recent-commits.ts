import type { CaseAccessRow } from '@kaerimichi/access';
import type { FullCard } from '@kaerimichi/discharge';
import { boundedMap } from '../bounded-map.ts';

/** An accepted event as its case's other readers see it: what happened, and the case as it is now. */
export type CommittedEvent = {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  /** Organisation that sent the event; 'system' for the clock. */
  readonly org: string;
  /** The case now; its version may be higher than `seq`. */
  readonly card: FullCard;
  readonly active: boolean;
  readonly access: readonly CaseAccessRow[];
};

/**
 * Told of each commit of this process, in its order. The event itself where its card is all that others need; null where
 * it changed who may see the case, which the outbox tells in full.
 */
export type CommitListener = (committed: CommittedEvent | null) => void;

/**
 * What this process has just committed. The outbox alone says that it was, and in which order; a relay that finds its
 * row here need not read back what the process has in its hands, which cost as much as a third of the commit.
 */
export type RecentCommits = {
  note(committed: CommittedEvent): void;
  /** Tells the listeners of a commit: with the event where it is all there is to tell, else with null. */
  announce(committed: CommittedEvent | null): void;
  on(listener: CommitListener): () => void;
  /** The event with the newest card known here; null: another process's, or long ago. */
  find(caseId: string, seq: number): CommittedEvent | null;
};

/** Relays are milliseconds behind: a second of the busiest process is plenty, and a few megabytes. */
const MOST = 2_000;

export function recentCommits(): RecentCommits {
  const events = boundedMap<CommittedEvent>({ entries: MOST });
  const newest = boundedMap<CommittedEvent>({ entries: MOST });
  const listeners = new Set<CommitListener>();
  const keyOf = (caseId: string, seq: number) => `${caseId} ${seq}`;
  return {
    note(committed) {
      events.set(keyOf(committed.caseId, committed.seq), committed);
      if ((newest.peek(committed.caseId)?.seq ?? 0) < committed.seq) newest.set(committed.caseId, committed);
    },
    announce(committed) {
      for (const listener of listeners) listener(committed);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    find(caseId, seq) {
      const event = events.peek(keyOf(caseId, seq));
      const now = newest.peek(caseId);
      if (!event || !now) return null;
      return { ...event, card: now.card, active: now.active, access: now.access };
    },
  };
}
