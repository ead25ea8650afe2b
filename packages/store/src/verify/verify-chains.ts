import type { Identity, StoredEvent } from '@kaerimichi/casework';
import type { CaseEvent, CaseFacts, FullCard } from '@kaerimichi/discharge';
import { openSnapshot } from './open-snapshot.ts';
import { shareOut } from './share-out.ts';
import { rangesOf, verifyRange } from './verify-range.ts';

/** What does not hold, and where: the first bad entry of a case is named. `seq` null: the case as a whole. */
export type Finding = {
  readonly caseId: string;
  readonly seq: number | null;
  readonly fault: FaultCode;
  readonly detail: string;
};
export type FaultCode =
  | 'chain' // the hash does not follow from the entry and the one before
  | 'gap' // an entry is missing or out of order
  | 'columns' // type, instant or number of the row differ from the hashed bytes
  | 'payload' // the hashed bytes are no event
  | 'end' // entries are missing at the end, or the case's state names another newest entry
  | 'record' // a text or document is missing or differs from the hash that the event keeps
  | 'state' // deciding the events again gives another state
  | 'card' // the board shows another version, or not what the state leads to
  | 'deadline' // what the clock waits for is not what the state leads to
  | 'missing'; // a part of the case is gone altogether

type KeptDeadline = { readonly kind: string; readonly ref: string; readonly on: string };

/** An entry with what its bytes say. */
export type ReadEvent = StoredEvent & { readonly event: CaseEvent };

/** One case as it is kept, for deciding its events again and deriving the rest from that. */
export type KeptCase = {
  readonly caseId: string;
  readonly no: string;
  readonly identity: Identity;
  readonly card: FullCard | unknown;
  /** Whether the board shows it. */
  readonly active: boolean;
  /** Rows that wait, or that fired and stand. */
  readonly deadlines: readonly (KeptDeadline & { readonly isOpen: boolean })[];
  readonly events: readonly ReadEvent[];
  readonly state: { readonly pathwayVersion: number; readonly value: unknown; readonly facts: CaseFacts | unknown };
};

export type VerifyOptions = {
  /** Decides a case's events again; the first thing that is wrong, or null. Left out: only the chains are checked. */
  readonly redecide?: (kept: KeptCase) => Omit<Finding, 'caseId'> | null;
  /** A module that calls `verifyBeside` with the same `redecide`: many cases are then shared out to as many threads as there are processors. */
  readonly thread?: URL;
  /** Cases that one turn takes; 500 unless told. */
  readonly casesAtOnce?: number;
  /** Findings are counted beyond this, and no longer kept. */
  readonly mostFindings?: number;
};

export type Verification = {
  readonly cases: number;
  readonly events: number;
  readonly records: number;
  /** Texts destroyed on purpose: their hash stands, their text is gone. */
  readonly destroyed: number;
  readonly bad: number;
  readonly findings: readonly Finding[];
};

/**
 * Proves every case's history, in one consistent view of the database and without holding anybody up: each entry's hash
 * from its bytes and the one before, numbers without gap, the end against the case's state, every text against its hash.
 */
export async function verifyChains(databaseUrl: string, options: VerifyOptions = {}): Promise<Verification> {
  const { redecide, thread, casesAtOnce = CASES, mostFindings = MOST_FINDINGS } = options;
  const view = await openSnapshot(databaseUrl);
  try {
    const ranges = await rangesOf(view.client, casesAtOnce);
    const reports =
      thread && ranges.length > FEW_RANGES
        ? await shareOut(ranges, { thread, databaseUrl, snapshot: view.name, casesAtOnce, mostFindings })
        : await oneByOne(ranges, range => verifyRange(view.client, range, { redecide, casesAtOnce, mostFindings }));
    return together(reports, mostFindings);
  } finally {
    await view.client.end();
  }
}

/** About a second of work, so that threads end together. */
const CASES = 500;
const MOST_FINDINGS = 1_000;
/** A thread takes a third of a second to begin; so many ranges are checked in about a second. */
const FEW_RANGES = 2;

async function oneByOne<Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}

function together(reports: readonly Verification[], mostFindings: number): Verification {
  const sum = (count: (report: Verification) => number) => reports.reduce((total, report) => total + count(report), 0);
  return {
    cases: sum(({ cases }) => cases),
    events: sum(({ events }) => events),
    records: sum(({ records }) => records),
    destroyed: sum(({ destroyed }) => destroyed),
    bad: sum(({ bad }) => bad),
    findings: reports.flatMap(({ findings }) => findings).slice(0, mostFindings),
  };
}
