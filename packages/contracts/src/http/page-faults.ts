import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const pageFault = z.strictObject({
  /** Name of the error, `TypeError`; never its message, which may quote what stood on the page. */
  kind: z.string().regex(/^[A-Za-z]{1,40}$/),
  /** Where in the built program, innermost first: file, line and column. */
  places: z.array(z.string().regex(/^[\w./-]{1,120}:\d{1,7}:\d{1,7}$/)).max(8),
});
export type PageFault = z.infer<typeof pageFault>;

export const pageFaultEndpoints = {
  tell: endpoint({
    method: 'POST',
    path: '/page-faults',
    summary:
      'A page could not be shown by the program in the browser: written to the log of the server, nothing is kept. Answers the number by which it is found there',
    body: pageFault,
    answer: z.strictObject({ number: z.string() }),
    status: 200,
  }),
};
