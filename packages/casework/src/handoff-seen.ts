import type { HandoffSection, HandoffStatus } from '@kaerimichi/discharge';

/** Who did something, and when; names are filled in by the edge. */
export type Act = { readonly at: string; readonly person: string; readonly org: string };

export type QuestionSeen = {
  readonly id: string;
  readonly by: Act;
  /** null: not shared with whoever reads. */
  readonly text: string | null;
  readonly answer: { readonly by: Act; readonly text: string | null } | null;
};

export type SectionSeen = {
  readonly id: HandoffSection;
  readonly isShared: boolean;
  /** null: nothing is written, or it is not shared. */
  readonly text: string | null;
  /** As it was in the version before, where it was another; '' where it was not there. */
  readonly before: string | null;
  /** Of the text as it stands. */
  readonly confirmed: Act | null;
  readonly questions: readonly QuestionSeen[];
};

/** A handoff as its sender or its recipient reads it. */
export type HandoffSeen = {
  readonly id: string;
  readonly side: 'sender' | 'receiver';
  /** Recipient; null: outside the network, by name. */
  readonly org: string | null;
  readonly outside: string | null;
  readonly status: HandoffStatus;
  readonly version: number;
  /** For the sender: a newer version than the one that was sent is being written. */
  readonly hasDraft: boolean;
  readonly content: string | null;
  readonly sections: readonly SectionSeen[];
  readonly clock: readonly (Act & { readonly step: string })[];
  readonly turn: 'sender' | 'receiver' | null;
  readonly replyDueAt: string | null;
  /** How it was decided, in the words of whoever did. */
  readonly decision: {
    readonly reason: string | null;
    readonly firstVisitOn: string | null;
    readonly text: string | null;
  } | null;
  /** Steps that this viewer can take now. */
  readonly can: readonly string[];
};

export type HandoffsSeen = {
  readonly version: number;
  readonly no: string;
  readonly lead: string;
  readonly handoffs: readonly HandoffSeen[];
  /** Whether this viewer may compose one. */
  readonly mayCompose: boolean;
};
