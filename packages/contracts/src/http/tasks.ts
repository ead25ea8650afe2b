import { taskKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** A case and whose it is, as its card shows them to the viewer. */
export const shownChild = z.strictObject({
  caseId: z.string(),
  no: z.string(),
  name: z.string().optional(),
  unnamed: z.literal(true).optional(),
  initial: z.string().optional(),
});
export type ShownChild = z.infer<typeof shownChild>;

export const task = z.strictObject({
  ...shownChild.shape,
  kind: z.enum(taskKinds),
  /** Which of several of its kind in the case. */
  ref: z.string(),
  /** Names it in `task.assigned` and `task.dueMoved`, the same for as long as it is open; absent: it cannot be set. */
  key: z.string().optional(),
  what: z.strictObject({ ja: z.string(), en: z.string() }),
  /** Whose it is; `person` where it was given to somebody by name, `isOther` where that is not oneself. */
  owner: z.strictObject({
    org: z.string(),
    role: z.string(),
    person: z.string().optional(),
    isOther: z.boolean().optional(),
  }),
  dueOn: z.string().optional(),
  /** Day on which it came to whoever has it. */
  since: z.string().optional(),
  /** Console path of the form that makes it true, or of the case where that is no form of the viewer's. */
  fix: z.strictObject({ route: z.string() }),
});
export type Task = z.infer<typeof task>;

export const taskEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/tasks',
    summary: 'What the own membership has to do, over all active cases: overdue, due soon, then waiting longest',
    /** `more`: there are others than these. */
    answer: z.strictObject({ tasks: z.array(task), more: z.boolean() }),
    status: 200,
  }),
};
