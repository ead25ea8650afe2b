import { instant } from '@kaerimichi/discharge';
import { z } from 'zod';
import { dutyRoster, dutyShift, rosterShape } from '../duty-roster.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const kept = z.strictObject({
  /** null: this organisation has none yet. */
  roster: dutyRoster.nullable(),
  /** Counts the times it was saved; 0: never. */
  version: z.int(),
  changed: z.strictObject({ by: z.string().nullable(), at: instant }).nullable(),
  today: z.string(),
});
export type KeptDuty = z.infer<typeof kept>;

const duty = z.strictObject({
  /** Organisations that take part and keep a roster, the lead first; null: not told to this viewer. */
  orgs: z.array(z.strictObject({ org: z.string(), name: z.string(), shifts: z.array(dutyShift) })).nullable(),
  /** Whether the viewer's own organisation takes part and has no roster. */
  isOwnMissing: z.boolean(),
  today: z.string(),
});
export type CaseDuty = z.infer<typeof duty>;

/** 当直表: an organisation's own, and what of it stands among the contacts of a case that it takes part in. */
export const dutyEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/duty',
    summary: 'Who is on duty in my organisation: every week and on single days',
    answer: kept,
    status: 200,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/duty',
    summary: 'Save the duty roster of my organisation; refused where somebody else has done so since this version',
    body: z.strictObject({ roster: rosterShape, version: z.int().min(0) }),
    answer: kept,
    status: 200,
    key: 'required',
  }),
  ofCase: endpoint({
    method: 'GET',
    path: '/cases/:id/duty',
    summary: 'Who is on duty until the end of tomorrow in the organisations that take part in a case',
    params: z.strictObject({ id: opaqueId }),
    answer: duty,
    status: 200,
  }),
};
