import type { CaseAccessRow, Viewer } from '@kaerimichi/access';
import type { Actor, CaseFacts, CaseRules, Day, FullCard, NamedChild, RoleId } from '@kaerimichi/discharge';
import type { HouseCheckWords } from './check-words.ts';
import type { HouseStandards } from './fees/account-facts.ts';

/** Who the child is: search columns of `care_case`, never part of facts, events or logs. */
export type Identity = NamedChild & {
  readonly hospitalNumber: string | null;
  readonly municipality: string | null;
};

/** A session as every request carries it. `epoch` rises whenever what it may do changes; a stale one commits nothing. */
export type SessionRef = { readonly id: string; readonly epoch: number };

export type SignedIn = {
  readonly session: SessionRef;
  readonly viewer: Viewer;
  readonly displayName: string;
  /** Does not want colleagues to see which board or case it has open. */
  readonly hidesPresence?: boolean;
};

/** Everything a command needs to know about a case, filled by one read and kept in a bounded cache. */
export type LoadedCase = {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly pathwayVersion: number;
  /** XState state value as stored. */
  readonly value: unknown;
  readonly facts: CaseFacts;
  /** Hash of the newest event: 32 bytes. */
  readonly head: Uint8Array;
  readonly accessEpoch: number;
  readonly access: readonly CaseAccessRow[];
  readonly identity: Identity;
  /** The case was made from the draft of a hospital's file. */
  readonly hasSource: boolean;
};

export type RecordDraft = {
  readonly id: string;
  readonly kind: string;
  readonly category: string;
  readonly salt: string;
  readonly hash: string;
  readonly body: unknown;
};

export type DeadlineChange = {
  readonly kind: string;
  readonly ref: string;
  /** null cancels the row. */
  readonly dueOn: Day | null;
  /** Event that the clock sends when it falls due; null: a date to show only. */
  readonly fires: string | null;
  /** Of what waits for an instant within its day. */
  readonly dueAt?: string;
};

export type StoredAnswer = { readonly status: number; readonly body: string };

export type EventRow = {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  /** Organisation of whoever sent it; it stands in the payload too. */
  readonly org: string;
  readonly stage: string;
  /** Canonical bytes (RFC 8785 order) that the hash covers. */
  readonly payload: Uint8Array;
  readonly hash: Uint8Array;
  /** State before a move, kept for undo and for corrections by two people; null for facts. */
  readonly before: StateBefore | null;
};

/** Somebody who works with cases: a viewer as it would be signed in, by name. */
export type CaseMember = Viewer & {
  readonly name: string;
  readonly orgName: string;
  readonly orgKana: string | null;
};
/** Those of these memberships, or of these organisations. */
export type MemberWish = {
  readonly ids: readonly string[] | null;
  readonly orgs: readonly string[] | null;
  readonly on: Day;
};

/** `notThere`: no such membership today, or not where it might own something. `withoutCases`: its role sees none. */
export type UnfitOwner = { readonly id: string; readonly why: 'notThere' | 'suspended' | 'withoutCases' };

/** With the version of the pathway under which it was kept: the same way leads here as for the case itself. */
export type StateBefore = { readonly pathwayVersion: number; readonly value: unknown; readonly facts: CaseFacts };

/** One write round trip: everything that one accepted command changes. */
export type CommitPlan = {
  readonly caseId: string;
  readonly expected: { readonly version: number; readonly accessEpoch: number };
  /** null for the worker's own events. */
  readonly session: SessionRef | null;
  readonly next: { readonly pathwayVersion: number; readonly value: unknown; readonly facts: CaseFacts };
  readonly event: EventRow;
  readonly records: readonly RecordDraft[];
  readonly deadlines: readonly DeadlineChange[];
  /** Present when the event changes who may see the case; raises the access epoch. */
  readonly access: readonly CaseAccessRow[] | null;
  /** Present when the event says who the child is. */
  readonly identity: Identity | null;
  readonly card: FullCard;
  readonly active: boolean;
  readonly key: KeyRef | null;
  readonly answer: StoredAnswer;
};

export type KeyRef = { readonly account: string; readonly key: string; readonly bodyHash: string };

