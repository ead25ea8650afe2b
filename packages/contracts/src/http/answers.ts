import { day, feeFacts, feeStatuses, type Mark, marks } from '@kaerimichi/rules';
import { z } from 'zod';
import { reason } from '../problem.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';
import { transition, wayAhead } from './transitions.ts';

const caseId = z.strictObject({ id: opaqueId });
const markIds = Object.keys(marks) as [Mark, ...Mark[]];

/** How a fact is known where the case does not say just this. */
const basis = z.enum(['atLatest', 'planned', 'read', 'house', 'assumed']);

export const caseFee = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Who would claim it. */
  side: z.enum(['hospital', 'homeCare', 'station']),
  status: z.enum(feeStatuses),
  lostOn: day.nullable(),
  /** `verified` false: read in no official text of that revision. */
  amount: z.strictObject({ value: z.int(), unit: z.enum(['points', 'yen']), verified: z.boolean() }).nullable(),
  conditions: z.array(
    z.strictObject({
      code: z.string(),
      ok: z.union([z.boolean(), z.literal('unknown')]),
      text: z.string(),
      on: day.nullable(),
      review: z.string().nullable(),
      /** Facts that are missing; `event`: whose form supplies it, null: it is looked up outside the program. */
      needs: z.array(
        z.strictObject({ fact: z.string(), title: z.string(), isFlag: z.boolean(), event: z.string().nullable() }),
      ),
      basis: z.array(z.strictObject({ title: z.string(), how: basis })),
    }),
  ),
  /** That it is a reference calculation. */
  note: z.string(),
  revision: z.strictObject({ name: z.string(), label: z.string(), from: day, to: day.nullable() }),
  /** The fact whose day picked the revision; null: the day of asking did. */
  revisionBy: z.string().nullable(),
  source: z.string(),
  /** Of its sources the least sure: C read in the text, I inferred, G not confirmed. */
  mark: z.enum(markIds),
  markText: z.string(),
});
export type CaseFee = z.infer<typeof caseFee>;

const planStep = z.strictObject({
  code: z.string(),
  todo: z.string(),
  reason,
  /** Business days that it usually takes: a guide value. */
  days: z.int(),
  /** Open conditions that come before it. */
  after: z.array(z.string()),
  earliestOn: day,
  startBy: day,
  doneBy: day,
  /** Business days of room; below 0 the target does not hold. */
  slack: z.int(),
  isCritical: z.boolean(),
});
const planDays = z.strictObject({
  target: day,
  targetIs: z.enum(['asked', 'planned', 'earliest']),
  earliestOn: day,
  slack: z.int(),
});
export const casePlan = z.strictObject({ ...planDays.shape, steps: z.array(planStep) });
export type CasePlan = z.infer<typeof casePlan>;

const both = <Value extends z.ZodType>(value: Value) => z.strictObject({ before: value, after: value });
const moved = z.strictObject({ event: z.string(), to: z.string(), label: z.string() });
const condition = z.strictObject({ code: z.string(), text: z.string() });

const difference = z.strictObject({
  stage: both(z.string()),
  opens: z.array(moved),
  closes: z.array(moved),
  settles: z.array(condition),
  unsettles: z.array(condition),
  deadlines: z.array(
    z.strictObject({ kind: z.string(), ref: z.string(), before: day.nullable(), after: day.nullable() }),
  ),
  /** null where no discharge lies ahead. */
  plan: both(planDays.nullable()),
});
/** How a fee stands without what is tried; `met`: how many of its conditions. */
const feeBefore = z.strictObject({ status: z.enum(feeStatuses), met: z.int() });

export const whatIfAnswer = z.strictObject({
  /** The first event that would be refused, and why. */
  refused: z.strictObject({ index: z.int(), reasons: z.array(reason) }).nullable(),
  difference: difference.nullable(),
  /** As they would stand, each with how it stands; null to whoever is told no fees. */
  fees: z.array(z.strictObject({ ...caseFee.shape, before: feeBefore.nullable() })).nullable(),
});
export type WhatIf = z.infer<typeof whatIfAnswer>;

const replayed = z.strictObject({
  stage: z.string(),
  class: z.enum(['full', 'partner', 'numberOnly', 'invited']),
  facts: z.record(z.string(), z.record(z.string(), z.unknown())),
  hidden: z.array(z.string()),
  conditions: z.strictObject({ done: transition.shape.done, reasons: z.array(reason) }).nullable(),
});
export const replayAnswer = z.strictObject({
  on: day,
  /** Days on which something happened that the viewer is told of, oldest first. */
  days: z.array(day),
  /** null: no case yet, or none that the viewer's organisation would have been told of. */
  seen: replayed.nullable(),
});
export type Replay = z.infer<typeof replayAnswer>;

/** What follows from a case and the rules, beside it; nothing is written by any of them. */
export const answerEndpoints = {
  fees: endpoint({
    method: 'GET',
    path: '/cases/:id/fees',
    summary: 'What the case would make payable, condition by condition (参考計算), for whoever reads its money',
    params: caseId,
    answer: z.array(caseFee),
    status: 200,
  }),
  plan: endpoint({
    method: 'GET',
    path: '/cases/:id/plan',
    summary:
      'By when each open condition is due for a day of discharge, over business days; null where none lies ahead',
    params: caseId,
    query: z.strictObject({ target: day.optional() }),
    answer: casePlan.nullable(),
    status: 200,
  }),
  ways: endpoint({
    method: 'GET',
    path: '/cases/:id/ways/:stage',
    summary: 'Every move out of one stage, wherever the case stands, with each of its conditions as it is today',
    params: caseId.extend({ stage: z.string().regex(/^[A-Za-z]{1,40}$/) }),
    answer: z.array(wayAhead),
    status: 200,
  }),
  whatIf: endpoint({
    method: 'POST',
    path: '/cases/:id/what-if',
    summary: 'What events would change on a copy of the case, as if they were sent; nothing is kept',
    params: caseId,
    body: z.strictObject({
      events: z.array(z.strictObject({ on: day.optional(), event: z.looseObject({ type: z.string() }) })).max(20),
      facts: feeFacts.optional(),
      target: day.optional(),
    }),
    answer: whatIfAnswer,
    status: 200,
  }),
  replay: endpoint({
    method: 'GET',
    path: '/cases/:id/replay',
    summary:
      'The case as it stood at the end of a day, as the viewer would have been shown it, and never more than now',
    params: caseId,
    query: z.strictObject({ on: day }),
    answer: replayAnswer,
    status: 200,
  }),
};
