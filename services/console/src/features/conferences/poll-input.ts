import type { Conference } from '@kaerimichi/contracts';
import { parseDay } from '../../parts/parse-day.ts';
import { parseTime } from '../../parts/parse-time.ts';
import { isUsuallyRequired, type SeatChoice } from './seat-choices.ts';

/** A poll as it is typed: `days` and `times` are the rows of proposed times, `guests` lines of part and name. */
export type PollInput = {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly days: readonly string[];
  readonly times: readonly string[];
  readonly seats: readonly string[];
  readonly required: readonly string[];
  readonly guests: readonly string[];
  readonly interpreting: string;
  readonly note: string;
};

export const shortId = (): string => crypto.randomUUID().slice(0, 8);
const guestMark = '\t';
export const guestLine = (id: string, part: string, who: string): string => [id, part, who].join(guestMark);
export function guestOf(line: string): { id: string; function: string; who: string } {
  const [id = '', part = '', who = ''] = line.split(guestMark);
  return { id, function: part, who };
}

/** A new poll asks the whole team; an earlier one goes on with whom and what it asked. */
export function firstPoll(choices: readonly SeatChoice[], conference: Conference | undefined): PollInput {
  if (!conference)
    return {
      ...{ kind: 'joint', ids: [shortId(), shortId()], days: ['', ''], times: ['', ''] },
      ...{ seats: choices.map(({ key }) => key), required: choices.filter(isUsuallyRequired).map(({ key }) => key) },
      ...{ guests: [], interpreting: '', note: '' },
    };
  const keyOf = (seat: Conference['seats'][number]) => `${seat.function}@${seat.org?.id ?? ''}`;
  const isKnown = (seat: Conference['seats'][number]) => choices.some(({ key }) => key === keyOf(seat));
  const known = conference.seats.filter(isKnown);
  const guests = conference.seats.filter(seat => !isKnown(seat));
  return {
    ...{ kind: conference.kind, ids: conference.slots.map(({ id }) => id) },
    ...{ days: conference.slots.map(({ on }) => on), times: conference.slots.map(({ at }) => at) },
    seats: known.map(keyOf),
    required: [
      ...known.filter(seat => seat.required).map(keyOf),
      ...guests.filter(seat => seat.required).map(({ id }) => id),
    ],
    guests: guests.map(seat => guestLine(seat.id, seat.function, seat.who ?? '')),
    interpreting: conference.interpreting ?? '',
    note: conference.note ?? '',
  };
}

export type PollFault = 'slots' | 'seats';
type Asked = Readonly<Record<string, unknown>>;

/** What is sent of it; or what is missing. */
export function pollBody(
  input: PollInput,
  {
    choices,
    conference,
    today,
  }: { choices: readonly SeatChoice[]; conference?: Conference | undefined; today: string },
): { readonly body: { readonly type: string } & Asked } | { readonly fault: PollFault } {
  const rows = input.ids.map((id, at) => ({
    id,
    day: input.days[at]?.trim() ?? '',
    time: input.times[at]?.trim() ?? '',
  }));
  const filled = rows.filter(({ day, time }) => day !== '' || time !== '');
  const slots = filled.flatMap(({ id, day, time }) => {
    const [slotOn, slotAt] = [parseDay(day, today), parseTime(time)];
    return slotOn && slotAt ? [{ id, slotOn, slotAt }] : [];
  });
  if (slots.length === 0 || slots.length < filled.length) return { fault: 'slots' };
  const isRequired = (key: string) => input.required.includes(key);
  const before = (part: string, org: string | null) =>
    conference?.seats.find(seat => seat.function === part && (seat.org?.id ?? null) === org)?.id;
  const seats: Asked[] = choices
    .filter(({ key }) => input.seats.includes(key))
    .map(({ key, function: part, org }) => ({
      ...{ id: before(part, org) ?? shortId(), function: part },
      ...(org && { organisation: org }),
      ...(isRequired(key) && { required: true }),
    }));
  const guests: Asked[] = input.guests.map(guestOf).map(({ id, function: part, who }) => ({
    ...{ id, function: part },
    ...(who.trim() && { who: who.trim() }),
    ...(isRequired(id) && { required: true }),
  }));
  const asked = [...seats, ...guests];
  if (asked.length === 0) return { fault: 'seats' };
  const body = {
    ...{ type: 'conference.polled', conferenceId: conference?.id ?? crypto.randomUUID() },
    ...{ conferenceKind: input.kind, slots, asked },
    ...(input.interpreting && { interpreting: input.interpreting }),
    ...(input.note.trim() && { note: input.note.trim() }),
  };
  return { body };
}