/** What a commit that changed nothing found on its second read, everything fresh. */
export type FreshState = {
  readonly keyed: (StoredAnswer & { readonly bodyHash: string }) | null;
  /** null: signed out, disabled or revoked in between. */
  readonly signedIn: SignedIn | null;
  readonly loaded: LoadedCase | null;
  /** Name of the violated constraint, when it was one. */
  readonly constraint: string | null;
};

export type CommitOutcome = { readonly committed: true } | { readonly committed: false; readonly fresh: FreshState };

/** What is written beside the two commits of a merge: the proposal, decided by the second person. */
export type MergeWritten = {
  readonly proposal: string;
  readonly person: string;
  readonly org: string;
  readonly at: string;
  readonly reason: string;
  /** Number under which the case that ended was known. */
  readonly absorbedNo: string;
};
/** `changed`: a case has moved on; `decided`: the proposal is another's by now; `signedOut`: the session ended. */
export type MergeOutcome = 'merged' | 'changed' | 'decided' | 'signedOut';

export type NewCase = {
  readonly id: string;
  readonly lead: string;
  readonly identity: Identity;
  /** The two first events may come at once: registered and, for a draft made a case, its source. */
  readonly plan: Omit<CommitPlan, 'caseId' | 'expected' | 'card' | 'identity'> & {
    readonly access: readonly CaseAccessRow[];
  };
  /** The case number is random and unique; the store draws it and asks for the card that shows it. */
  readonly cardOf: (no: string) => FullCard;
  /** Wanted number, for demo cases only. */
  readonly no?: string | undefined;
  /** The imported draft that becomes this case, and no other: where it is one already, nothing is created. */
  readonly draft: { readonly org: string; readonly id: string } | null;
  /** The referral that is accepted by this case, by whom: where it was decided before, nothing is created. */
  readonly referral: { readonly org: string; readonly id: string; readonly person: string } | null;
  readonly answerOf: (no: string) => StoredAnswer;
};

/** A case told in memory: its opening under its number, and every further event in order. */
export type ToldCase = { readonly opening: NewCase; readonly no: string; readonly plans: readonly CommitPlan[] };

export type StoredEvent = {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly stage: string;
  readonly payload: Uint8Array;
  readonly hash: Uint8Array;
};

export type OutlineRow = Pick<StoredEvent, 'seq' | 'type' | 'stage'> & { readonly payload: Uint8Array | null };

/** What one version of a hospital's file told of a child: JSON of its draft. */
export type SourceVersion = {
  readonly version: number;
  readonly importedAt: string;
  readonly content: Readonly<Record<string, unknown>>;
};

/** The draft that became a case: the version that the case was made from, then the newest ones since, oldest first. */
export type CaseSource = { readonly draft: string; readonly org: string; readonly versions: readonly SourceVersion[] };

/** A day of a bed, or a place on the waiting list: called by its row (`bedOfRef`), on a day. */
export type BedRow = { readonly caseId: string; readonly ref: string; readonly on: Day };

