import type { CaseAccess } from '@kaerimichi/access';
import type { CaseEvent, CaseFacts, Day, FullCard, MembershipFlag, RoleId } from '@kaerimichi/discharge';
import type { HouseCheckWords } from './check-words.ts';
import type { Clock } from './ports.ts';

/** A card and how the organisation that asked stands to its case. */
export type BoardEntry = { readonly card: FullCard; readonly access: CaseAccess; readonly active: boolean };

export type OpenCase = {
  readonly caseId: string;
  readonly facts: CaseFacts;
  /** Memberships that own something open there and hold no longer. */
  readonly gone: readonly string[];
};

/** Whose list is asked for: the organisation, memberships that may be named in it, and cases that its board points to. */
export type OpenWish = {
  readonly org: string;
  readonly memberships: readonly string[];
  readonly caseIds: readonly string[];
  /** Whether an enquiry may lie in a case of which the number alone is seen: a hub sees the number of every case. */
  readonly isAsked: boolean;
  readonly on: Day;
  readonly limit: number;
  /** No other cases than these. */
  readonly among?: readonly string[];
};

/** What a membership has read of a case, and what it wants to hear of it no more. */
export type ReadMark = {
  readonly caseId: string;
  readonly seq: number;
  /** What there was to do then, by name. */
  readonly told: readonly string[];
  readonly muted: readonly string[];
};

/** A case in which something happened since it was read, unprojected: its newest events, the newest first. */
export type ChangedCase = Pick<ReadMark, 'caseId' | 'muted'> & {
  readonly version: number;
  readonly facts: CaseFacts;
  readonly access: CaseAccess;
  readonly events: readonly CaseEvent[];
  /** What corrections among them are about. */
  readonly targets: readonly CaseEvent[];
};

/** Somebody of the own organisation, as far as what they have to do depends on it. */
export type Colleague = {
  readonly id: string;
  readonly person: string;
  readonly role: RoleId;
  readonly flags: readonly MembershipFlag[];
};

/** What lists of tasks and of notices are read from. */
export type InboxPorts = {
  readonly clock: Clock;
  readonly store: {
    readonly board: {
      of(org: string): Promise<readonly BoardEntry[]>;
      cardsOf(org: string, caseIds: readonly string[]): Promise<readonly BoardEntry[]>;
      openFacts(wish: OpenWish): Promise<readonly OpenCase[]>;
    };
    readonly ruleSets: { readonly checkWords: HouseCheckWords };
    readonly inbox: {
      marksOf(membership: string): Promise<readonly ReadMark[]>;
      changedSince(reader: { membership: string; org: string; limit: number }): Promise<readonly ChangedCase[]>;
    };
    readonly memberships: { find(id: string): Promise<Colleague | null> };
    /** For whom a membership stands in today, by name. */
    readonly substitutes: {
      standingIn(membership: string): Promise<readonly { readonly membership: string; readonly name: string }[]>;
    };
  };
};
