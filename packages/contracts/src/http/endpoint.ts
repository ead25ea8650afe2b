import type { Day } from '@kaerimichi/discharge';
import type { z } from 'zod';
import type { Issue } from '../problem.ts';

/** One REST endpoint: what may be sent, what comes back. The api implements it, the console and tests call it. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express path below /api/v1. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media types of a file that is the body as it is. */
  readonly file?: readonly string[];
  readonly answer: z.ZodType;
  /** Media type of an answer that is a file; its `answer` is nothing then. */
  readonly answers?: string;
  readonly status: 200 | 201 | 204;
  /**
   * Writes that would count twice when repeated carry Idempotency-Key, those to a case also If-Match. What only sets a
   * value of one's own (signing in and out, membership, language) or ends something (an invitation) comes to the same
   * each time and carries neither, and so does what is only tried (`?dryRun=1`); a code that is used up is its own key.
   */
  readonly key?: 'required' | 'unlessDryRun';
  readonly match?: 'required';
  /** Faults of a body that depend on today's day, told beside those of its schema. */
  readonly dated?: (body: unknown, today: Day) => Issue[];
  /** May be called without signing in. */
  readonly open?: true;
  /** For wall displays alone, by the cookie of a screen: the same browser may have a person signed in. */
  readonly device?: true;
};
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
