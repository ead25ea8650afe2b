import { day, instant } from '@kaerimichi/discharge';
import { counterStandings } from '@kaerimichi/rules';
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

const words = z.strictObject({ ja: z.string(), en: z.string() });
const MOST_BEDS = 5_000;
const number = z.int().min(0).max(MOST_BEDS);
const beds = { fromOn: day, general: number, longTerm: number, child: number };

const counter = z.strictObject({
  id: z.string(),
  title: words,
  /** What the text asks for, what of the records is counted, and what no record says. */
  asks: words,
  counts: words,
  unrecorded: words,
  figure: z.int(),
  /** What the figure has to reach; null: not known, or asked by no text. */
  needed: z.int().nullable(),
  standing: z.enum(counterStandings),
  /** What a person has to look at. */
  why: words.nullable(),
  ruleSet: z.string(),
  source: z.string(),
});

const MOST_FEES = 40;
/** 施設基準の届出: fees whose standard is notified, consultation by video, and whether stays are claimed under DPC. */
const standards = {
  fromOn: day,
  notified: z.array(z.string().max(60)).max(MOST_FEES),
  video: z.boolean(),
  dpc: z.boolean(),
};
const saidStandards = z.strictObject({ ...standards, by: z.string().nullable() });
export type SaidStandards = z.infer<typeof saidStandards>;

export const houseCounts = z.strictObject({
  from: day,
  until: day,
  counters: z.array(counter),
  /** Partner organisations that were met, the most often first. */
  partners: z.array(z.strictObject({ org: z.string(), name: z.string(), times: z.int(), lastOn: day })),
  /** Times somebody came of whom no organisation, or one of several, is recorded. */
  unnamed: z.int(),
  /** null: nobody has said how many there are. */
  beds: z.strictObject({ ...beds, by: z.string().nullable() }).nullable(),
  mayKeepBeds: z.boolean(),
  /** What was notified, by day, the earliest first: fees of the cases that my organisation leads ask for it. */
  standards: z.array(saidStandards),
  /** Fees that ask for a notified standard. */
  notifiable: z.array(z.strictObject({ id: z.string(), title: words })),
});
export type HouseCounts = z.infer<typeof houseCounts>;

export const reportEndpoints = {
  house: endpoint({
    method: 'GET',
    path: '/reports/house',
    summary:
      'What my organisation counts of itself for 入退院支援加算 over a year (参考): figure, what is needed, what it counted',
    query: z.strictObject({
      /** Times the liaison fee was claimed in the year, as the accounts say: assumed, and kept nowhere. */
      claims: z
        .string()
        .regex(/^\d{1,5}$/)
        .optional(),
    }),
    answer: houseCounts,
    status: 200,
  }),
  keepBeds: endpoint({
    method: 'PUT',
    path: '/reports/house/beds',
    summary: 'Say how many beds my organisation has from a day on, by the kinds that the standard tells apart',
    body: z.strictObject(beds),
    answer: z.strictObject({ ...beds, by: z.string().nullable() }),
    status: 200,
    key: 'required',
  }),
  keepStandards: endpoint({
    method: 'PUT',
    path: '/reports/house/standards',
    summary: 'Say which facility standards my organisation has notified from a day on; over what was said of that day',
    body: z.strictObject(standards),
    answer: saidStandards,
    status: 200,
    key: 'required',
  }),
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
