import { day } from '@kaerimichi/discharge';
import { z } from 'zod';

/** What an organisation was asked (打診) and has to answer; without consent with what an enquiry tells of the child. */
export const enquiry = z.strictObject({
  lead: z.strictObject({ name: z.string(), telephone: z.string().nullable() }),
  asks: z.array(
    z.strictObject({
      candidateId: z.string(),
      function: z.string(),
      on: day,
      replyBy: day.nullable(),
    }),
  ),
  /** null with consent, or once it ended: then `facts` are all there is. */
  child: z
    .strictObject({
      /** Whole years; null before birth. */
      ageYears: z.int().nullable(),
      municipality: z.strictObject({ code: z.string(), name: z.string().nullable() }).nullable(),
      needs: z.array(z.string()),
    })
    .nullable(),
});
export type Enquiry = z.infer<typeof enquiry>;
