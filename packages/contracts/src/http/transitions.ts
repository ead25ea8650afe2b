import { z } from 'zod';
import { reason } from '../problem.ts';

export const transition = z.strictObject({
  event: z.string(),
  to: z.string(),
  label: z.string(),
  forward: z.boolean(),
  /** Whether the viewer may make the move at all; the way forward is told to all who see the plan. */
  permitted: z.boolean(),
  enabled: z.boolean(),
  reasons: z.array(reason),
  /** Requirements that are met, waived or before adoption, as sentences with evidence. */
  done: z.array(
    z.strictObject({
      code: z.string(),
      text: z.string(),
      how: z.enum(['met', 'waived', 'beforeAdoption', 'notAsked']),
      evidence: reason.shape.evidence,
    }),
  ),
  effects: z.array(z.string()),
  /** What to look at before moving, such as a discharge on a Friday; never blocks. */
  warnings: z.array(z.string()),
  /** Fields that this move fixes (`to`, `how`, `returnTo` …), to be sent with it. */
  fixed: z.record(z.string(), z.unknown()),
  /** Names of further fields the move needs; their schema is in GET /pathway. */
  needs: z.array(z.string()),
});
export type Transition = z.infer<typeof transition>;

/** One forward move and what it asks today: the next one, or one that comes after it. */
export const wayAhead = z.strictObject({
  from: z.string(),
  event: z.string(),
  label: z.string(),
  to: z.string(),
  /** Each condition once, with the first move that asks it. */
  reasons: z.array(reason),
  done: transition.shape.done,
});
export type WayAhead = z.infer<typeof wayAhead>;
