import type { CaseAccess, Enquiry, Rights } from '@kaerimichi/access';
import type { Day, FullCard, NoteVisibility, OrganisationKind, RoleId } from '@kaerimichi/discharge';
import type { AftercareSeen } from './aftercare/aftercare-seen.ts';
import type { AnswersSeen } from './answers-seen.ts';
import type { Attachments } from './attachments/attachments.ts';
import type { ChecklistsSeen } from './checklists-seen.ts';
import type { ConferencesSeen } from './conferences/conferences-seen.ts';
import type { GuestSeat, SeatPlace } from './conferences/guest.ts';
import type { Documents } from './documents-seen.ts';
import type { FamilyPaper } from './family/family-papers.ts';
import type { FamilySeen } from './family-seen.ts';
import type { HandoffsSeen } from './handoff-seen.ts';
import type { MergeCases } from './merge-cases.ts';
import type { Outcome, ReasonWords, RequestMeta, WriteAnswer } from './outcome.ts';
import type { AccessLog, CaseStore, Clock, Identity, LogPlace, SignedIn } from './ports.ts';
import type { PreparationSeen } from './preparation/preparation-seen.ts';
import type { ProposedSection } from './propose-handoff.ts';
import type { DeclinedSeen } from './read-handoffs.ts';
import type { ToldPart, VersionMark } from './told-parts.ts';

export type CaseworkPorts = {
  readonly store: CaseStore;
  readonly log: AccessLog;
  readonly clock: Clock;
};

/** A write as it comes in: `body` is parsed JSON, `bodyHash` covers method, path and body without If-Match. */
export type SendEvent = {
  readonly who: SignedIn;
  readonly caseId: string;
  /** Version of If-Match, or '*' for events marked append. null: header missing (428). */
  readonly match: number | '*' | null;
  readonly key: { readonly key: string; readonly bodyHash: string };
  readonly body: unknown;
  readonly meta: RequestMeta;
};

export type RegisterCase = {
  readonly who: SignedIn;
  readonly key: { readonly key: string; readonly bodyHash: string };
  /** Parsed by contracts' `registration`. */
  readonly registration: NewRegistration;
  readonly meta: RequestMeta;
};

export type NewRegistration = {
  readonly lead: string;
  readonly identity: Identity;
  readonly bornOn?: string | undefined;
  readonly expectedOn?: string | undefined;
  readonly gestationWeeks?: number | undefined;
  readonly reason: string;
  readonly origin: string;
  readonly needs?: readonly string[] | undefined;
  readonly draft?: string | undefined;
  readonly referral?: string | undefined;
  /** Demo only: a wanted number. */
  readonly no?: string | undefined;
};

/** A case as its viewer may see it, before words and names are filled in by the edge. */
export type CaseSeen = {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly stage: string;
  readonly step: string | null;
  readonly column: string;
  readonly tracks: Readonly<Record<string, string>>;
  readonly adult: string;
  readonly access: CaseAccess;
  /** What this viewer may see of each category. */
  readonly rights: Rights;
  readonly facts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly hidden: readonly string[];
  /** What was written of the action items among the facts, by id. */
  readonly itemTexts: Readonly<Record<string, string>>;
  readonly identity: Identity | null;
  readonly bornOn: string | null;
  readonly card: FullCard;
  readonly can: readonly string[];
  /** What this viewer's organisation was asked and has to answer; null: nothing. */
  readonly enquiry: Enquiry | null;
  /** Whether this viewer may read who looked at the case. */
  readonly accessLog: boolean;
  /** A hospital's file may have told something that this viewer is shown. */
  readonly hasSource: boolean;
  /** Whether this viewer is told what the case would make payable. */
  readonly fees: boolean;
};

/** One forward move as a viewer is told of it: what it asks, whoever makes it. */
export type WayAheadSeen = Pick<TransitionSeen, 'event' | 'to' | 'label' | 'reasons' | 'done'> & {
  readonly from: string;
};

export type TransitionSeen = {
  readonly event: string;
  readonly to: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly forward: boolean;
  /** Whether this person may make the move at all; shown to others for what is missing. */
  readonly permitted: boolean;
  readonly enabled: boolean;
  readonly reasons: readonly ReasonWords[];
  readonly done: readonly {
    readonly code: string;
    readonly text: { readonly ja: string; readonly en: string };
    readonly how: 'met' | 'waived' | 'beforeAdoption' | 'notAsked';
    readonly evidence?: { seq?: number; recordId?: string; on?: string; until?: string };
  }[];
  readonly effects: readonly { readonly ja: string; readonly en: string }[];
  readonly warnings: readonly { readonly ja: string; readonly en: string }[];
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly needs: readonly string[];
};

/** Who wrote an entry, before names are filled in by the edge. */
type Sender = {
  readonly membership: string;
  /** null: not named to this viewer. */
  readonly person: string | null;
  readonly org: string;
  readonly role: string;
};

/** Somebody whom a note may call, by the notes of the asking organisation that they read. */
export type NoteReader = {
  readonly id: string;
  readonly name: string;
  readonly role: RoleId;
  readonly org: string;
  readonly orgKana: string | null;
  readonly isOwn: boolean;
  readonly reads: readonly NoteVisibility[];
};

