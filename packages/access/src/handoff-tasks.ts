import {
  addDays,
  answerClocks,
  answerHoursOf,
  type CaseFacts,
  type Day,
  isCallWanted,
  isReviewOpen,
  isReviewToDo,
  REVIEW_DAYS,
  replyDueAt,
  replyDueOn,
  sideToMove,
  taskKey,
  tokyoDay,
  toTalkOver,
} from '@kaerimichi/discharge';
import { seesFact } from './project-facts.ts';
import type { Asking, Draft, Task } from './task.ts';

type Handoff = CaseFacts['handoffs'][number];

/** Since when a handoff is its present side's, and until when an answer is hoped for. */
export function daysOf({ sentOn, turnedOn, turned, on }: Handoff, facts: CaseFacts): Pick<Task, 'since' | 'dueOn'> {
  const since = [sentOn ?? on, turnedOn ?? on].sort().at(-1) ?? on;
  if (!turned) return { since, dueOn: replyDueOn(since) };
  return { since, dueOn: tokyoDay(replyDueAt(turned.at, answerHoursOf(facts).unanswered)) };
}

/** What a recipient asked, for whoever of the lead answers. */
export function questions({ facts, rights, viewer, may }: Asking): Draft[] {
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
          open: 'handoff.answered',
          ...daysOf(handoff, facts),
        }));
    });
}

/** What was sent to the viewer's organisation and waits for its answer. */
export function handoffs({ facts, rights, viewer, may }: Asking): Draft[] {
  if (viewer.org === facts.lead || !seesFact('handoffs', rights)) return [];
  return facts.handoffs
    .filter(({ org, sentSeq, status }) => org === viewer.org && sentSeq && sideToMove(status) === 'receiver')
    .map((handoff): Draft => {
      const step = may({ event: 'handoff.accepted', fill: { handoffId: handoff.id } });
      const open = 'handoff.accepted';
      return {
        kind: 'handoff',
        about: handoff.status,
        ref: handoff.id,
        step,
        owner: null,
        open,
        ...daysOf(handoff, facts),
      };
    });
}

/** What a point of a handoff is about, as a list of tasks says it. */
type HandoffPoint = 'review' | 'reply' | 'talk' | 'call';

type Point = {
  readonly event: string;
  readonly isOpen: (handoff: Handoff, on: Day) => boolean;
  /** Day on which it came up, where that is known. */
  readonly since: (handoff: Handoff) => string | undefined;
  readonly dueOn?: (handoff: Handoff) => string | null;
};

/** What the receiver is asked after the first visit. */
const ofReceiver: Readonly<Record<'review', Point>> = {
  review: {
    event: 'handoff.reviewed',
    isOpen: isReviewToDo,
    since: ({ closedOn }) => closedOn,
    dueOn: ({ closedOn }) => (closedOn ? addDays(closedOn, REVIEW_DAYS) : null),
  },
};

/** What the lead owes: an answer to that, a talk about what was not sure, a call to somebody without an account. */
const ofLead: Readonly<Record<Exclude<HandoffPoint, 'review'>, Point>> = {
  reply: { event: 'handoff.reviewAnswered', isOpen: isReviewOpen, since: ({ review }) => review?.on },
  talk: {
    event: 'handoff.talkedOver',
    isOpen: handoff => toTalkOver(handoff).length > 0,
    since: ({ decidedOn, sentOn }) => decidedOn ?? sentOn,
  },
  call: { event: 'handoff.accepted', isOpen: isCallWanted, since: ({ paper }) => paper?.on },
};

/** What is open of a handoff beside its decision, for whoever of its two ends has it. */
export function handoffPoints({ facts, rights, viewer, on, may }: Asking): Draft[] {
  if (!seesFact('handoffs', rights)) return [];
  const isLead = viewer.org === facts.lead;
  const points = Object.entries(isLead ? ofLead : ofReceiver);
  const own = facts.handoffs.filter(({ org }) => isLead || org === viewer.org);
  return own.flatMap(handoff =>
    points
      .filter(([, { isOpen }]) => isOpen(handoff, on))
      .map(([about, { event, since, dueOn }]): Draft => {
        const step = may({ event, fill: { handoffId: handoff.id } });
        const ref = `${handoff.id}.${about}`;
        return {
          ...{ kind: 'handoff', about, ref, step, owner: null, open: event },
          ...{ since: since(handoff) ?? null, dueOn: dueOn?.(handoff) ?? null },
        };
      }),
  );
}

/**
 * Answers of others that have not come for so long that whoever answers for the case where it is led is told: a head nurse
 * or the attending doctor. Nobody sets such a task: it ends with the answer, or when somebody else is asked.
 */
export function unanswered({ facts, rights, viewer, whose, at, may }: Asking): Task[] {
  const isTheirs = whose.people.some(({ org, flags }) => org === facts.lead && flags.includes('mayWaive'));
  if (viewer.org !== facts.lead || !isTheirs) return [];
  const clocks = answerClocks(facts).filter(({ escalatedAt }) => escalatedAt <= at);
  return clocks
    .filter(({ kind, ref }) => (kind === 'enquiry' ? seesFact('team', rights) : isOthersTurn(facts, ref, rights)))
    .map(({ kind, ref, since, escalatedAt }) => ({
      kind,
      about: UNANSWERED,
      ref,
      step: may({ event: 'task.reminded', fill: { task: taskKey(kind, ref) } }),
      dueOn: tokyoDay(escalatedAt),
      since: tokyoDay(since),
      owner: null,
      isSettable: false,
    }));
}

/** What an escalated answer is about: not the thing itself, but that nothing came. */
export const UNANSWERED = 'unanswered';

const isOthersTurn = ({ handoffs: all }: CaseFacts, ref: string, rights: Asking['rights']): boolean =>
  seesFact('handoffs', rights) && all.some(({ id, status }) => id === ref && sideToMove(status) === 'receiver');
