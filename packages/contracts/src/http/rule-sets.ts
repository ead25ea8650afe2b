import { checkSections, day, ruleSetContent } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });
const instant = z.string();

const version = z.strictObject({
  version: z.int(),
  fromOn: day,
  publishedAt: instant,
  /** Name of whoever published it; null: no longer known. */
  publishedBy: z.string().nullable(),
  state: z.enum(['waiting', 'inForce', 'replaced']),
  /** Some live case may not have taken it over yet: it follows within seconds of the day on which it is in force. */
  isBeingAdopted: z.boolean(),
  content: ruleSetContent,
});
export type RuleSetVersion = z.infer<typeof version>;

const draft = z.strictObject({
  revision: z.int(),
  changedAt: instant,
  changedBy: z.string().nullable(),
  content: ruleSetContent,
});

/** What a rule set may say something about, with the program's own values. */
const ownValues = z.strictObject({
  stages: z.array(
    z.strictObject({ id: z.string(), label: words, guideDays: z.int().nullable(), hasDays: z.boolean() }),
  ),
  dates: z.array(z.strictObject({ id: z.string(), label: words, remindDays: z.int(), escalateDays: z.int() })),
  columns: z.array(z.strictObject({ id: z.string(), label: words })),
  requirements: z.array(
    z.strictObject({
      id: z.string(),
      text: words,
      stage: z.string(),
      /** Why it cannot be switched off; null: an organisation may. */
      staysOn: words.nullable(),
    }),
  ),
  caregivers: z.int(),
  skillDays: z.int(),
  /** Hours of the clock after which an answer that is waited for is told of. */
  answerHours: z.strictObject({ unopened: z.int(), unanswered: z.int(), escalated: z.int() }),
  /** Things to check: what each template asks for, and every thing in words. */
  checks: z.strictObject({
    sections: z.array(z.enum(checkSections)),
    templates: z.array(z.strictObject({ id: z.string(), checks: z.array(z.string()) })),
    items: z.array(
      z.strictObject({
        id: z.string(),
        section: z.enum(checkSections),
        words,
        /** The condition of a move that it is (◎). */
        requirement: z.string().nullable(),
        /** Why it cannot be left out as long as that is asked; null: an organisation may, and may call it otherwise. */
        staysOn: words.nullable(),
      }),
    ),
  }),
});

const requirement = z.strictObject({ id: z.string(), text: words });
const move = z.strictObject({ event: z.string(), label: words });

/** What changes in one case. `no` and `name` as the viewer reads them on a board. */
const previewedCase = z.strictObject({
  id: z.string(),
  no: z.string(),
  name: z.string().nullable(),
  stage: z.string(),
  opens: z.array(move),
  closes: z.array(move),
  unmet: z.array(requirement),
  settled: z.array(requirement),
  /** Things to check that are offered then, and that go from its checklists; none of care that the viewer is not told of. */
  offered: z.array(words),
  gone: z.array(words),
  isLate: z.boolean(),
  dates: z.array(
    z.strictObject({
      kind: z.string(),
      label: words,
      before: day.nullable(),
      after: day.nullable(),
      isTimer: z.boolean(),
    }),
  ),
});
export type PreviewedCase = z.infer<typeof previewedCase>;

/** Longest list of cases that a preview names; the counts are of all. */
export const MOST_PREVIEWED = 200;

export const ruleSetPreview = z.strictObject({
  /** Day on which everything is looked at: the first one on which it is in force. */
  on: day,
  live: z.int(),
  counts: z.strictObject({
    touched: z.int(),
    /** Can make a move that they could not. */
    freed: z.int(),
    /** Can no longer make a move, or are asked for something that they were not. */
    stuck: z.int(),
    /** Something on their card is past its day, and was not. */
    late: z.int(),
    /** Dates and reminders that come, go or move. */
    dates: z.int(),
    /** Cases that are offered something to check, or lose it. */
    checks: z.int(),
  }),
  /** Columns with more cases than the rule set thinks to be enough. */
  overLimit: z.array(z.strictObject({ column: z.string(), label: words, cases: z.int(), limit: z.int() })),
  /** Those who are stuck first, then those who are late; none of which the viewer sees nothing. */
  cases: z.array(previewedCase),
});
export type RuleSetPreview = z.infer<typeof ruleSetPreview>;

/** ルール: what an organisation asks of the cases that it leads, by version. */
export const ruleSetEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/rule-sets',
    summary: 'Rule sets of my organisation: the draft, every published version, and what may be set',
    answer: z.strictObject({
      draft: draft.nullable(),
      published: z.array(version),
      own: ownValues,
      /** Today, and the first day from which one may be published. */
      today: day,
    }),
    status: 200,
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/rule-sets/draft',
    summary: 'Save the draft, or a file as the draft, over the revision that was seen; 0: there was none',
    body: z.strictObject({ revision: z.int().nonnegative(), content: ruleSetContent }),
    answer: draft,
    status: 200,
    key: 'required',
  }),
  preview: endpoint({
    method: 'POST',
    path: '/rule-sets/preview',
    summary: 'What a rule set would change in every live case of my organisation; nothing is written',
    body: z.strictObject({ content: ruleSetContent, fromOn: day }),
    answer: ruleSetPreview,
    status: 200,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/rule-sets/versions',
    summary: 'Publish the draft as the next version, in force from a day on',
    body: z.strictObject({ revision: z.int().positive(), fromOn: day }),
    answer: z.strictObject({ version: z.int(), fromOn: day }),
    status: 201,
    key: 'required',
  }),
};
