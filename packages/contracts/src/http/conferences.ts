import { day, fits, teamFunctions, visibleLine } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });
const teamFunction = z.enum(teamFunctions);
const said = z.enum(['fits', 'fitsMaybe', 'fitsNot', 'open']);

const slot = z.strictObject({
  id: z.string(),
  on: day,
  at: z.string(),
  counts: z.record(said, z.int()),
  /** Seats that must be there: who cannot come, and who has not answered. */
  requiredMissing: z.array(z.string()),
  requiredOpen: z.array(z.string()),
  /** What the fee schedule asks of who comes (参考). */
  conditions: z.array(z.strictObject({ code: z.string(), text: words, ok: z.boolean() })),
});

export const seat = z.strictObject({
  id: z.string(),
  function: teamFunction,
  org: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  who: z.string().nullable(),
  required: z.boolean(),
  /** By id of the proposed time; null: not answered. */
  answers: z.record(z.string(), said).nullable(),
  comment: z.string().nullable(),
  answeredOn: day.nullable(),
  remindedOn: day.nullable(),
  confirmedOn: day.nullable(),
  isOwn: z.boolean(),
  mayAnswer: z.boolean(),
  mayConfirm: z.boolean(),
  /** A guest without an account, for whoever gives links: until when the present one holds; null: no such seat, or not told. */
  link: z.strictObject({ until: z.string().nullable() }).nullable(),
  /** null: nobody is asked again by this viewer. */
  askAgain: z.strictObject({ whyNot: words.nullable() }).nullable(),
});
export type Seat = z.infer<typeof seat>;

export const conference = z.strictObject({
  id: z.string(),
  kind: z.string(),
  ordinal: z.int(),
  step: z.enum(['date', 'agenda', 'day', 'minutes', 'confirmed']),
  plannedOn: day.nullable(),
  startsAt: z.string().nullable(),
  heldOn: day.nullable(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  interpreting: z.string().nullable(),
  slots: z.array(slot),
  /** The time that is proposed to be settled: a person decides. */
  best: z.string().nullable(),
  seats: z.array(seat),
  agenda: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string().nullable(),
      takes: z.int(),
      presenter: teamFunction.nullable(),
      document: z.string().nullable(),
    }),
  ),
  attended: z.array(teamFunction),
  online: z.array(teamFunction),
  decided: z.array(z.strictObject({ id: z.string(), what: z.string().nullable() })),
  items: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string().nullable(),
      owner: z.string().nullable(),
      dueOn: day.nullable(),
      closedOn: day.nullable(),
    }),
  ),
  minutes: z.enum(['none', 'drafted', 'approved']),
  isUnfinished: z.boolean(),
  minutesText: z.string().nullable(),
  sharedOn: day.nullable(),
  addenda: z.array(z.strictObject({ on: day, text: z.string(), org: z.string() })),
  /** What the record of joint guidance wants (参考); null: not told to this viewer. */
  record: z
    .array(z.strictObject({ code: z.string(), text: words, ok: z.union([z.boolean(), z.literal('unknown')]) }))
    .nullable(),
});
export type Conference = z.infer<typeof conference>;

export const conferences = z.strictObject({
  conferences: z.array(conference),
  can: z.array(z.string()),
});
export type Conferences = z.infer<typeof conferences>;

const ofSeat = z.strictObject({ id: opaqueId, conference: opaqueId, seat: opaqueId });
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const shownTo = z.strictObject({ until: z.string() });

/** What a guest is told: never whose conference it is but by number, and never what it is about. */
export const guestSeat = z.strictObject({
  no: z.string(),
  /** Organisation that invites. */
  host: z.string(),
  who: z.string().nullable(),
  asks: z.enum(['answer', 'nothing', 'confirm', 'done']),
  slots: z.array(z.strictObject({ id: z.string(), on: day, at: z.string() })),
  answers: z.record(z.string(), said).nullable(),
  settled: z.strictObject({ on: day, at: z.string().nullable() }).nullable(),
});
export type GuestSeat = z.infer<typeof guestSeat>;

export const conferenceEndpoints = {
  ofCase: endpoint({
    method: 'GET',
    path: '/cases/:id/conferences',
    summary:
      'Conferences of a case: proposed times with answers, agenda, what was decided, minutes and who confirmed them',
    params: z.strictObject({ id: opaqueId }),
    answer: conferences,
    status: 200,
  }),
  giveLink: endpoint({
    method: 'POST',
    path: '/cases/:id/conferences/:conference/seats/:seat/link',
    summary: 'Give a guest without an account a link to answer by; shown once, and the earlier one of the seat ends',
    params: ofSeat,
    body: z.strictObject({}),
    answer: z.strictObject({ link: shownTo.extend({ token }).nullable() }),
    status: 201,
    key: 'required',
  }),
  revokeLink: endpoint({
    method: 'DELETE',
    path: '/cases/:id/conferences/:conference/seats/:seat/link',
    summary: 'End the link of a guest',
    params: ofSeat,
    answer: z.null(),
    status: 204,
  }),
  openSeat: endpoint({
    method: 'POST',
    path: '/guest',
    summary: 'What a guest is asked for by the token of its link: case number, host, days and times, and nothing else',
    body: z.strictObject({ token }),
    answer: guestSeat,
    status: 200,
    open: true,
  }),
  answerAsGuest: endpoint({
    method: 'POST',
    path: '/guest/answers',
    summary: 'Answer the proposed times by the token of a link; an answer can be changed until the date is settled',
    body: z.strictObject({
      token,
      answers: z
        .array(z.strictObject({ slot: opaqueId, answer: fits }))
        .min(1)
        .max(8),
      comment: visibleLine(200).optional(),
    }),
    answer: guestSeat,
    status: 200,
    open: true,
  }),
  confirmAsGuest: endpoint({
    method: 'POST',
    path: '/guest/confirmations',
    summary: 'Confirm attendance and minutes by the token of a link, which shows nothing of them',
    body: z.strictObject({ token }),
    answer: guestSeat,
    status: 200,
    open: true,
  }),
};
