import type { DocumentRule, Rights } from '@kaerimichi/access';
import type { Words } from '@kaerimichi/discharge';
import type { WayAheadSeen } from './casework.ts';
import type { CheckSeen } from './checklists-seen.ts';
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
  readonly itemTexts: Readonly<Record<string, string>>;
  readonly ahead: readonly WayAheadSeen[];
  readonly checks: readonly CheckSeen[];
  /** Whether this viewer is offered a kind of document of the case. */
  readonly offers: (rule: DocumentRule) => boolean;
};

export type DocumentsAsked = {
  /** Entries that documents read. */
  readonly types: readonly string[];
  /** The document that leaves the screen; without it they are listed. */
  readonly taking?: { readonly kind: string; readonly rule: DocumentRule };
  readonly meta: RequestMeta;
};

export type Documents = {
  /** not-permitted to whoever is not offered the kind that is taken, or has a page of its own alone. */
  documents(who: SignedIn, caseId: string, asked: DocumentsAsked): Promise<Outcome<DocumentsSeen>>;
};
