import { day, instant } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** A count of five or more; `under5`: 0 to 4; `withheld`: not told, since a cell under five could be computed from it. */
const cell = z.union([z.int().min(5), z.enum(['under5', 'withheld'])]);
export type CountCell = z.infer<typeof cell>;

const row = z.strictObject({ key: z.string(), count: cell });

export const countTable = z.strictObject({
  id: z.enum(['column', 'lead', 'age', 'need', 'hold', 'closed']),
  /** `parts`: each case in one row; `marks`: in each that applies to it, so that they do not add up. */
  rowsAre: z.enum(['parts', 'marks']),
  total: cell,
  rows: z.array(row),
  /** Sums of rows of one phase, where all of them are shown. */
  phases: z.array(row),
});
export type CountTable = z.infer<typeof countTable>;

export const reportEndpoints = {
  counts: endpoint({
    method: 'GET',
    path: '/reports/counts',
    summary: 'How many cases the network has, by stage, lead, age, need, hold and ending; counts under five are hidden',
    answer: z.strictObject({
      /** When they were taken: at most once a day, and on an earlier day where fewer than five cases moved since. */
      at: instant,
      /** First day of the fiscal year of the closed cases. */
      yearFrom: day,
      tables: z.array(countTable),
    }),
    status: 200,
  }),
};
