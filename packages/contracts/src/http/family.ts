import {
  askedPoints,
  caregiverRelation,
  careNeed,
  category,
  day,
  readinessItems,
  readinessLevels,
} from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const named = z.strictObject({ id: z.string(), name: z.string() });

/** What a guardian was not granted is absent or empty: the page does not say that there is anything. */
export const familyPage = z.strictObject({
  case: z.strictObject({ id: z.string(), no: z.string(), version: z.int() }),
  /** The child as the page calls it; null where contacts were not granted, or before it has a name. */
  child: z.string().nullable(),
  relation: caregiverRelation,
  granted: z.array(category),
  /** `closed`: support has come to its end. */
  over: z.enum(['deceased', 'closed']).nullable(),
  /** Which of the five steps, and the stage that says more exactly; null without the plan, or once it is over. */
  now: z.strictObject({ step: z.int().min(1).max(5), stage: z.string() }).nullable(),
  /** What is being arranged, as far as a family may hear it: codes of holds. */
  arranging: z.array(z.string()),
  dates: z.array(z.strictObject({ kind: z.string(), on: day, to: day.nullable() })),
  contacts: z.array(z.strictObject({ when: z.string(), topic: z.string().nullable(), text: z.string() })),
  team: z.array(
    z.strictObject({ org: named, functions: z.array(z.string()), lead: z.boolean(), telephone: z.string().nullable() }),
  ),
  tasks: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string().nullable(),
      since: day,
      dueOn: day.nullable(),
      doneOn: day.nullable(),
    }),
  ),
  /** Meetings to which the family is asked: when it can come, or that it has read the minutes. */
  meetings: z.array(
    z.strictObject({
      conference: z.string(),
      seat: z.string(),
      asks: z.enum(['answer', 'confirm']),
      slots: z.array(z.strictObject({ id: z.string(), on: day, at: z.string() })),
      answers: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  /** What care the child needs. */
  care: z.array(careNeed),
  skills: z.array(z.strictObject({ procedure: z.string(), level: z.int(), on: day })),
  /** How sure the guardian said it feels, oldest first. */
  ratings: z.array(z.strictObject({ procedure: z.string(), rating: z.int().min(1).max(4), on: day })),
  /** The stay whose diary is open, with what the guardian wrote; null: none, or not granted. */
  stay: z
    .strictObject({
      id: z.string(),
      from: day,
      to: day,
      isAway: z.boolean(),
      diary: z.array(z.strictObject({ at: z.iso.datetime(), isProblem: z.boolean(), text: z.string() })),
    })
    .nullable(),
  /** What the family is asked about the days at home; null: nothing now. */
  followUp: z
    .strictObject({
      point: z.enum(askedPoints),
      /** What this guardian answered of it. */
      answer: z
        .strictObject({
          on: day,
          sleepHours: z.int(),
          fatigue: z.int(),
          unplannedVisits: z.int(),
          wantsCall: z.boolean(),
          going: z.string().nullable(),
          worry: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** What this person is asked about the way into adult care; null: nothing, or not granted. */
  readiness: z
    .strictObject({
      voice: z.enum(['young', 'family']),
      answers: z.partialRecord(z.enum(readinessItems), z.enum(readinessLevels)),
      /** What the young person keeps to itself; null: somebody else, or too young. */
      own: z.array(z.strictObject({ item: z.enum(readinessItems), on: day, text: z.string() })).nullable(),
    })
    .nullable(),
  /** What to bring to the evaluation admission that comes. */
  bring: z.string().nullable(),
  schemes: z.array(z.strictObject({ kind: z.string(), state: z.string(), until: day.nullable() })),
  /** Whose turn it is; null: nobody's. */
  turn: z.strictObject({ isOwn: z.boolean(), org: named.nullable() }).nullable(),
  /** Papers that were given to the family on this page. */
  papers: z.array(
    z.strictObject({ id: z.string(), title: z.strictObject({ ja: z.string(), en: z.string() }), on: day }),
  ),
  /** Who sees what of the child, and since when; since null: from the beginning. */
  sharing: z.array(
    z.strictObject({
      org: named,
      lead: z.boolean(),
      categories: z.array(z.string()),
      since: day.nullable(),
      until: day.nullable(),
    }),
  ),
  received: z.array(z.strictObject({ kind: z.string(), on: day })),
  consents: z.array(
    z.strictObject({
      id: z.string(),
      /** null: what the hospital itself was allowed. */
      recipient: named.nullable(),
      categories: z.array(z.string()),
      purpose: z.string(),
      from: day,
      until: day.nullable(),
      state: z.enum(['ahead', 'valid', 'ended']),
      /** Whether this guardian may withdraw it now. */
      mayWithdraw: z.boolean(),
    }),
  ),
  /** Whether the supply of electricity was looked at; null: nothing is recorded, or not granted. */
  power: z.strictObject({ checked: z.boolean(), plan: z.boolean(), on: day }).nullable(),
});
export type FamilyPage = z.infer<typeof familyPage>;

export const familyEndpoints = {
  page: endpoint({
    method: 'GET',
    path: '/family',
    summary: 'What a guardian is told of the one child of its invitation, in five plain steps',
    answer: familyPage,
    status: 200,
  }),
  paper: endpoint({
    method: 'GET',
    path: '/family/documents/:version.pdf',
    summary: 'A paper that was given to the family, with what this guardian was granted of it; noted in the access log',
    params: z.strictObject({ version: opaqueId }),
    answers: 'application/pdf',
    answer: z.never(),
    status: 200,
  }),
};
