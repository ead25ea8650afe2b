import { facilityKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });
const facilityKind = z.enum(facilityKinds);
const kindCount = z.strictObject({ kind: facilityKind, n: z.int() });

/** A public list, and the line that stands beside whatever is shown of it. */
const list = z.strictObject({ id: z.string(), name: words, publisher: z.string(), credit: z.string() });

export const facilityReport = z.strictObject({
  id: z.string().nullable(),
  dryRun: z.boolean(),
  /**
   * read = new + changed + same + refused. A row of a facility that an earlier row of the file was of is counted as the
   * same; facilities by themselves are `kinds` of each part.
   */
  rows: z.strictObject({
    read: z.int(),
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    refused: z.int(),
  }),
  /** The file, or each file of a ZIP and each sheet of a workbook, and what it is. */
  parts: z.array(
    z.strictObject({
      at: z.string(),
      list: list.nullable(),
      /** Of a file without facilities: what it is instead. */
      holds: words.nullable(),
      releasedOn: z.string().nullable(),
      encoding: z.string().nullable(),
      read: z.int(),
      refused: z.int(),
      kinds: z.array(kindCount),
    }),
  ),
  /** Rows that were left out, and what was noticed in rows that were taken; `#13` is row 13 as the file counts. */
  issues: z.array(
    z.strictObject({
      path: z.string(),
      why: z.string(),
      text: words,
      rows: z.int(),
      isRefused: z.boolean(),
    }),
  ),
  /** All there are; the list names the first 5,000. */
  issueCount: z.int(),
});
export type FacilityReport = z.infer<typeof facilityReport>;

const facility = z.strictObject({
  id: z.string(),
  kind: facilityKind,
  name: z.string(),
  kana: z.string().nullable(),
  address: z.string().nullable(),
  municipality: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  phone: z.string().nullable(),
  /** What its list says beside that, as it says it. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  /** Id of its list. */
  list: z.string(),
  /** The day of which its list is, where that says; and when it was read in. */
  listedOn: z.string().nullable(),
  importedAt: z.string(),
});
export type Facility = z.infer<typeof facility>;

/** Facilities of one page. */
export const FACILITIES_A_PAGE = 50;

const place = z.strictObject({ code: z.string(), name: z.string(), n: z.int() });

export const facilityEndpoints = {
  import: endpoint({
    method: 'POST',
    path: '/imports/facilities',
    summary:
      'A public list of facilities (CSV, ZIP of CSV, XLSX, JSON; UTF-8, CP932, EUC-JP) up to 20 MB as the field `file`; the same again updates and never doubles',
    query: z.strictObject({ dryRun: z.enum(['1', '0']).optional() }),
    file: ['multipart/form-data'],
    answer: facilityReport,
    status: 200,
    key: 'unlessDryRun',
  }),
  list: endpoint({
    method: 'GET',
    path: '/facilities',
    summary: `Facilities by name, ${FACILITIES_A_PAGE} a page, by kind, municipality (or prefecture, by its two digits) and words`,
    query: z.strictObject({
      kind: facilityKind.optional(),
      municipality: z
        .string()
        .regex(/^\d{2}(\d{4})?$/)
        .optional(),
      q: z.string().max(100).optional(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    answer: z.strictObject({ facilities: z.array(facility), total: z.int(), lists: z.array(list) }),
    status: 200,
  }),
  choices: endpoint({
    method: 'GET',
    path: '/facilities/choices',
    summary: 'Kinds, prefectures and municipalities of which there are facilities, and how many',
    answer: z.strictObject({
      kinds: z.array(kindCount),
      prefectures: z.array(z.strictObject({ ...place.shape, municipalities: z.array(place) })),
    }),
    status: 200,
  }),
};
