import { day, feeFacts, feeRules, feeStatuses } from '@kaerimichi/rules';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** 入院料 by what they bundle, for whoever assumes one. */
export { wardFees } from '@kaerimichi/rules';

const feeIds = feeRules.map(({ id }) => id) as [string, ...string[]];

export const feeAnswer = z.strictObject({
  status: z.enum(feeStatuses),
  /** Since which day it is lost. */
  lostOn: day.optional(),
  points: z.int().optional(),
  yen: z.int().optional(),
  /** Of the points or yen: false where no official text of that revision was read. */
  verified: z.boolean().optional(),
  conditions: z.array(
    z.strictObject({
      code: z.string(),
      ok: z.union([z.boolean(), z.literal('unknown')]),
      text: z.string(),
      evidence: z.strictObject({ facts: z.array(z.string()), on: day.optional() }),
      /** Facts that are not recorded. */
      needs: z.array(z.string()),
      /** What a person has to judge, and why. */
      review: z.string().optional(),
    }),
  ),
  /** That it is a reference calculation. */
  note: z.string(),
  ruleSet: z.string(),
  source: z.string(),
});
export type ToldFee = z.infer<typeof feeAnswer>;

export const feeEndpoints = {
  fee: endpoint({
    method: 'POST',
    path: '/rules/fees',
    summary: 'Whether a fee may be claimed, condition by condition (参考計算)',
    body: z.strictObject({ fee: z.enum(feeIds), on: day, facts: feeFacts }),
    answer: feeAnswer,
    status: 200,
  }),
};
