import type { CaseFacts, Day, Fits } from '@kaerimichi/discharge';
import { isGuestSeat, isUnconfirmed } from '@kaerimichi/discharge';
import type { CaseworkPorts } from '../casework.ts';

/** One seat of one conference of one case. */
export type SeatPlace = { readonly caseId: string; readonly conferenceId: string; readonly seatId: string };

/**
 * All that a guest without an account is told: which case by number, who leads it, and days and times. Written by hand, so
 * that nothing new leaks by itself: no kind of conference, no other seat, no place, no word that somebody wrote.
 */
export type GuestSeat = {
  readonly no: string;
  readonly lead: string;
  /** What the guest is asked for: an answer, nothing yet, to confirm the minutes, nothing more. */
  readonly asks: 'answer' | 'nothing' | 'confirm' | 'done';
  readonly slots: readonly { readonly id: string; readonly on: Day; readonly at: string }[];
  /** Its own, by proposed time; null: none yet. */
  readonly answers: Readonly<Record<string, Fits | 'open'>> | null;
  readonly settled: { readonly on: Day; readonly at: string | null } | null;
};

/** What the seat of a guest is asked for now; null: the case is closed, or there is no such seat any more. */
export async function readGuestSeat({ store }: CaseworkPorts, place: SeatPlace): Promise<GuestSeat | null> {
  const loaded = await store.loadFresh(place.caseId);
  const found = loaded && !loaded.facts.closing ? seatIn(loaded.facts, place) : null;
  if (!loaded || !found) return null;
  const { conference, seat } = found;
  const { slots = [], plannedOn, startsAt = null, heldOn } = conference;
  const on = heldOn ?? plannedOn;
  const isAsked = slots.length > 0 && !heldOn;
  return {
    ...{ no: loaded.no, lead: loaded.facts.lead },
    asks: isAsked ? 'answer' : isUnconfirmed(conference, seat) ? 'confirm' : seat.confirmedOn ? 'done' : 'nothing',
    slots: isAsked ? slots.map(({ id, on: day, at }) => ({ id, on: day, at })) : [],
    answers:
      isAsked && seat.answers
        ? Object.fromEntries(slots.map(({ id }, at) => [id, seat.answers?.[at] ?? 'open'] as const))
        : null,
    settled: on && !isAsked ? { on, at: startsAt } : null,
  };
}

function seatIn(facts: CaseFacts, { conferenceId, seatId }: SeatPlace) {
  const conference = facts.conferences.find(({ id }) => id === conferenceId);
  const seat = conference?.asked?.find(({ id }) => id === seatId);
  return conference && seat && isGuestSeat(seat) ? { conference, seat } : null;
}
