import {
  addDays,
  type CaseFacts,
  type Category,
  type Check,
  type Day,
  type FullCard,
  isTurnOf,
  REPLY_HOURS,
  sideToMove,
  type TaskKind,
  type Words,
} from '@kaerimichi/discharge';
import { actsAs } from './acts-as.ts';
import { accessOf, cardAccess, categoryRights, type Rights, readsWhole } from './case-access.ts';
import { maySend } from './commands.ts';
import { enquiryFor } from './enquiry.ts';
import { checks, mentions } from './note-and-check-tasks.ts';
import { projectCard } from './project-card.ts';
import { projectDeadlines } from './project-deadlines.ts';
import { seesFact } from './project-facts.ts';
import { asSet, isGivenTo, keyOf } from './set-tasks.ts';
import { isMine, presentOwner } from './task-owners.ts';
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
  /** Whether this viewer may give it to somebody else, or move its day. */
  readonly isSettable: boolean;
};

/** A case as it is kept, and what its requirements and deadlines ask for; nothing of it is projected yet. */
export type TaskSource = {
  readonly card: FullCard;
  /** The row of the viewer's organisation. */
  readonly access: CaseAccess;
  readonly facts: CaseFacts;
  /** Memberships that own something there and hold no longer. */
  readonly gone: readonly string[];
  /** What makes the card's next step true. */
  readonly next: (TaskStep & { readonly category: Category }) | null;
  readonly deadlines: readonly {
    readonly kind: string;
    readonly ref: string;
    readonly on: Day;
    readonly step: TaskStep | null;
  }[];
  /** Open items of the checklists, without those whose condition is met. */
  readonly checks: readonly Check[];
};

/** A dated thing shows this many days ahead of its day. */
export const TASK_DAYS_AHEAD = 7;

/** Before it is known whether it can be set. */
export type Draft = Omit<Task, 'isSettable'>;

export type Asking = TaskSource & {
  readonly viewer: Viewer;
  readonly on: Day;
  readonly rights: Rights;
  /** A step, where this viewer may send it. */
  readonly may: (step: TaskStep | null) => TaskStep | null;
};

/**
 * What a viewer has to do about one case. A category that it does not read has no task for it; where the number alone is
 * seen, there is what its organisation was asked, and nothing else.
 */
export function projectTasks(source: TaskSource, viewer: Viewer, on: Day): Task[] {
  const access = accessOf({ id: source.card.id, access: [{ ...source.access, org: viewer.org }] }, viewer);
  if (!access || source.facts.closing) return [];
  const standing = actsAs(access, source.facts, viewer);
  const may = (step: TaskStep | null) => (step && maySend(viewer, standing, step.event) ? step : null);
  const asking: Asking = { ...source, access, viewer, on, rights: categoryRights(viewer, access), may };
  const tasks = [
    ...enquiries(asking),
    ...holds(asking),
    ...actionItems(asking),
    ...questions(asking),
    ...handoffs(asking),
    ...mentions(asking),
    ...checks(asking),
    ...deadlines(asking),
  ];
  const all = [...turn(source.access, asking).filter(own => !tasks.some(task => says(task, own))), ...tasks];
  return all
    .map(task => settable(asSet(task, asking), asking))
    .filter(({ kind, step, owner }) => step || !ofWhoeverMay.includes(kind) || owner === viewer.membership);
}

/** Tasks of whoever may do them; somebody to whom one was given has it, also to see that another does it. */
const ofWhoeverMay: readonly TaskKind[] = ['question', 'handoff', 'deadline'];

function settable(task: Draft, { may }: Asking): Task {
  return { ...task, isSettable: keyOf(task) !== null && may({ event: 'task.assigned' }) !== null };
}

/** Whether a task asks for what the turn asks for. */
function says(task: Draft, { step, about }: Draft): boolean {
  if (step === null) return about === null && task.kind === 'enquiry';
  // Reading, confirming and accepting are steps of one page.
  if (task.kind === 'handoff') return step.event.startsWith('handoff.');
  return task.step?.event === step.event && Object.entries(step.fill ?? {}).every(isIn(task.step.fill ?? {}));
}
const isIn =
  (fill: Readonly<Record<string, string>>) =>
  ([name, value]: [string, string]): boolean =>
    fill[name] === value;

/** The card says whose turn it is and what is next, to each class what it may know. */
function turn(row: CaseAccess, asking: Asking): Draft[] {
  const { card, viewer, on, rights, next, may } = asking;
  const access = cardAccess(row, viewer);
  const seen = access && projectCard(card, access, { on, org: viewer.org });
  if (!seen?.turn) return [];
  const isGiven =
    (seen.turn.org ?? seen.lead) === viewer.org &&
    isGivenTo(keyOf({ kind: 'turn', about: seen.next, ref: '' }), asking);
  if (!isGiven && !isTurnOf(seen.turn, seen.lead, viewer)) return [];
  const step = seen.next === null || !next ? null : may(next);
  // What a form may fill in belongs to the category; and of several that were asked it may name another.
  const isFilled = step?.fill && next && viewer.org === seen.lead && readsWhole(rights, next.category);
  return [
    {
      kind: 'turn',
      about: seen.next,
      ref: '',
      dueOn: null,
      since: seen.turn.since,
      owner: null,
      step: step && {
        event: step.event,
        ...(isFilled ? { fill: step.fill } : {}),
        ...(step.todo ? { todo: step.todo } : {}),
      },
    },
  ];
}

