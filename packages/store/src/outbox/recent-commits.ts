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
 * What this process has just committed. The outbox alone says that it was, and in which order; a relay that finds its
 * row here need not read back what the process has in its hands, which cost as much as a third of the commit.
 */
export type RecentCommits = {
  note(committed: CommittedEvent): void;
  /** The event with the newest card known here; null: another process's, or long ago. */
  find(caseId: string, seq: number): CommittedEvent | null;
};

/** Relays are milliseconds behind: a second of the busiest process is plenty, and a few megabytes. */
const MOST = 2_000;

export function recentCommits(): RecentCommits {
  const events = boundedMap<CommittedEvent>({ entries: MOST });
  const newest = boundedMap<CommittedEvent>({ entries: MOST });
  const keyOf = (caseId: string, seq: number) => `${caseId} ${seq}`;
  return {
    note(committed) {
      events.set(keyOf(committed.caseId, committed.seq), committed);
      if ((newest.peek(committed.caseId)?.seq ?? 0) < committed.seq) newest.set(committed.caseId, committed);
    },
    find(caseId, seq) {
      const event = events.peek(keyOf(caseId, seq));
      const now = newest.peek(caseId);
      if (!event || !now) return null;
      return { ...event, card: now.card, active: now.active, access: now.access };
    },
  };
}
