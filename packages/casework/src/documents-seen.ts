import type { DocumentRule, Rights } from '@kaerimichi/access';
import type { Words } from '@kaerimichi/discharge';
import type { WayAheadSeen } from './casework.ts';
import type { CheckSeen } from './checklists-seen.ts';
import type { KeptVersion } from './documents/kept-documents.ts';
import type { Outcome, RequestMeta } from './outcome.ts';
import type { Identity, SignedIn } from './ports.ts';
import type { Written } from './written.ts';

/** What of a case documents are composed of, as far as whoever prints may read it, before names are filled in by the edge. */
export type DocumentsSeen = {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly lead: string;
  readonly rights: Rights;
  readonly identity: Identity | null;
  /** By category. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly entries: readonly (Written & { readonly told: Words })[];
  /** Entries that were taken back, each with the number of the entry by which it was. */
  readonly takenBack: readonly { readonly entry: Written & { readonly told: Words }; readonly bySeq: number }[];
  /** Versions that are kept, oldest first, of kinds that are asked about. */
  readonly kept: readonly KeptVersion[];
  /** What stands on versions, by id. */
  readonly wholesOf: (versions: readonly KeptVersion[]) => Promise<ReadonlyMap<string, string>>;
  readonly itemTexts: Readonly<Record<string, string>>;
  readonly ahead: readonly WayAheadSeen[];
  readonly checks: readonly CheckSeen[];
  /** Whether this viewer is offered a kind of document of the case. */
  readonly offers: (rule: DocumentRule) => boolean;
  /** Whether this viewer makes versions of it that are kept. */
  readonly keeps: (rule: DocumentRule) => boolean;
};

export type DocumentsAsked = {
  /** Entries that documents read. */
  readonly types: readonly string[];
  /** The document that leaves the screen; without it they are listed. */
  readonly taking?: {
    readonly kind: string;
    readonly rule: DocumentRule;
    /** One that is kept, not what would be composed now. */
    readonly isVersion?: boolean;
  };
  readonly meta: RequestMeta;
};

/** A version that is to be kept, as the edge composed it. */
export type NewVersion = {
  readonly kind: string;
  readonly rule: DocumentRule;
  readonly byDoctor: boolean;
  readonly mayFamily: boolean;
  /** Version of the case that it was composed from, and is written to. */
  readonly basis: number;
  /** What stands on it as text that is kept, and the SHA-256 of that. */
  readonly whole: string;
  readonly content: string;
  readonly meta: RequestMeta;
};

export type Documents = {
  /** Keeps a version of a paper as a draft; a case that changed since it was composed is a conflict. */
  keepDocument(who: SignedIn, caseId: string, version: NewVersion): Promise<Outcome<{ id: string; version: number }>>;
  /** not-permitted to whoever is not offered the kind that is taken, or has a page of its own alone. */
  documents(who: SignedIn, caseId: string, asked: DocumentsAsked): Promise<Outcome<DocumentsSeen>>;
};
