import { addDays, isTurnOf } from '@kaerimichi/discharge';
import { actsAs } from './acts-as.ts';
import { TASK_DAYS_AHEAD } from './by-urgency.ts';
import { accessOf, cardAccess, readsWhole } from './case-access.ts';
import { maySend } from './commands.ts';
import { enquiryFor } from './enquiry.ts';
import { isEscalatedTo } from './escalation.ts';
import { handoffPoints, handoffs, questions, unanswered } from './handoff-tasks.ts';
import { approvals, checks, exceptions, mentions } from './note-and-check-tasks.ts';
import { projectCard } from './project-card.ts';
import { projectDeadlines } from './project-deadlines.ts';
import { seesFact } from './project-facts.ts';
import { seats } from './seat-tasks.ts';
import { asSet, isGivenTo, keyOf, ownTasks } from './set-tasks.ts';
import { type Asking, asCase, askAbout, type Draft, type NextStep, type Task, type TaskSource } from './task.ts';
import { isMine, presentOwner } from './task-owners.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

/**
 * What a viewer, or whoever it asks for, has to do about one case at an instant. A category that the viewer does not read
 * has no task for it, and no step is another's; where the number alone is seen, there is what its organisation was asked,
 * and nothing else.
 */
export function projectTasks(source: TaskSource, viewer: Viewer, at: string, whose = ownTasks(viewer)): Task[] {
  const asking = askAbout(source, viewer, { at, whose });
  if (!asking) return [];
  const tasks = [
    ...enquiries(asking),
    ...holds(asking),
    ...actionItems(asking),
    ...questions(asking),
    ...handoffs(asking),
    ...handoffPoints(asking),
    ...seats(asking),
    ...mentions(asking),
    ...checks(asking),
    ...exceptions(asking),
    ...approvals(asking),
    ...deadlines(asking),
  ];
  const all = [...turns(source.access, asking).filter(own => !tasks.some(task => says(task, own))), ...tasks];
  const own = all
    .filter(
      ({ open, ...task }) => open === undefined || isGivenTo(keyOf(task), asking) || maySome(open, source, asking),
    )
    .map(({ open: _open, ...task }) => settable(asSet(task, asking), asking));
  return [...own, ...unanswered(asking)];
}

/** Whether one of those whose tasks they are may send an event there. */
const maySome = (event: string, source: TaskSource, { whose }: Asking): boolean =>
  whose.people.some(person => {
    const access = accessOf(asCase(source, person), person);
    return access !== null && maySend(person, actsAs(access, source.facts, person), event);
  });

function settable(task: Draft, { may }: Asking): Task {
  return { ...task, isSettable: keyOf(task) !== null && may({ event: 'task.assigned' }) !== null };
}

/** Whether a task asks for what the turn asks for. */
function says(task: Draft, { step, about }: Draft): boolean {
  if (step === null) return about === null && task.kind === 'enquiry';
  // Reading, confirming and accepting are steps of one page.
  if (task.kind === 'handoff' && !task.ref.includes('.')) return step.event.startsWith('handoff.');
  return task.step?.event === step.event && Object.entries(step.fill ?? {}).every(isIn(task.step.fill ?? {}));
}
const isIn =
  (fill: Readonly<Record<string, string>>) =>
  ([name, value]: [string, string]): boolean =>
    fill[name] === value;

/**
 * The card says whose turn it is and what is next, to each class what it may know. Whoever is told the next step is told
 * what else is open and theirs, if they can do it now.
 */
function turns(row: CaseAccess, asking: Asking): Draft[] {
  const { card, viewer, on, next, others } = asking;
  const access = cardAccess(row, viewer);
  const seen = access && projectCard(card, access, { on, org: viewer.org });
  if (!seen) return [];
  const { lead } = seen;
  const first = seen.turn ? turn({ about: seen.next, lead, turn: seen.turn, next }, asking) : [];
  if (seen.next === null) return first;
  const besides = others
    .flatMap(({ id, turn: whose, next: does }) => turn({ about: id, lead, turn: whose, next: does }, asking))
    .filter(({ step }) => step !== null);
  return [...first, ...besides].filter((own, at, all) => !all.slice(0, at).some(before => says(before, own)));
}

type Turn = {
  readonly about: string | null;
  readonly lead: string;
  readonly turn: NonNullable<TaskSource['card']['turn']>;
  readonly next: NextStep | null;
};

function turn({ about, lead, turn: whoseTurn, next }: Turn, asking: Asking): Draft[] {
  const { viewer, whose, rights, may } = asking;
  const isGiven = (whoseTurn.org ?? lead) === viewer.org && isGivenTo(keyOf({ kind: 'turn', about, ref: '' }), asking);
  if (!isGiven && !whose.people.some(person => isTurnOf(whoseTurn, lead, person))) return [];
  const step = about === null || !next ? null : may(next);
  // What a form may fill in belongs to the category; and of several that were asked it may name another.
  const isFilled = step?.fill && next && viewer.org === lead && readsWhole(rights, next.category);
  return [
    {
      kind: 'turn',
      about,
      ref: '',
      dueOn: null,
      since: whoseTurn.since,
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
    .filter(({ id, owner, recheckOn: dueOn }) => {
      const task = { kind: 'hold', about: null, ref: id } as const;
      return isMine(asking, keyOf(task), owner) || isEscalatedTo(asking, 'holdRecheck', { ...task, dueOn });
    })
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
    .filter(({ closedOn }) => !closedOn)
    .filter(({ id, owner, dueOn = null }) => {
      const task = { kind: 'actionItem', about: null, ref: id } as const;
      return isMine(asking, keyOf(task), owner) || isEscalatedTo(asking, 'actionItem', { ...task, dueOn });
    })
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

/** Kinds that stand in the list as what they are the day of. */
const saidElsewhere: readonly string[] = ['holdRecheck', 'actionItem'];

/** What is due within days for whoever may record it; once it is escalated, also for who answers for the case. */
function deadlines(asking: Asking): Draft[] {
  const { deadlines: all, rights, on, may } = asking;
  const last = addDays(on, TASK_DAYS_AHEAD);
  return projectDeadlines(all, rights)
    .filter(({ kind, on: dueOn, step }) => dueOn <= last && !saidElsewhere.includes(kind) && step)
    .map(({ kind, ref, on: dueOn, step }) => {
      const task = { kind: 'deadline', about: kind, ref, dueOn } as const;
      const open = isEscalatedTo(asking, kind, task) ? undefined : step?.event;
      return { ...task, since: null, owner: null, step: may(step), open };
    });
}
