import { addDays, categoryOfCheck } from '@kaerimichi/discharge';
import { readsWhole } from './case-access.ts';
import { seesFact } from './project-facts.ts';
import { keyOf } from './set-tasks.ts';
import type { Asking, Draft } from './task.ts';
import { isMine, presentOwner } from './task-owners.ts';

/** So many days ahead what nobody has comes to the lead. */
const CHECK_DAYS_AHEAD = 7;

/** Notes that call somebody by name and wait for a word, or for a look; another's is nobody else's to answer. */
export function mentions({ facts, rights, viewer, whose, may }: Asking): Draft[] {
  if (!seesFact('mentions', rights)) return [];
  return (facts.mentions ?? [])
    .filter(({ to }) => whose.memberships.includes(to))
    .map(({ seq, to: owner, on: since }) => {
      const step = owner === viewer.membership ? may({ event: 'mention.answered', fill: { seq: String(seq) } }) : null;
      return { kind: 'mention', about: null, ref: String(seq), dueOn: null, since, owner, step };
    });
}

/** Exceptions that somebody asked for: whoever may make them answers, one's own are another's to answer. */
export function exceptions({ asks, facts, rights, whose, may }: Asking): Draft[] {
  if (!seesFact('waiverAsks', rights)) return [];
  const approvers = whose.people.filter(({ org, flags }) => org === facts.lead && flags.includes('mayWaive'));
  return asks
    .filter(({ by, wanted }) => approvers.some(one => one.membership !== by && isWanted(one.role, wanted)))
    .map(({ requirement, on: since }) => ({
      kind: 'exception',
      about: requirement,
      ref: requirement,
      dueOn: null,
      since,
      owner: null,
      step: may({ event: 'requirement.waived', fill: { requirementId: requirement } }),
    }));
}

/** Drafts of papers that a doctor approves: whichever doctor of the lead comes first. */
export function approvals({ facts, rights, whose, may }: Asking): Draft[] {
  if (!seesFact('documents', rights)) return [];
  const isDoctor = whose.people.some(({ org, role }) => org === facts.lead && role === 'doctor');
  const waiting = isDoctor ? (facts.documents ?? []) : [];
  return waiting
    .filter(({ status, byDoctor }) => status === 'draft' && byDoctor)
    .map(({ id, paper, on: since }) => ({
      ...{ kind: 'document', about: paper, ref: id, dueOn: null, since, owner: null },
      step: may({ event: 'document.approved', fill: { documentId: id } }),
    }));
}

const isWanted = (role: string, wanted: 'headNurse' | 'doctor' | null) =>
  wanted === null || wanted === (role === 'doctor' ? 'doctor' : 'headNurse');

/** Items of the checklists: an owner's own; what nobody has is the lead's when its day is near, not all of it at once. */
export function checks(asking: Asking): Draft[] {
  const { checks: open, rights, on, may } = asking;
  const last = addDays(on, CHECK_DAYS_AHEAD);
  if (!seesFact('checklistItems', rights)) return [];
  return open
    .filter(({ id }) => readsWhole(rights, categoryOfCheck(id)))
    .map(check => ({ ...check, owner: presentOwner(asking, check) }))
    .filter(
      ({ id, owner, dueOn }) =>
        isMine(asking, keyOf({ kind: 'checklist', about: id, ref: id }), owner) &&
        (owner !== undefined || (dueOn !== undefined && dueOn <= last)),
    )
    .map(({ id, owner, dueOn = null, on: since }) => ({
      kind: 'checklist',
      about: id,
      ref: id,
      dueOn,
      since,
      owner: owner ?? null,
      step: may({ event: 'checklist.itemSet', fill: { checkId: id } }),
    }));
}
