import { z } from 'zod';
import { listColumns } from '../board-view.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

/** Rows of one file; a board that shows more is narrowed first. */
const MOST_CASES = 5_000;

export const boardTableEndpoints = {
  /** A question with a body: which cases are shown may follow from a name that was typed. */
  csv: endpoint({
    method: 'POST',
    path: '/board/csv',
    summary:
      'The list of the board as a file for spreadsheets, in the order of the ids; cases that I do not see are left out. Logged as an export',
    body: z.strictObject({
      cases: z.array(opaqueId).max(MOST_CASES),
      columns: z.array(z.enum(listColumns)).max(listColumns.length),
      language: z.enum(['ja', 'en']),
    }),
    /** UTF-8 with a byte order mark; no cell is a formula. */
    answer: z.strictObject({ fileName: z.string(), text: z.string(), rows: z.int() }),
    status: 200,
  }),
  print: endpoint({
    method: 'POST',
    path: '/board/prints',
    summary: 'Notes in the log of each case that a list of cases is printed; it tells nothing itself',
    body: z.strictObject({ cases: z.array(opaqueId).max(MOST_CASES), paper: z.enum(['boardList', 'morning']) }),
    answer: z.strictObject({ noted: z.int() }),
    status: 200,
  }),
};
