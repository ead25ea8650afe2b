import { day, instant, ruleChanges, visibleText, waiverRoles } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });
const ground = z.enum(['individual', 'disaster']);

/** Days that the register can look back. */
export const overridePeriods = ['30', '90', '365'] as const;

/** One exception, told to whoever reads the plan of its case whole. */
const override = z.strictObject({
  caseId: z.string(),
  no: z.string(),
  requirement: z.string(),
  stage: z.string(),
  ground,
  on: day,
  /** Version of the rule set under which it was made; null: the program's own values. */
  version: z.int().nullable(),
  /** false: one of the two who have to agree did. */
  isWhole: z.boolean(),
  grants: z.array(
    z.strictObject({
      /** Name of whoever made it; null: no longer known. */
      by: z.string().nullable(),
      as: z.enum(waiverRoles),
      on: day,
      /** null: of a category that the viewer does not read, or destroyed. */
      reason: z.string().nullable(),
    }),
  ),
});
export type ToldOverride = z.infer<typeof override>;

const count = z.strictObject({
  requirement: z.string(),
  text: words,
  individual: z.int(),
  disaster: z.int(),
  /** One of two agreed so far. */
  half: z.int(),
});

/** A condition that was passed over so often under the rules as they are that they are looked at. */
const proposal = z.strictObject({
  requirement: z.string(),
  text: words,
  count: z.int(),
  /** From when on they were counted. */
  since: instant,
  /** What of a rule set may be changed for it. */
  changes: z.array(z.enum(ruleChanges)),
  /** Why it cannot be switched off; null: it may. */
  staysOn: words.nullable(),
  /** By whom they were made. */
  approved: z.strictObject({ headNurse: z.int(), doctor: z.int() }),
});
export type OverrideProposal = z.infer<typeof proposal>;

const kept = z.strictObject({
  requirement: z.string(),
  text: words,
  overrides: z.int(),
  reason: z.string(),
  by: z.string().nullable(),
  at: instant,
});

/** Longest list of exceptions that is told line by line; the counts are of all. */
export const MOST_OVERRIDES = 200;

/** 例外の記録: what was passed over in the cases that an organisation leads, beside its rule set. */
export const overrideEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/rule-sets/overrides',
    summary: 'Exceptions that my organisation made in the cases it leads: counted by condition, and what they propose',
    query: z.strictObject({ days: z.enum(overridePeriods).optional() }),
    answer: z.strictObject({
      from: day,
      until: day,
      /** Version in force; null: none was published. */
      version: z.int().nullable(),
      counts: z.array(count),
      overrides: z.array(override),
      /** Exceptions of the period that are not among them. */
      untold: z.int(),
      proposals: z.array(proposal),
      kept: z.array(kept),
    }),
    status: 200,
  }),
  keep: endpoint({
    method: 'POST',
    path: '/rule-sets/overrides/kept',
    summary:
      'Leave a rule as it is though it is proposed to change it, with the reason; from then on it is counted anew',
    body: z.strictObject({ requirement: z.string().max(60), reason: visibleText(500) }),
    answer: kept,
    status: 201,
    key: 'required',
  }),
};
