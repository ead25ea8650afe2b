import { checksOf, isOpenCheck } from '../checklists/checklist.ts';
import type { DeadlineKind } from '../deadline-kinds.ts';
import { stepOfDeadline } from '../deadline-steps.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { CaseFacts } from '../facts.ts';
import { isCallWanted, isReviewOpen, isReviewToDo, toTalkOver } from '../handoff/open-points.ts';
import { sideToMove } from '../handoff/turn.ts';
import { requirements, standingOf } from '../requirements.ts';
import { isUnanswered, isUnconfirmed } from '../stages/joint-conference/seats.ts';
import type { Day } from '../vocabulary.ts';
import { deadlineOfRef, MOVE, type TaskRef, taskRef } from './task-key.ts';

/** An open task: whose it is, and who has it by name. */
export type OpenTask = {
  /** null: a hub's, which the facts do not name. */
  readonly org: string | null;
  readonly owner?: string | undefined;
  /** Who has it for a while in the owner's place. */
  readonly lent?: { readonly to: string; readonly until: string } | undefined;
  /** When somebody who waits for it last said so, of which organisation. */
  readonly reminded?: { readonly at: string; readonly org: string } | undefined;
  /** Organisation beside the lead that waits for it by name: whose question or handoff it is. */
  readonly waiting?: string | undefined;
};

/** The task of a key as the facts are on a day; null when there is no such task, or no longer. */
export function openTask(facts: CaseFacts, key: string, on: Day): OpenTask | null {
  const task = taskRef(key);
  if (!task || facts.closing) return null;
  const open = openOf(facts, task, on);
  const { owner, lent, reminded } = facts.tasks?.find(own => own.key === key) ?? {};
  return open && { ...open, ...(owner && { owner }), ...(lent && { lent }), ...(reminded && { reminded }) };
}

/** Days of holds and action items, which are tasks by themselves. */
const ofItems: readonly DeadlineKind[] = ['holdRecheck', 'actionItem'];

/** A handoff that whoever received it has to answer. */
function handoffOf({ handoffs, lead }: CaseFacts, ref: string): OpenTask | null {
  const sent = handoffs.find(({ id, status, sentSeq }) => id === ref && sentSeq && sideToMove(status));
  return sent && sideToMove(sent.status) === 'receiver' ? { org: sent.org ?? lead } : null;
}

function openOf(facts: CaseFacts, { kind, ref }: TaskRef, on: Day): OpenTask | null {
  const ofLead = { org: facts.lead };
  const byId = ({ id }: { readonly id: string }) => id === ref;
  switch (kind) {
    case 'turn':
      return turnOf(facts, ref, on);
    case 'hold': {
      const hold = facts.holds.find(byId);
      return hold ? { ...ofLead, owner: hold.owner } : null;
    }
    case 'actionItem': {
      const item = facts.actionItems.find(byId);
      return item && !item.closedOn ? { ...ofLead, owner: item.owner } : null;
    }
    case 'enquiry': {
      const asked = facts.team.find(({ id, state }) => id === ref && state === 'asked');
      return asked ? { org: asked.org ?? facts.lead } : null;
    }
    case 'handoff':
      return handoffPoint(facts, ref, on) ?? handoffOf(facts, ref);
    case 'question': {
      const asked = facts.handoffs.find(({ id, status, questions }) =>
        questions.some(one => status === 'questioned' && !one.answered && `${id}.${one.id}` === ref),
      );
      return asked ? { ...ofLead, waiting: asked.org } : null;
    }
    case 'seat': {
      const [conferenceId = '', seatId = ''] = ref.split('.');
      const conference = facts.conferences.find(({ id }) => id === conferenceId);
      const seat = conference?.asked?.find(({ id }) => id === seatId);
      const isOpen = conference && seat && (isUnanswered(conference, seat) || isUnconfirmed(conference, seat));
      return isOpen ? { org: seat.org ?? facts.lead } : null;
    }
    case 'checklist': {
      const check = checksOf(facts).find(byId);
      return check && isOpenCheck(check) ? { ...ofLead, owner: check.owner } : null;
    }
    // Who is called is called by name; an exception is whoever may make it, a paper any doctor's of the lead.
    case 'mention':
    case 'exception':
    case 'document':
      return null;
    case 'deadline': {
      const named = deadlineOfRef(ref);
      const row = deadlinesOf(facts).find(other => other.kind === named?.kind && other.ref === named.ref);
      return row && !ofItems.includes(row.kind) && stepOfDeadline(row, facts) ? ofLead : null;
    }
  }
}

/** What is open of a handoff beside its decision: `h1.review` the receiver's look back, `h1.reply`, `h1.talk` and `h1.call` the lead's. */
function handoffPoint(facts: CaseFacts, ref: string, on: Day): OpenTask | null {
  const [id, point] = ref.split('.');
  const handoff = point ? facts.handoffs.find(other => other.id === id) : undefined;
  if (!handoff) return null;
  if (point === 'review' && handoff.org && isReviewToDo(handoff, on)) return { org: handoff.org };
  const isOwed =
    (point === 'reply' && isReviewOpen(handoff)) ||
    (point === 'talk' && toTalkOver(handoff).length > 0) ||
    (point === 'call' && isCallWanted(handoff));
  return isOwed ? { org: facts.lead, waiting: handoff.org } : null;
}

function turnOf(facts: CaseFacts, ref: string, on: Day): OpenTask | null {
  if (ref === MOVE) return { org: facts.lead };
  const requirement = requirements.get(ref);
  if (!requirement || standingOf(ref, facts, on).how !== 'unmet') return null;
  const turn = requirement.turnOf?.(facts);
  return { org: turn ? turn.org : facts.lead };
}

/** The facts without what was set for tasks that are no longer there. Unchanged facts are the same object. */
export function withoutGoneTasks(facts: CaseFacts, on: Day): CaseFacts {
  const { tasks, ...rest } = facts;
  if (!tasks) return facts;
  const open = tasks.filter(({ key }) => openTask(facts, key, on));
  if (open.length === tasks.length) return facts;
  return open.length > 0 ? { ...rest, tasks: open } : rest;
}

/** The facts of another stage: whose turn it was there, nobody has by name any more. */
export function withoutTurns(facts: CaseFacts): CaseFacts {
  const { tasks, ...rest } = facts;
  if (!tasks) return facts;
  const others = tasks.filter(({ key }) => taskRef(key)?.kind !== 'turn');
  return others.length > 0 ? { ...rest, tasks: others } : rest;
}
