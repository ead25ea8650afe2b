import { z } from 'zod';
import type { Amount } from '../amount.ts';
import type { Day } from '../calendar/meant-day.ts';
import { day } from '../calendar/meant-day.ts';
import { faultAt, type Outcome } from '../outcome.ts';
import { type Dated, dated, type Rule } from '../rule.ts';
import { type RuleSetId, ruleSetIds, ruleSetOn, ruleSets } from '../rule-set.ts';
import type { Source, Sources } from '../source.ts';
import type { Words } from '../words.ts';
import type { Asked, Condition, Verdict } from './condition.ts';
import { type FactName, type FeeFacts, feeFactTypes } from './facts.ts';
import type { DayFact } from './predicates.ts';

export const feeStatuses = ['met', 'missing', 'lost', 'needsReview', 'bundled'] as const;
export type FeeStatus = (typeof feeStatuses)[number];

/** `evidence.facts`: what it looked at; `needs`: which of them are not recorded; `on`: when it was met or lost. */
export type FeeCondition = {
  readonly code: string;
  readonly ok: boolean | 'unknown';
  readonly text: Words;
  readonly evidence: { readonly facts: readonly FactName[]; readonly on?: Day };
  readonly needs: readonly FactName[];
  readonly review?: Words;
};
export type FeeAnswer = {
  readonly status: FeeStatus;
  /** First day on which it could no longer be claimed. */
  readonly lostOn?: Day;
  readonly amount?: Amount;
  readonly conditions: readonly FeeCondition[];
  readonly note: Words;
};

type AmountOf = Amount | ((asked: Asked) => Amount | null);
export type FeeDefinition = {
  readonly id: string;
  readonly title: Words;
  /** The act whose day picks the revision; the day of asking where it is not recorded. Inferred: no text says it. */
  readonly revisionBy: DayFact;
  readonly sources: Sources;
  readonly amounts: Readonly<Partial<Record<RuleSetId, AmountOf>>>;
  readonly conditions: readonly Condition[];
  /** Facts that the amount alone looks at. */
  readonly amountFacts?: readonly FactName[];
};
export type FeeRule = Rule<z.ZodObject, FeeAnswer> & { readonly factNames: readonly FactName[] };

export const referenceNote: Words = {
  ja: '参考計算です。算定の可否は、請求を担当する人が本文で確かめてください。',
  en: 'A reference calculation: whoever claims must check it against the text.',
};

export const place = (text: string, note?: Words): Source => ({
  kind: 'notice',
  place: text,
  mark: 'C',
  ...(note && { note }),
});
/** Visiting-nursing rules rest on secondary sources throughout. */
export const secondary = (text: string): Source => ({
  kind: 'notice',
  place: text,
  mark: 'G',
  note: {
    ja: '訪問看護療養費の告示・通知は読めていません。二次資料と、医療機関側の在宅患者訪問看護・指導料（C005）から',
    en: 'The texts on home nursing fees were not read: from secondary sources, and C005 of the hospital side',
  },
});

/** A fee from its conditions: which facts it asks follows from them. */
export function defineFee(fee: FeeDefinition): FeeRule {
  const factNames = [
    ...new Set([fee.revisionBy, ...fee.conditions.flatMap(one => one.facts), ...(fee.amountFacts ?? [])]),
  ].sort();
  const facts = z.strictObject({
    on: day.meta({ title: '判定する日 / day of asking' }),
    ...Object.fromEntries(factNames.map(name => [name, feeFactTypes[name]])),
  });
  return {
    id: fee.id,
    kind: 'fee',
    title: fee.title,
    sources: fee.sources,
    revisionBy: fee.revisionBy,
    facts,
    factNames,
    ask: parsed => ask(fee, parsed as FeeFacts & { on: Day }),
  };
}

function ask(fee: FeeDefinition, { on, ...facts }: FeeFacts & { on: Day }): Outcome<Dated<FeeAnswer>> {
  const set = ruleSetOn(facts[fee.revisionBy] ?? on);
  const sources = set && fee.sources[set];
  if (!set || !sources) return { ok: false, faults: [notInForce(fee, facts[fee.revisionBy] !== undefined)] };
  const asked: Asked = { facts, on, set };
  const judged = fee.conditions
    .filter(one => !one.sets || one.sets.includes(set))
    .map(condition => ({ condition, verdict: condition.judge(asked) }));
  const status = statusOf(judged.map(one => one.verdict));
  const amount = status === 'bundled' || status === 'lost' ? null : amountOf(fee.amounts[set], asked);
  const lostOn = firstLoss(judged.map(one => one.verdict));
  return {
    ok: true,
    answer: dated(
      {
        status,
        ...(status === 'lost' && lostOn !== null && { lostOn }),
        ...(amount && { amount }),
        conditions: judged.map(one => told(one.condition, one.verdict)),
        note: referenceNote,
      },
      set,
      sources,
    ),
  };
}

const notInForce = (fee: FeeDefinition, recorded: boolean) => {
  const known = ruleSetIds.filter(id => fee.sources[id]).map(id => ruleSets[id].label);
  return faultAt(
    [recorded ? fee.revisionBy : 'on'],
    `その日の点数表にこの項目はありません（${known.map(one => one.ja).join('・')}）`,
    `The schedule of that day does not have it (${known.map(one => one.en).join(', ')})`,
  );
};

const amountOf = (amount: AmountOf | undefined, asked: Asked): Amount | null =>
  typeof amount === 'function' ? amount(asked) : (amount ?? null);

/** A ward fee that includes it comes first, then what cannot be made good, then what can, then what a person judges. */
function statusOf(verdicts: readonly Verdict[]): FeeStatus {
  const some = (...is: readonly Verdict['is'][]) => verdicts.some(one => is.includes(one.is));
  if (some('bundled')) return 'bundled';
  if (some('lost')) return 'lost';
  if (some('failed', 'unknown')) return 'missing';
  return some('review') ? 'needsReview' : 'met';
}

const firstLoss = (verdicts: readonly Verdict[]): Day | null =>
  verdicts.flatMap(one => (one.is === 'lost' ? [one.on] : [])).sort()[0] ?? null;

function told({ code, text, facts }: Condition, verdict: Verdict): FeeCondition {
  const open = verdict.is === 'unknown' || verdict.is === 'review';
  const on = verdict.is === 'met' || verdict.is === 'lost' ? verdict.on : undefined;
  return {
    code,
    ok: open ? 'unknown' : verdict.is === 'met',
    text,
    evidence: { facts, ...(on && { on }) },
    needs: verdict.is === 'unknown' ? verdict.missing : [],
    ...(verdict.is === 'review' && { review: verdict.why }),
  };
}
