import { z } from 'zod';

/** Stable codes of problem+json answers and the status each has. One table; nothing else maps code to status. */
export const problemStatus = {
  'bad-input': 400,
  'sign-in': 401,
  'not-permitted': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'requirements-unmet': 409,
  'wrong-stage': 409,
  'version-conflict': 409,
  'already-there': 409,
  'key-reused': 422,
  'precondition-required': 428,
  'slow-down': 429,
  fault: 500,
  busy: 503,
} as const;
export type ProblemCode = keyof typeof problemStatus;

export const issue = z.strictObject({ path: z.string(), message: z.string() });
export type Issue = z.infer<typeof issue>;

/** Why a move is refused: what is missing, who can supply it, and where. */
export const reason = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  text: z.string(),
  waivable: z.enum(['no', 'yes', 'safety']),
  evidence: z
    .strictObject({
      seq: z.int().optional(),
      recordId: z.string().optional(),
      on: z.string().optional(),
      until: z.string().optional(),
    })
    .optional(),
  /** Event that supplies what is missing, and the page of the console on which it is recorded. */
  fix: z.strictObject({ event: z.string(), route: z.string() }).optional(),
  turn: z.strictObject({ org: z.string().nullable(), role: z.string(), since: z.string() }).optional(),
});
export type Reason = z.infer<typeof reason>;

export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  reasons: z.array(reason).optional(),
  issues: z.array(issue).optional(),
  current: z.unknown().optional(),
  events: z.array(z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;
