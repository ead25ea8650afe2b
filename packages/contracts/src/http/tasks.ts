import { day, instant, itemId, taskKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });

/** A case and whose it is, as its card shows them to the viewer. */
export const shownChild = z.strictObject({
  caseId: z.string(),
  no: z.string(),
  name: z.string().optional(),
  unnamed: z.literal(true).optional(),
  initial: z.string().optional(),
});
export type ShownChild = z.infer<typeof shownChild>;

/** When somebody who waits for it last said so, and of which organisation. */
const reminded = z.strictObject({ at: instant, org: z.string(), orgName: z.string() }).optional();

export const task = z.strictObject({
  ...shownChild.shape,
  /** Of the case, as it was when it was asked. */
  version: z.int(),
  kind: z.enum(taskKinds),
  /** Which of several of its kind in the case. */
  ref: z.string(),
  /** Names it in `task.assigned` and `task.dueMoved`, the same for as long as it is open; absent: it cannot be set. */
  key: z.string().optional(),
  what: words,
  /** Whose it is; `person` where it was given to somebody by name, `isOther` where that is not oneself. */
  owner: z.strictObject({
    org: z.string(),
    role: z.string(),
    person: z.string().optional(),
    isOther: z.boolean().optional(),
    /** Until when they have it in another's place. */
    until: instant.optional(),
  }),
  dueOn: z.string().optional(),
  /** Day on which it came to whoever has it. */
  since: z.string().optional(),
  /** Console path of the form that makes it true, or of the case where that is no form of the viewer's. */
  fix: z.strictObject({ route: z.string() }),
  /** The event that makes it true where it wants no form: one press sends it. */
  tick: z.strictObject({ event: z.string(), fill: z.record(z.string(), z.string()) }).optional(),
  reminded,
});
export type Task = z.infer<typeof task>;

/** What another organisation has to do, and the viewer waits for. */
const waiting = z.strictObject({
  ...shownChild.shape,
  kind: z.enum(taskKinds),
  ref: z.string(),
  what: words,
  /** Whom it is waited for; null: a hub, or somebody outside the network. */
  org: z.string().nullable(),
  orgName: z.string().nullable(),
  role: z.string().optional(),
  since: z.string().optional(),
  dueOn: z.string().optional(),
  /** Names it in `task.reminded`; absent: nobody is reminded of it by this viewer. */
  key: z.string().optional(),
  reminded,
  /** Whether they were told of it, whoever there it was: the last mail, and when it was last read in their 通知. */
  told: z
    .strictObject({
      mailed: z.strictObject({ state: z.enum(['sent', 'failed']), at: instant }).nullable(),
      readAt: instant.nullable(),
    })
    .optional(),
});
export type Waiting = z.infer<typeof waiting>;

const named = z.strictObject({ caseId: opaqueId, task: z.string().min(3).max(120) });
const reason = z.string().trim().min(1).max(1000);

/** What is changed about every one of several tasks: who has it, for good or until an instant, or its day. */
const change = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('owner'),
    owner: itemId,
    returnsAt: instant.optional(),
    note: z.string().trim().max(1000).optional(),
  }),
  z.strictObject({ is: z.literal('due'), dueOn: day, reason }),
]);
export type TaskChange = z.infer<typeof change>;

/** So many at once: a ward's day, and no more than one press should carry. */
const MOST_CHANGED = 100;

/** Changes of one case since the last working day went home, as its history tells them to the viewer. */
const morningCase = z.strictObject({
  ...shownChild.shape,
  /** By which the page is divided: the leading organisation. */
  lead: z.string(),
  column: z.string(),
  due: z.strictObject({ kind: z.string(), on: z.string() }).optional(),
  mine: z.boolean(),
  changes: z.array(z.strictObject({ seq: z.int(), at: instant, label: z.string(), by: z.string().nullable() })),
});
export type MorningCase = z.infer<typeof morningCase>;

export const taskEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/tasks',
    summary:
      'What is to be done over all active cases: overdue, due soon, then waiting longest; and what is waited for',
    /** `own` where absent; `team`: of the whole organisation; else the membership of somebody for whom one stands in. */
    query: z.strictObject({ of: z.string().max(64).optional() }),
    answer: z.strictObject({
      tasks: z.array(task),
      /** There are others than these. */
      more: z.boolean(),
      /** Of the own list alone. */
      waiting: z.array(waiting),
      /** For whom one stands in today. */
      standsInFor: z.array(z.strictObject({ membership: z.string(), name: z.string(), untilOn: z.string() })),
    }),
    status: 200,
  }),
  change: endpoint({
    method: 'POST',
    path: '/tasks/changes',
    summary: 'Give several tasks to a colleague, or move their day; each is a command of its own case',
    body: z.strictObject({ tasks: z.array(named).min(1).max(MOST_CHANGED), change }),
    answer: z.strictObject({
      done: z.array(named),
      refused: z.array(z.strictObject({ ...named.shape, why: z.string() })),
    }),
    status: 200,
    key: 'required',
  }),
  colleagues: endpoint({
    method: 'GET',
    path: '/tasks/colleagues',
    summary: 'Who of the own organisation may have a task',
    answer: z.strictObject({
      colleagues: z.array(z.strictObject({ membership: z.string(), name: z.string(), role: z.string() })),
    }),
    status: 200,
  }),
  morning: endpoint({
    method: 'GET',
    path: '/tasks/morning',
    summary: '朝の確認: what changed since 17:00 of the last working day, by leading organisation',
    answer: z.strictObject({
      since: instant,
      at: instant,
      cases: z.array(morningCase),
      orgs: z.record(z.string(), z.string()),
      more: z.boolean(),
    }),
    status: 200,
  }),
};

const substitution = z.strictObject({
  id: z.string(),
  membership: z.string(),
  name: z.string(),
  substitute: z.string(),
  substituteName: z.string(),
  fromOn: z.string(),
  untilOn: z.string(),
});
export type SubstitutionShown = z.infer<typeof substitution>;

export const substituteEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/substitutes',
    summary: 'Who stands in for whom: for an administrator of the whole organisation, else of oneself',
    answer: z.strictObject({ substitutes: z.array(substitution) }),
    status: 200,
  }),
  make: endpoint({
    method: 'POST',
    path: '/substitutes',
    summary: 'Let a colleague see the tasks of somebody who is away, from a day to a day; it ends by itself',
    /** `membership`: who is away; oneself where absent. */
    body: z.strictObject({ membership: opaqueId.optional(), substitute: opaqueId, fromOn: day, untilOn: day }),
    answer: substitution,
    status: 201,
    key: 'required',
  }),
  end: endpoint({
    method: 'DELETE',
    path: '/substitutes/:id',
    summary: 'End it before its last day',
    params: z.strictObject({ id: opaqueId }),
    answer: z.null(),
    status: 204,
  }),
};