export interface CaseStore {
  /** From the cache, else one read. null: no such case. */
  load(caseId: string): Promise<LoadedCase | null>;
  /** Past the cache. */
  loadFresh(caseId: string): Promise<LoadedCase | null>;
  /** Tells the cache what was committed, so that the next command is warm. */
  remember(loaded: LoadedCase): void;
  findAnswer(account: string, key: string): Promise<(StoredAnswer & { bodyHash: string }) | null>;
  commit(plan: CommitPlan): Promise<CommitOutcome>;
  /** Both commits, first of the case that ends, and the proposal: all or nothing. */
  commitMerge(plans: readonly [CommitPlan, CommitPlan], written: MergeWritten): Promise<MergeOutcome>;
  create(newCase: NewCase): Promise<{ no: string } | { committed: false; fresh: FreshState }>;
  /** Events with seq > after, oldest first. */
  listEvents(caseId: string, after: number, limit: number): Promise<StoredEvent[]>;
  /** Every event of a case, oldest first, with the payload of these types alone. */
  outlineEvents(caseId: string, read: readonly string[]): Promise<OutlineRow[]>;
  /** Events of these types alone, oldest first. */
  listEventsOf(caseId: string, types: readonly string[]): Promise<Pick<StoredEvent, 'seq' | 'payload'>[]>;
  /** The newest event of a type. */
  findLast(caseId: string, type: string): Promise<StoredEvent | null>;
  /** State before one event, from its row, as the present pathway understands it. */
  findBefore(caseId: string, seq: number): Promise<StateBefore | null>;
  /** Those of these organisations that do not exist or are closed; with kinds, also those of none of these kinds. */
  unknownOrgs(ids: readonly string[], kinds?: readonly string[]): Promise<readonly string[]>;
  /**
   * Those of these memberships that can own nothing, and why not: each has to hold today in one of the organisations and
   * have one of the roles, or be a guardian of this case; null: nor may a guardian.
   */
  unfitOwners(
    ids: readonly string[],
    within: { orgs: readonly string[]; roles: readonly RoleId[]; caseId: string | null; on: Day },
  ): Promise<readonly UnfitOwner[]>;
  /** Open memberships of people who may sign in, at most 500, by name; guardians and displays are never among them. */
  listMembers(wish: MemberWish): Promise<CaseMember[]>;
  /** null: the case came from no file. */
  findSource(caseId: string): Promise<CaseSource | null>;
  /** The rules that a case of this lead begins with on a day; null: the program's own. */
  rulesOf(lead: string, on: Day): Promise<CaseRules | null>;
  /** What a house has notified of its facility standards, the earliest first. */
  houseStandards(org: string): Promise<readonly HouseStandards[]>;
  /** What houses call things to check. */
  readonly checkWords: HouseCheckWords;
  /** How many evaluation beds a house keeps; null: it has not said. */
  evaluationBeds(house: string): Promise<number | null>;
  /** Days of its beds that are held, by any case. */
  bedDays(house: string, of: { readonly from: Day; readonly to: Day }): Promise<readonly BedRow[]>;
  /** Who waits for one of its beds, the longest first. */
  bedWaits(house: string, most: number): Promise<readonly BedRow[]>;
  /** Organisation ids of hubs, which see numbers of every case. */
  listHubs(): Promise<readonly string[]>;
  /** Bodies of records by id, newest version. */
  listRecords(
    caseId: string,
    ids: readonly string[],
  ): Promise<{ id: string; kind: string; category: string; body: unknown }[]>;
  /** What was written with these events, newest version; of an event without a text nothing. */
  listTexts(caseId: string, seqs: readonly number[]): Promise<{ seq: number; body: unknown }[]>;
}

/** Refusals and reads go here, never to the case's chain. */
export interface AccessLog {
  write(entry: AccessEntry): void;
  /** Did this person send one of these types to this case since an event, and was told that requirements are unmet? */
  wasRefused(refused: RefusedBefore): Promise<boolean>;
  /** What was done about one case before a place, newest first; of one organisation's people where it is named. */
  pageOfCase(
    caseId: string,
    page: { before: LogPlace | null; limit: number; org: string | null },
  ): Promise<{ entries: LoggedAccess[]; next: LogPlace | null }>;
}
export type LoggedAccess = AccessEntry & { readonly at: string };
/** Where a page of the log begins: behind so many entries of one instant. No number of the whole log leaves the program. */
export type LogPlace = { readonly at: string; readonly past: number };
export type RefusedBefore = {
  readonly caseId: string;
  readonly person: string;
  readonly sinceSeq: number;
  readonly types: readonly string[];
};
export type AccessEntry = {
  readonly action:
    | 'read'
    | 'search'
    | 'refused'
    | 'signIn'
    | 'signOut'
    | 'import'
    | 'watch'
    | 'export'
    | 'password'
    | 'administration';
  readonly person: string | null;
  readonly membership: string | null;
  readonly org: string | null;
  readonly role: string | null;
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly what: string;
  readonly outcome: string;
  readonly requestId: string | null;
};

export interface Clock {
  /** ISO instant with milliseconds. */
  now(): string;
}

export const systemActor: Actor = {
  membership: 'system',
  person: 'system',
  org: 'system',
  role: 'system',
  mayWaive: false,
};
