import type { CaseFacts } from '../facts.ts';
import { isGuestSeat, isUnanswered, isUnconfirmed } from '../stages/joint-conference/seats.ts';
import type { Story } from './a-case.ts';
import type { ScriptEvent } from './script.ts';

type Conference = CaseFacts['conferences'][number];
export type Apt = (child: Story) => Partial<ScriptEvent>;

/** Dates are proposed where none are. */
const polled: Apt = child => ({
  type: 'conference.polled',
  by: 'dsn',
  body: {
    ...{ conferenceId: `p${child.seq()}`, conferenceKind: 'joint' },
    slots: [{ id: 's1', slotOn: child.on(), slotAt: '15:00' }],
    asked: [
      { id: 'a1', function: 'visitingNurse', organisation: 'org-nozomi', required: true },
      { id: 'a2', function: 'pharmacist' },
    ],
  },
});

const seatIn = (
  child: Story,
  isWanted: (conference: Conference, seat: NonNullable<Conference['asked']>[number]) => boolean,
) =>
  child.facts().conferences.flatMap(conference => {
    const seat = conference.asked?.find(one => isWanted(conference, one));
    return seat ? [{ conferenceId: conference.id, askedId: seat.id, slots: conference.slots ?? [] }] : [];
  })[0];

/** Whether somebody was asked for a day and has not answered. */
export const isAskedForDay = (child: Story): boolean => seatIn(child, isUnanswered) !== undefined;

/** Whether a seat is answered for by a link, which the clock stands for here. */
const isOf = (by: string, seat: Parameters<typeof isGuestSeat>[0]) => isGuestSeat(seat) === (by === 'clock');

const answered =
  (by: string): Apt =>
  child => {
    const seat = seatIn(child, (conference, one) => isOf(by, one) && isUnanswered(conference, one));
    if (!seat) return polled(child);
    const { slots, ...about } = seat;
    return { by, body: { ...about, answers: slots.map(({ id }) => ({ slot: id, answer: 'fits' })) } };
  };

const askedAgain: Apt = child => {
  const seat = seatIn(child, isUnanswered);
  if (!seat) return polled(child);
  const { slots: _slots, ...body } = seat;
  return { by: 'dsn', day: child.day() + 1, body };
};

/** The step that is still missing before the minutes of a conference with somebody in it are confirmed. */
const confirmed =
  (by: string): Apt =>
  child => {
    const seat = seatIn(child, (conference, one) => isOf(by, one) && isUnconfirmed(conference, one));
    if (seat) return { by, body: { conferenceId: seat.conferenceId, askedId: seat.askedId } };
    return towardsMinutes(child);
  };

const towardsMinutes: Apt = child => {
  const open = child.facts().conferences.find(({ asked, sharedOn }) => asked && !sharedOn);
  return open ? towardsSharing(open) : polled(child);
};

function towardsSharing({ id: conferenceId, heldOn, minutes, minutesOpen }: Conference): Partial<ScriptEvent> {
  const one = (type: string, by: string, body = {}) => ({ type, by, body: { conferenceId, ...body } });
  if (!heldOn) return one('conference.held', 'dsn', { attended: ['visitingNurse'], actionItems: [] });
  if (minutes === 'none' || minutesOpen) return one('minutes.drafted', 'dsn', { minutes: '記録' });
  return minutes === 'drafted' ? one('minutes.approved', 'doctor') : one('minutes.shared', 'dsn');
}

/** What chance alone would never bring together around a conference. */
export const aptOfConferences: Readonly<Record<string, Apt>> = {
  'conference.polled': polled,
  'conference.answered': answered('hvn'),
  'conference.guestAnswered': answered('clock'),
  'conference.askedAgain': askedAgain,
  'conference.agendaWritten': child => {
    const open = child.facts().conferences.find(({ heldOn }) => !heldOn);
    const agenda = [{ id: 'g1', what: '経過', takes: 10 }];
    return open ? { by: 'dsn', body: { conferenceId: open.id, agenda } } : polled(child);
  },
  'minutes.shared': towardsMinutes,
  'minutes.confirmed': confirmed('hvn'),
  'minutes.guestConfirmed': confirmed('clock'),
};

/** A case with a conference whose minutes only want sharing. */
export function withApprovedMinutes(child: Story): Story {
  const about = { conferenceId: 'p0' };
  return child
    .goesTo('jointConference')
    .sends('dsn', 'conference.polled', { ...polled(child).body, ...about })
    .sends('dsn', 'conference.held', { ...about, attended: ['visitingNurse'], actionItems: [] })
    .sends('dsn', 'minutes.drafted', { ...about, minutes: '記録' })
    .sends('doctor', 'minutes.approved', about);
}
