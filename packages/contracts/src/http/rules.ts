import {
  deadlineFacts,
  deadlineRules,
  type Fault,
  faultAt,
  marks,
  medicalCareFacts,
  medicalCareItemIds,
  ruleKinds,
  ruleSetIds,
  type Sent,
  severeChildFacts,
  severeChildItemIds,
  sourceKinds,
  toldBeside,
} from '@kaerimichi/rules';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** The rows of both forms, with their points, for whoever ticks them. */
export {
  type MedicalCareItemId,
  medicalCareItems,
  motorFunctions,
  type SevereChildItemId,
  severeChildItems,
  watchLevels,
} from '@kaerimichi/rules';

const words = z.strictObject({ ja: z.string(), en: z.string() });
const day = z.iso.date();
const remark = z.strictObject({ code: z.string(), text: z.string() });

const version = z.strictObject({
  ruleSet: z.enum(ruleSetIds),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  source: z.array(
    z.strictObject({
      kind: z.enum(sourceKinds),
      place: z.string(),
      /** How far the reading is sure: C read in the text, I inferred, G not confirmed. */
      mark: z.enum(Object.keys(marks) as [keyof typeof marks, ...(keyof typeof marks)[]]),
      note: words.optional(),
    }),
  ),
});

const rule = z.strictObject({
  id: z.string(),
  kind: z.enum(ruleKinds),
  title: words,
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  /** The fact whose day picks the revision; `lastDay`: the day on which a duty falls due. */
  revisionBy: z.string(),
  versions: z.array(version),
  facts: z.array(
    z.strictObject({
      name: z.string(),
      title: words,
      type: z.string(),
      required: z.boolean(),
      /** JSON Schema of the fact. */
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** `R8/1`: the revision, and the program's version of its rules; and where the rule stands. */
const datedBy = { ruleSet: z.string(), source: z.string() };

const medicalCareAnswer = z.strictObject({
  base: z.int(),
  watch: z.int(),
  total: z.int(),
  class: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** The condition of the score alone; A246-3 has others. */
  eligibleA2463: z.boolean(),
  counted: z.array(z.strictObject({ id: z.enum(medicalCareItemIds), base: z.int(), watch: z.int() })),
  needsReview: z.array(remark),
  notes: z.array(remark),
  ...datedBy,
});

const severeChildAnswer = z.strictObject({
  total: z.int(),
  class: z.enum(['super', 'semi', 'none']),
  earliestOn: day.optional(),
  reachedOn: z.strictObject({ super: day.optional(), semi: day.optional() }),
  items: z.array(z.strictObject({ id: z.enum(severeChildItemIds), countsFrom: day.nullable() })),
  needsReview: z.array(remark),
  ...datedBy,
});

/** What the rule needs and was not sent; told beside whatever else is wrong. */
function missingFacts(sent: Sent): Fault[] {
  const shape = deadlineRules.find(({ id }) => id === sent.rule)?.facts.shape ?? {};
  return Object.entries(shape)
    .filter(([name, fact]) => sent[name] === undefined && !(fact as z.ZodType).safeParse(undefined).success)
    .map(([name]) => faultAt([name], '必ず入れてください。', 'This is required.'));
}

const deadlineIds = deadlineRules.map(({ id }) => id) as [string, ...string[]];
const deadlineAnswer = z.strictObject({
  opensOn: day.optional(),
  lastDay: day,
  ifBlank: day.optional(),
  remindOn: day,
  counting: z.string(),
  ...datedBy,
});

export const ruleEndpoints = {
  rules: endpoint({
    method: 'GET',
    path: '/rules',
    summary: 'Every rule: its facts with types, its source, when it is in force',
    answer: z.strictObject({
      ruleSets: z.array(
        z.strictObject({ id: z.enum(ruleSetIds), label: words, effectiveFrom: day, effectiveTo: day.nullable() }),
      ),
      version: z.int(),
      rules: z.array(rule),
    }),
    status: 200,
  }),
  medicalCareScore: endpoint({
    method: 'POST',
    path: '/rules/medical-care-score',
    summary: 'Medical care score (医療的ケア判定スコア), for reference',
    body: medicalCareFacts,
    answer: medicalCareAnswer,
    status: 200,
  }),
  severeChildScore: endpoint({
    method: 'POST',
    path: '/rules/severe-child-score',
    summary: 'Severe and semi-severe child (超重症児・準超重症児), for reference',
    body: severeChildFacts,
    answer: severeChildAnswer,
    status: 200,
  }),
  deadlines: endpoint({
    method: 'POST',
    path: '/rules/deadlines',
    summary: 'The days of a deadline; facts that the rule does not ask are not looked at',
    body: toldBeside(
      z.strictObject({ rule: z.enum(deadlineIds), ...z.strictObject(deadlineFacts).partial().shape }),
      missingFacts,
    ),
    answer: deadlineAnswer,
    status: 200,
  }),
};