function enquiries({ facts, access, viewer, on }: Asking): Draft[] {
  const asks = enquiryFor({ facts, access, municipality: null }, viewer, on)?.asks ?? [];
  return asks.map(({ id, function: about, on: since, replyBy: dueOn }) => ({
    kind: 'enquiry',
    about,
    ref: id,
    dueOn,
    since,
    owner: null,
    // Whoever is told of an enquiry answers it.
    step: { event: 'candidate.answered', fill: { candidateId: id } },
  }));
}

function holds(asking: Asking): Draft[] {
  const { facts, rights, may } = asking;
  if (!seesFact('holds', rights)) return [];
  return facts.holds
    .map(hold => ({ ...hold, owner: presentOwner(asking, hold) }))
    .filter(({ owner }) => isMine(asking, owner))
    .map(({ id, code, owner, recheckOn, on }) => ({
      kind: 'hold',
      about: code,
      ref: id,
      dueOn: recheckOn,
      since: on,
      owner: owner ?? null,
      step: may({ event: 'hold.removed', fill: { holdId: id } }),
    }));
}

function actionItems(asking: Asking): Draft[] {
  const { facts, rights, may } = asking;
  if (!seesFact('actionItems', rights)) return [];
  return facts.actionItems
    .map(item => ({ ...item, owner: presentOwner(asking, item) }))
    .filter(({ owner, closedOn }) => !closedOn && isMine(asking, owner))
    .map(({ id, owner, dueOn = null, on }): Draft => {
      const event = owner === undefined ? 'actionItem.assigned' : 'actionItem.closed';
      return {
        kind: 'actionItem',
        about: event,
        ref: id,
        dueOn,
        since: on,
        owner: owner ?? null,
        step: may({ event, fill: { actionItemId: id } }),
      };
    });
}

type Handoff = CaseFacts['handoffs'][number];

/** Since when a handoff is its present side's, and until when an answer is hoped for. */
function daysOf({ sentOn, turnedOn, on }: Handoff): Pick<Task, 'since' | 'dueOn'> {
  const since = [sentOn ?? on, turnedOn ?? on].sort().at(-1) ?? on;
  return { since, dueOn: addDays(since, REPLY_HOURS / 24) };
}

/** What a recipient asked, for whoever of the lead answers. */
function questions({ facts, rights, viewer, may }: Asking): Draft[] {
  if (viewer.org !== facts.lead || !seesFact('handoffs', rights)) return [];
  return facts.handoffs
    .filter(({ status }) => status === 'questioned')
    .flatMap((handoff): Draft[] => {
      const step = may({ event: 'handoff.answered', fill: { handoffId: handoff.id } });
      return handoff.questions
        .filter(({ answered }) => !answered)
        .map(({ id, section }) => ({
          kind: 'question',
          about: section,
          ref: `${handoff.id}.${id}`,
          step,
          owner: null,
          ...daysOf(handoff),
        }));
    });
}

/** What was sent to the viewer's organisation and waits for its answer. */
function handoffs({ facts, rights, viewer, may }: Asking): Draft[] {
  if (viewer.org === facts.lead || !seesFact('handoffs', rights)) return [];
  return facts.handoffs
    .filter(({ org, sentSeq, status }) => org === viewer.org && sentSeq && sideToMove(status) === 'receiver')
    .map((handoff): Draft => {
      const step = may({ event: 'handoff.accepted', fill: { handoffId: handoff.id } });
      return { kind: 'handoff', about: handoff.status, ref: handoff.id, step, owner: null, ...daysOf(handoff) };
    });
}

/** Kinds that stand in the list as what they are the day of. */
const saidElsewhere: readonly string[] = ['holdRecheck', 'actionItem'];

/** What is due within days for whoever may record it. */
function deadlines({ deadlines: all, rights, on, may }: Asking): Draft[] {
  const last = addDays(on, TASK_DAYS_AHEAD);
  return projectDeadlines(all, rights)
    .filter(({ kind, on: dueOn, step }) => dueOn <= last && !saidElsewhere.includes(kind) && step)
    .map(({ kind, ref, on: dueOn, step }) => ({
      kind: 'deadline',
      about: kind,
      ref,
      dueOn,
      since: null,
      owner: null,
      step: may(step),
    }));
}

type Dated = { readonly dueOn?: Day | null | undefined; readonly since?: Day | null | undefined };

/** What is overdue first, then what is due within days, by day; then what has waited longest. */
export const byUrgency =
  (on: Day) =>
  (a: Dated, b: Dated): number => {
    const [dueA, dueB] = [a, b].map(({ dueOn }) => (dueOn && dueOn <= addDays(on, TASK_DAYS_AHEAD) ? dueOn : LATER));
    return (
      compare(dueA, dueB) || compare(a.since ?? LATER, b.since ?? LATER) || compare(a.dueOn ?? LATER, b.dueOn ?? LATER)
    );
  };

/** After every day. */
const LATER = '9999-12-31';
const compare = (a = LATER, b = LATER): number => (a < b ? -1 : a > b ? 1 : 0);
