import { type CaseFacts, isUnanswered, isUnconfirmed, roleOfFunction, seatDueOn } from '@kaerimichi/discharge';
import { seesFact } from './project-facts.ts';
import { isGivenTo, keyOf } from './set-tasks.ts';
import type { Asking, Draft } from './task.ts';

type Seat = NonNullable<CaseFacts['conferences'][number]['asked']>[number];

/** Dates of a conference that wait for an answer, and minutes for being confirmed, for whoever sits there. */
export function seats(asking: Asking): Draft[] {
  const { facts, rights, may } = asking;
  if (!seesFact('conferences', rights)) return [];
  return facts.conferences.flatMap(conference =>
    (conference.asked ?? []).flatMap((seat): Draft[] => {
      const isToAnswer = isUnanswered(conference, seat);
      const ref = `${conference.id}.${seat.id}`;
      const isMine = sitsThere(seat, asking) || isGivenTo(keyOf({ kind: 'seat', about: null, ref }), asking);
      if (!isMine || (!isToAnswer && !isUnconfirmed(conference, seat))) return [];
      const event = isToAnswer ? 'conference.answered' : 'minutes.confirmed';
      const { polledOn, sharedOn } = conference;
      return [
        {
          kind: 'seat',
          about: event,
          ref,
          dueOn: isToAnswer && polledOn ? seatDueOn(polledOn) : null,
          since: (isToAnswer ? (seat.remindedOn ?? polledOn) : sharedOn) ?? null,
          owner: null,
          step: may({ event, fill: { conferenceId: conference.id, askedId: seat.id } }),
        },
      ];
    }),
  );
}

/** Whoever has the role of the seat in its organisation; of a function that nobody signs in for, nobody. */
const sitsThere = ({ org, function: part }: Seat, { whose }: Asking): boolean =>
  org !== undefined && whose.people.some(person => person.org === org && person.role === roleOfFunction[part]);
