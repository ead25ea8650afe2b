import { day, teamFunctions } from '@kaerimichi/discharge';
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
};
