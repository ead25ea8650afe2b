import { addDays, type CaseFacts, REPLY_HOURS, sideToMove } from '@kaerimichi/discharge';
import { seesFact } from './project-facts.ts';
import type { Asking, Draft, Task } from './task.ts';

type Handoff = CaseFacts['handoffs'][number];

/** Since when a handoff is its present side's, and until when an answer is hoped for. */
export function daysOf({ sentOn, turnedOn, on }: Handoff): Pick<Task, 'since' | 'dueOn'> {
  const since = [sentOn ?? on, turnedOn ?? on].sort().at(-1) ?? on;
  return { since, dueOn: addDays(since, REPLY_HOURS / 24) };
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
          ...daysOf(handoff),
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
      return { kind: 'handoff', about: handoff.status, ref: handoff.id, step, owner: null, open, ...daysOf(handoff) };
    });
}