export type HistoryEntry = {
  readonly seq: number;
  readonly type: string;
  readonly label: { readonly ja: string; readonly en: string };
  /** null: of entries that are not shared. */
  readonly at: string | null;
  /** Entries in a row that are not shared, which this one stands for: up to its seq. */
  readonly count?: number;
  readonly occurredOn?: string | undefined;
  readonly stage: string;
  /** null: told to nobody who sees nothing of the entry's category. */
  readonly by: Sender | null;
  readonly category: string;
  /** null: outside what this viewer may see. */
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly texts: Readonly<Record<string, string>> | null;
  /** Taken back: by whoever may alone, or by a second person where it takes two. */
  readonly corrected: boolean;
  /** Who proposed the correction that waits for a second person; null: nobody, or told to nobody who sees no corrections. */
  readonly proposed: Sender | null;
  /** Whether this viewer could send `entry.corrected` for it now. */
  readonly correctable: boolean;
  /** Whether this viewer could write a new version of this note now. */
  readonly revisable: boolean;
  /** Whether this note calls this viewer, who has not answered. */
  readonly called: boolean;
};

/** One look at a case, or one refusal, before names are filled in by the edge. */
export type AccessTold = {
  readonly at: string;
  readonly action: string;
  readonly what: string;
  readonly outcome: string;
  /** null: told to nobody who sees nothing of what was refused; a person without a name has no part in the case. */
  readonly by: { readonly person: string | null; readonly org: string | null; readonly role: string | null } | null;
};

/** What a hospital's file told of a case, before names are filled in by the edge. */
export type SourceSeen = {
  readonly org: string;
  readonly madeFrom: VersionMark;
  readonly newest: VersionMark;
  /** The draft, for whoever may open it. */
  readonly draft: string | null;
  readonly parts: readonly ToldPart[];
};
/** `isNoted`: the look stands in the log already, and is not written a second time. */
export type LookMeta = RequestMeta & { readonly isNoted?: boolean };

/** Whom a preview is about: somebody of a role in an organisation. */
export type Partner = { readonly org: string; readonly kind: OrganisationKind; readonly role: RoleId };

/** The use cases around one case. Every one starts with who is asking; a case outside one's scope is `not-found`. */
export interface Casework extends AnswersSeen, Attachments, Documents {
  send(command: SendEvent): Promise<Outcome<WriteAnswer>>;
  /** The worker's own events (time kind): no session, no key. */
  sendTimeEvent(
    caseId: string,
    event: { type: string; body: Record<string, unknown>; texts?: Readonly<Record<string, string>> },
  ): Promise<Outcome<{ version: number }>>;
  /** Makes one case of two; who may is asked by whoever calls. */
  merge(command: MergeCases): Promise<Outcome<{ survivor: string }>>;
  register(command: RegisterCase): Promise<Outcome<WriteAnswer>>;
  view(who: SignedIn, caseId: string, meta: LookMeta): Promise<Outcome<CaseSeen>>;
  source(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<SourceSeen | null>>;
  /**
   * The case as somebody of an organisation sees it now, for whoever may record the family's consent; null: it is told
   * that there is no such case. `partner` is null where there is no such organisation.
   */
  preview(
    who: SignedIn,
    caseId: string,
    look: { partner: Partner | null; meta: RequestMeta },
  ): Promise<Outcome<CaseSeen | null>>;
  /** What a guardian is told of the one child of its invitation; not-found for everybody else. */
  family(who: SignedIn, meta: RequestMeta): Promise<Outcome<FamilySeen>>;
  /** One of the papers that were given to the family; not-found for everybody else. */
  familyPaper(who: SignedIn, id: string, meta: RequestMeta): Promise<Outcome<FamilyPaper>>;
  transitions(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<readonly TransitionSeen[]>>;
  /** Every move on the way forward, with what each still asks; nothing to whoever does not see the plan. */
  ahead(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<readonly WayAheadSeen[]>>;
  /** What each way out of one stage asks today. */
  ways(
    who: SignedIn,
    of: { caseId: string; stage: string },
    meta: RequestMeta,
  ): Promise<Outcome<readonly WayAheadSeen[]>>;
  /** Organisations of whose duty this person is told with a case, the lead first; null: of none. */
  duty(who: SignedIn, caseId: string, meta: LookMeta): Promise<Outcome<readonly string[] | null>>;
  /** Notes that what this person sees of a case leaves the screen. */
  noteExport(who: SignedIn, caseId: string, taken: { what: string; meta: RequestMeta }): Promise<Outcome<null>>;
  checklists(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<ChecklistsSeen>>;
  preparation(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<PreparationSeen>>;
  /** `from`: first day of the strip of beds; null: as the next evaluation admission asks for it. */
  aftercare(
    who: SignedIn,
    caseId: string,
    asked: { from: Day | null; meta: RequestMeta },
  ): Promise<Outcome<AftercareSeen>>;
  conferences(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<ConferencesSeen>>;
  /** What a guest by a link is told; who holds one is asked by whoever calls. null: it is asked for nothing any more. */
  guestSeat(place: SeatPlace): Promise<GuestSeat | null>;
  readers(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<readonly NoteReader[]>>;
  handoffProposal(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<readonly ProposedSection[]>>;
  handoffs(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<HandoffsSeen>>;
  /** not-found for a handoff that nobody declined. */
  declinedHandoff(
    who: SignedIn,
    asked: { readonly caseId: string; readonly handoffId: string; readonly meta: RequestMeta },
  ): Promise<Outcome<DeclinedSeen>>;
  history(
    who: SignedIn,
    caseId: string,
    page: { after: number; limit: number; meta: RequestMeta },
  ): Promise<Outcome<{ events: readonly HistoryEntry[]; version: number }>>;
  accessLog(
    who: SignedIn,
    caseId: string,
    page: { before: LogPlace | null; limit: number; meta: RequestMeta },
  ): Promise<Outcome<{ entries: readonly AccessTold[]; next: LogPlace | null }>>;
}
