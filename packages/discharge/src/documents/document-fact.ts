import { z } from 'zod';
import { stamped } from '../stamp.ts';
import { itemId } from '../vocabulary.ts';
import { documentKinds } from './document-words.ts';

const documentStatuses = ['draft', 'approved', 'inForce'] as const;

/**
 * A version of a paper that is kept as it was made (書類の版). What was replaced or withdrawn is gone from the facts: its
 * history tells it.
 */
export const documentFact = stamped({
  id: itemId,
  paper: z.enum(documentKinds),
  status: z.enum(documentStatuses),
  byDoctor: z.boolean().describe('a doctor approves it'),
  mayFamily: z.boolean().describe('of a kind that a family may be given'),
  toFamily: z.literal(true).optional().describe('in force, and shown to the family'),
});
