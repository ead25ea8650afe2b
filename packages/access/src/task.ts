import {
  type CaseFacts,
  type Category,
  type Check,
  type Day,
  type FullCard,
  type TaskKind,
  tokyoDay,
  type Words,
} from '@kaerimichi/discharge';
import { actsAs } from './acts-as.ts';
import { accessOf, categoryRights, type Rights } from './case-access.ts';
import { maySend } from './commands.ts';
import type { Whose } from './set-tasks.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

/** An event that makes a task true, what its form may fill in, and the task in words where its kind alone says too little. */
export type TaskStep = {
  readonly event: string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly todo?: Words;
};

/** Something that one membership has to do about a case. */
export type Task = {
  readonly kind: TaskKind;
  /**
   * What it is about: the requirement or move of a turn, the function of an enquiry, the code of a hold, the section of a
   * question, the status of a handoff, the kind of a deadline. null: not told.
   */
  readonly about: string | null;
  /** Which of several of a kind; empty for the turn. */
  readonly ref: string;
  /** null: the viewer itself sends nothing that settles it. */
  readonly step: TaskStep | null;
  readonly dueOn: Day | null;
  /** Day on which it came to whoever has it. */
  readonly since: Day | null;
  /** Membership to whom it was given by name; null: it is the role's. */
  readonly owner: string | null;
  /** Until when the owner has it in another's place; absent: for good. */
  readonly lentUntil?: string;
  /** When somebody who waits for it last said so, of which organisation. */
  readonly reminded?: { readonly at: string; readonly org: string };
  /** Whether this viewer may give it to somebody else, or move its day. */
  readonly isSettable: boolean;
};

export type NextStep = TaskStep & { readonly category: Category };

/** A case as it is kept, and what its requirements and deadlines ask for; nothing of it is projected yet. */
export type TaskSource = {
  readonly card: FullCard;
  /** The row of the viewer's organisation. */
  readonly access: CaseAccess;
  readonly facts: CaseFacts;
  /** Memberships that own something there and hold no longer. */
  readonly gone: readonly string[];
  /** What makes the card's next step true. */
  readonly next: NextStep | null;
  /** Other open requirements of the forward move, in order, with whose turn each is. */
  readonly others: readonly {
    readonly id: string;
    readonly turn: NonNullable<FullCard['turn']>;
    readonly next: NextStep | null;
  }[];
  readonly deadlines: readonly {
    readonly kind: string;
    readonly ref: string;
    readonly on: Day;
    readonly step: TaskStep | null;
  }[];
  /** Open items of the checklists, without those whose condition is met. */
  readonly checks: readonly Check[];
  /** Exceptions that were asked for and are open; `wanted`: the one of two that is still wanted. */
  readonly asks: readonly {
    readonly requirement: string;
    readonly by: string;
    readonly on: Day;
    readonly wanted: 'headNurse' | 'doctor' | null;
  }[];
};

/** Before it is known whether it can be set. */
export type Draft = Omit<Task, 'isSettable'> & {
  /** The event of whoever may send it, where a task is of nobody in particular. */
  readonly open?: string | undefined;
};

export type Asking = TaskSource & {
  readonly viewer: Viewer;
  readonly whose: Whose;
  readonly at: string;
  readonly on: Day;
  readonly rights: Rights;
  /** A step, where this viewer may send it. */
  readonly may: (step: TaskStep | null) => TaskStep | null;
};

/** A case as a viewer asks about it at an instant; null: it sees nothing of it, or the case is over. */
export function askAbout(
  source: TaskSource,
  viewer: Viewer,
  { at, whose }: { at: string; whose: Whose },
): Asking | null {
  const access = accessOf(asCase(source, viewer), viewer);
  if (!access || source.facts.closing) return null;
  const standing = actsAs(access, source.facts, viewer);
  const may = (step: TaskStep | null) => (step && maySend(viewer, standing, step.event) ? step : null);
  const rights = categoryRights(viewer, access);
  return { ...source, access, viewer, whose, at, on: tokyoDay(at), rights, may };
}

export const asCase = ({ card, access }: TaskSource, { org }: Viewer) => ({
  id: card.id,
  access: [{ ...access, org }],
});
