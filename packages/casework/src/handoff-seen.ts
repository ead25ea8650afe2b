import type { HandoffSection, HandoffStatus, PaperAnswer, TeachBackTopic, Words } from '@kaerimichi/discharge';

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
  /** When the text came as it stands; null without one. */
  readonly updatedAt: string | null;
  /** As it was in the version before, where it was another; '' where it was not there. */
  readonly before: string | null;
  /** Of the text as it stands. */
  readonly confirmed: Act | null;
  readonly questions: readonly QuestionSeen[];
};

/** What the receiver is asked to say back, and how far that has come. */
export type SaidBackSeen = {
  readonly topic: TeachBackTopic;
  readonly section: HandoffSection;
  readonly question: Words;
  /** Of the newest answer; null: none yet. */
  readonly said: 'sure' | 'unsure' | null;
  readonly check: 'agreed' | 'toTalk' | 'talked' | null;
  readonly by: Act | null;
  /** null: nothing is written, or it is not shared. */
  readonly text: string | null;
  readonly minutes: number | null;
  /** What was talked over. */
  readonly heard: string | null;
};

/** What the receiver said of it after the first visit, and the answer of the sender. */
export type ReviewSeen = {
  readonly by: Act;
  readonly informed: string;
  readonly differed: readonly HandoffSection[];
  readonly difference: string | null;
  readonly trouble: string | null;
  readonly wantsReply: boolean;
  readonly reply: { readonly by: Act; readonly text: string | null } | null;
};

/** What somebody without an account said of the printed version. */
export type PaperSeen = {
  readonly at: string;
  readonly answer: PaperAnswer;
  readonly way: string;
  readonly version: number;
  readonly saidBy: string | null;
  /** Person who heard it on the telephone, and when it was said. */
  readonly heardBy: string | null;
  readonly saidAt: string | null;
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
  /** Whom to call at night, a part of the first section; `before` as of a section. */
  readonly night: { readonly text: string | null; readonly before: string | null };
  /** Mark of the text that was sent last: an answer is bound to it. */
  readonly hash: string | null;
  readonly saidBack: readonly SaidBackSeen[];
  readonly review: ReviewSeen | null;
  /** Whether this viewer is asked to look back now. */
  readonly isReviewWanted: boolean;
  readonly paper: readonly PaperSeen[];
  readonly sections: readonly SectionSeen[];
  readonly clock: readonly (Act & { readonly step: string })[];
  readonly turn: 'sender' | 'receiver' | null;
  readonly replyDueAt: string | null;
  /** How it was decided, in the words of whoever did. */
  readonly decision: {
    readonly reason: string | null;
    readonly firstVisitOn: string | null;
    readonly text: string | null;
    /** Who else might take the child, as whoever declined says. */
    readonly suggestion: string | null;
    /** What it was about: version, and mark of its text. */
    readonly version: number | null;
    readonly hash: string | null;
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
