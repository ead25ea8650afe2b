import type { CaseFacts, Day, Fits, TeamFunction, Words } from '@kaerimichi/discharge';
import type { SlotStanding } from './propose-slot.ts';

type Conference = CaseFacts['conferences'][number];

/** 日程を決める, 議題, 当日, 議事録, 確認済み. */
export const conferenceSteps = ['date', 'agenda', 'day', 'minutes', 'confirmed'] as const;
export type ConferenceStep = (typeof conferenceSteps)[number];

/** Who is asked, before names of organisations are filled in by the edge. */
export type SeatSeen = {
  readonly id: string;
  readonly function: TeamFunction;
  readonly org: string | null;
  /** As it was written; null: nothing was. */
  readonly who: string | null;
  readonly required: boolean;
  /** By proposed time; null: not answered. */
  readonly answers: Readonly<Record<string, Fits | 'open'>> | null;
  readonly comment: string | null;
  readonly answeredOn: Day | null;
  readonly remindedOn: Day | null;
  readonly confirmedOn: Day | null;
  readonly isOwn: boolean;
  readonly mayAnswer: boolean;
  readonly mayConfirm: boolean;
  /** null: this viewer asks nobody again; empty: now; else why not. */
  readonly askAgain: { readonly whyNot: Words | null } | null;
};

export type AgendaSeen = {
  readonly id: string;
  readonly what: string | null;
  readonly takes: number;
  readonly presenter: TeamFunction | null;
  readonly document: string | null;
};

export type ConferenceSeen = Pick<Conference, 'id' | 'kind' | 'ordinal' | 'attended' | 'minutes'> & {
  readonly step: ConferenceStep;
  readonly plannedOn: Day | null;
  readonly startsAt: string | null;
  readonly heldOn: Day | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly interpreting: string | null;
  readonly slots: readonly SlotStanding[];
  /** Id of the time that is proposed to be settled; null: none. */
  readonly best: string | null;
  readonly seats: readonly SeatSeen[];
  readonly agenda: readonly AgendaSeen[];
  readonly online: readonly TeamFunction[];
  readonly decided: readonly { readonly id: string; readonly what: string | null }[];
  readonly items: readonly {
    readonly id: string;
    readonly what: string | null;
    readonly owner: string | null;
    readonly dueOn: Day | null;
    readonly closedOn: Day | null;
  }[];
  readonly isUnfinished: boolean;
  readonly minutesText: string | null;
  readonly sharedOn: Day | null;
  readonly addenda: readonly { readonly on: Day; readonly text: string; readonly org: string }[];
  /** What the record of joint guidance wants, as far as it is kept or not; null: not told to this viewer. */
  readonly record: readonly { readonly code: string; readonly text: Words; readonly ok: boolean | 'unknown' }[] | null;
};

export type ConferencesSeen = {
  readonly conferences: readonly ConferenceSeen[];
  /** Whether this viewer gives guests links. */
  readonly mayInviteGuests: boolean;
  /** Events that this viewer may send now. */
  readonly can: readonly string[];
};
