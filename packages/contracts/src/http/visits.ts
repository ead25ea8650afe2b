import { day, instant, visitAreas } from '@kaerimichi/discharge';
import { z } from 'zod';
import { card } from '../card.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const side = z.enum(['hospital', 'station']);

/** A visit that one's own side has still to make, to record, to sign or to settle. */
export const visitAhead = z.strictObject({
  caseId: z.string(),
  visitId: z.string(),
  card,
  kind: z.enum(['first', 'postDischarge', 'regular']),
  /** null: no day is settled. */
  plannedOn: day.nullable(),
  /** Of the visits after the discharge: which of five; null for others. */
  nth: z.int().nullable(),
  accompanied: z.boolean(),
  /** Whose nurse the viewer is at this visit. */
  side,
  recordedBy: z.array(side),
  signedBy: z.array(side),
  openDifferences: z.int(),
  /** Which of them are known by what they are about. */
  differing: z.array(z.enum(visitAreas)),
  /** Two records of one's own side stand beside each other. */
  isTwice: z.boolean(),
  /** How much the handoff lacked, that the lead has not answered. */
  missing: z.int(),
});
export type VisitAhead = z.infer<typeof visitAhead>;

const cardRow = z.strictObject({
  label: z.string(),
  text: z.string(),
  recorded: z.boolean(),
  /** What a visit looks at of which it says how it was at discharge; null: none. */
  area: z.enum(visitAreas).nullable(),
});

export const carriedCard = z.strictObject({
  no: z.string(),
  version: z.int(),
  /** By the server's clock: from then it is. */
  at: instant,
  sections: z.array(z.strictObject({ title: z.string().nullable(), rows: z.array(cardRow) })),
  /** Categories of what is left out for this viewer. */
  withheld: z.array(z.string()),
});
export type CarriedCard = z.infer<typeof carriedCard>;

export const visitEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/visits',
    summary: 'Visits that one’s own side has to make, record, sign or settle, the next first',
    answer: z.strictObject({ on: day, visits: z.array(visitAhead), more: z.boolean() }),
    status: 200,
  }),
  card: endpoint({
    method: 'GET',
    path: '/cases/:id/card',
    summary: 'The carry card of a case as a screen shows it: what the paper says, of what this person may read',
    params: z.strictObject({ id: opaqueId }),
    answer: carriedCard,
    status: 200,
  }),
};
