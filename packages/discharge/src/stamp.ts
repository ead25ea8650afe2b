import { z } from 'zod';

/** When and in which round something was recorded: it stands in every fact that one event brings. */
export const stamp = z.strictObject({
  seq: z.int().positive().describe('seq of the event that recorded it'),
  on: z.iso.date().describe('Tokyo day on which it happened'),
  round: z.int().nonnegative().describe('round in which it was recorded'),
});
export type Stamp = z.infer<typeof stamp>;

/** A fact of this shape with its stamp. */
export const stamped = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...stamp.shape, ...shape });
