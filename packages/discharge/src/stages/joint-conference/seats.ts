import { z } from 'zod';
import { type CaseEvent, changeItem, type Objection } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { type Day, type RoleId, roleOfFunction } from '../../vocabulary.ts';

/** What somebody says of a proposed time: ○ 出られる, △ 調整すれば出られる, × 出られない. */
export const fits = z.enum(['fits', 'fitsMaybe', 'fitsNot']);
export type Fits = z.infer<typeof fits>;

export type Conference = CaseFacts['conferences'][number];
export type Seat = NonNullable<Conference['asked']>[number];

/** Reminders by hand for one seat beside the one that comes by itself; more would be pressing. */
const MOST_REMINDERS = 2;

export const seatOf = (facts: CaseFacts, conferenceId: string, askedId: string): Seat | undefined =>
  facts.conferences.find(({ id }) => id === conferenceId)?.asked?.find(({ id }) => id === askedId);

/** Roles whose people answer for a seat of their organisation here (`attending` of packages/access). */
export const rolesWithSeats: readonly RoleId[] = [
  'coordinator',
  'dischargeNurse',
  'doctor',
  'publicHealthNurse',
  'supportPlanner',
  'visitingNurse',
  'wardNurse',
];

/**
 * A seat whose answer comes by a link: of nobody in the network, or of a school or a vendor, whose people read
 * no conferences here. The family answers on its own page.
 */
export function isGuestSeat(seat: Pick<Seat, 'function'> & { readonly org?: string | null | undefined }): boolean {
  if (seat.function === 'family') return false;
  const role = roleOfFunction[seat.function];
  return !seat.org || role === null || !rolesWithSeats.includes(role);
}

/** Whether times are proposed of which this seat has not said whether they fit. */
export const isUnanswered = ({ slots, heldOn }: Conference, seat: Seat): boolean =>
  slots !== undefined && heldOn === undefined && (seat.answers === undefined || seat.answers.includes('open'));
/** Whether the minutes were shared and nobody of this seat has confirmed them. */
export const isUnconfirmed = ({ sharedOn }: Conference, seat: Seat): boolean =>
  sharedOn !== undefined && seat.confirmedOn === undefined;

type AboutSeat = { readonly conferenceId: string; readonly askedId: string };

const noSeat: Objection = {
  code: 'seat.unknown',
  text: { ja: 'この会議にその人は呼ばれていません。', en: 'Nobody of that seat is asked to this conference.' },
};
const notYours: Objection = {
  code: 'seat.notYours',
  text: { ja: 'ほかの組織の人の返事は書けません。', en: 'That is the answer of another organisation.' },
};

const notGuest: Objection = {
  code: 'seat.notGuest',
  text: { ja: 'リンクで答える人の席ではありません。', en: 'Not the seat of somebody who answers by a link.' },
};

/** A link writes for the seat of a guest alone, also where the seat has become somebody else's since it was given. */
export function objectionToGuest(facts: CaseFacts, { body }: CaseEvent<AboutSeat>): Objection | null {
  const seat = seatOf(facts, body.conferenceId, body.askedId);
  return seat && !isGuestSeat(seat) ? notGuest : null;
}

/**
 * A seat is answered for by its own organisation, the family for itself, and by the lead, who writes down what somebody
 * said on the telephone.
 */
export function objectionToSeat(facts: CaseFacts, { body, by }: CaseEvent<AboutSeat>): Objection | null {
  const seat = seatOf(facts, body.conferenceId, body.askedId);
  if (!seat) return noSeat;
  // A guardian acts for the house that invited it, and answers for the family alone.
  if (by.role === 'family') return seat.function === 'family' ? null : notYours;
  return by.role === 'system' || by.org === facts.lead || by.org === seat.org ? null : notYours;
}

export function changeSeat(facts: CaseFacts, { conferenceId, askedId }: AboutSeat, change: Partial<Seat>): CaseFacts {
  const conference = facts.conferences.find(({ id }) => id === conferenceId);
  if (!conference?.asked) return facts;
  const asked = changeItem(conference.asked, askedId, change);
  return { ...facts, conferences: changeItem(facts.conferences, conferenceId, { asked }) };
}

const answeredAlready: Objection = {
  code: 'seat.answered',
  text: { ja: 'もう返事があります。', en: 'There is an answer already.' },
};
const askedToday: Objection = {
  code: 'seat.askedToday',
  text: {
    ja: 'きょうはもうたずねました。もう一度たずねられるのは1日1回です。',
    en: 'Asked today already: once a day at most.',
  },
};
const askedOften: Objection = {
  code: 'seat.askedOften',
  text: {
    ja: `もう${MOST_REMINDERS}回たずねました。電話で聞いて、代わりに答えを書けます。`,
    en: `Asked ${MOST_REMINDERS} times already: telephone, and write down what was said.`,
  },
};

/** Why a seat is not asked once more on a day; null: it may be. */
export function objectionToAskingAgain(conference: Conference, asked: Seat, on: Day): Objection | null {
  if (!isUnanswered(conference, asked)) return answeredAlready;
  if (asked.remindedOn === on || conference.polledOn === on) return askedToday;
  return (asked.reminders ?? 0) >= MOST_REMINDERS ? askedOften : null;
}
