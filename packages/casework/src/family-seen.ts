import type {
  AskedPoint,
  CareNeed,
  CaseFacts,
  Category,
  Day,
  ReadinessItem,
  ReadinessLevel,
} from '@kaerimichi/discharge';
import type { FamilyStep } from '@kaerimichi/discharge/chart';
import type { Sharing } from './family/sharing.ts';

/** A day or a time on which something happens with the child; `to`: its last day. */
export type FamilyDate = { readonly kind: string; readonly on: Day; readonly to: Day | null };

type Consent = CaseFacts['consents'][number];

/** What a guardian is told of its child, before names of organisations are filled in by the edge. */
export type FamilySeen = {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly child: string | null;
  readonly relation: string;
  readonly granted: readonly Category[];
  readonly over: 'deceased' | 'closed' | null;
  readonly now: { readonly step: FamilyStep; readonly stage: string } | null;
  readonly arranging: readonly string[];
  readonly dates: readonly FamilyDate[];
  readonly contacts: readonly { readonly when: string; readonly topic: string | null; readonly text: string }[];
  readonly team: readonly { readonly org: string; readonly functions: readonly string[]; readonly isLead: boolean }[];
  readonly tasks: readonly {
    readonly id: string;
    /** What there is to do, as it was written; null: nothing was. */
    readonly what: string | null;
    readonly since: Day;
    readonly dueOn: Day | null;
    readonly doneOn: Day | null;
  }[];
  /** Meetings to which the family is asked, as long as it is asked for something: when it can come, or that it has the minutes. */
  readonly meetings: readonly {
    readonly conference: string;
    readonly seat: string;
    readonly asks: 'answer' | 'confirm';
    readonly slots: readonly { readonly id: string; readonly on: Day; readonly at: string }[];
    /** By proposed time; null: not answered. */
    readonly answers: Readonly<Record<string, string>> | null;
  }[];
  /** What care the child needs: the clinical record in plain words, and all that is told of it. */
  readonly care: readonly CareNeed[];
  readonly skills: readonly { readonly procedure: string; readonly level: number; readonly on: Day }[];
  /** What the guardian said of itself, oldest first. */
  readonly ratings: readonly { readonly procedure: string; readonly rating: number; readonly on: Day }[];
  /** The stay whose diary is open to the guardian, with what it wrote itself; null: there was none, or not granted. */
  readonly stay: {
    readonly id: string;
    readonly from: Day;
    readonly to: Day;
    readonly isAway: boolean;
    readonly diary: readonly { readonly at: string; readonly isProblem: boolean; readonly text: string }[];
  } | null;
  /** What the family is asked about the days at home, and what this guardian answered of it; null: nothing now. */
  readonly followUp: {
    readonly point: AskedPoint;
    readonly answer: {
      readonly on: Day;
      readonly sleepHours: number;
      readonly fatigue: number;
      readonly unplannedVisits: number;
      readonly wantsCall: boolean;
      readonly going: string | null;
      readonly worry: string | null;
    } | null;
  } | null;
  /** What this person is asked about the way into adult care, and said itself; null: nothing, or not granted. */
  readonly readiness: {
    readonly voice: 'young' | 'family';
    readonly answers: Readonly<Partial<Record<ReadinessItem, ReadinessLevel>>>;
    /** What the young person keeps to itself, newest first; null: it is somebody else, or too young. */
    readonly own: readonly { readonly item: ReadinessItem; readonly on: Day; readonly text: string }[] | null;
  } | null;
  /** What to bring to the evaluation admission that comes; null: nothing is written. */
  readonly bring: string | null;
  readonly schemes: readonly { readonly kind: string; readonly state: string; readonly until: Day | null }[];
  /** Whose turn it is: its own, or of whoever goes on; null: nobody's, or not granted. */
  readonly turn: { readonly isOwn: boolean; readonly org: string | null } | null;
  /** Papers that are in force and were given to the family, the newest first. */
  readonly papers: readonly { readonly id: string; readonly kind: string; readonly nth: number; readonly at: string }[];
  /** Who sees what of the child, and since when. */
  readonly sharing: readonly Sharing[];
  readonly received: readonly { readonly kind: string; readonly on: Day }[];
  readonly consents: readonly (Pick<Consent, 'id' | 'categories' | 'purpose' | 'from'> & {
    readonly recipient: string | null;
    readonly until: Day | null;
    readonly state: 'ahead' | 'valid' | 'ended';
    readonly mayWithdraw: boolean;
  })[];
  readonly power: { readonly checked: boolean; readonly plan: boolean; readonly on: Day } | null;
};
