import type { CaseAccess } from '@kaerimichi/access';
import type { Day, Words } from '@kaerimichi/discharge';
import type { BackwardPlan, PlanDays, PlanStep } from '@kaerimichi/discharge/chart';
import type { FeeFacts } from '@kaerimichi/rules';
import type { TransitionSeen } from './casework.ts';
import type { FeeSeen } from './fees/list-fees.ts';
import type { Outcome, ReasonWords, RequestMeta } from './outcome.ts';
import type { SignedIn } from './ports.ts';

/** Answers that follow from what is recorded: nothing is written by any of them. */
export type AnswersSeen = {
  /** What the case would make payable (参考計算); not-permitted to whoever is told no fees. */
  fees(who: SignedIn, caseId: string, meta: RequestMeta): Promise<Outcome<readonly FeeSeen[]>>;
  /** By when each open condition is due for a day of discharge; null: none lies ahead, or the plan is not read. */
  plan(who: SignedIn, caseId: string, asked: PlanQuestion): Promise<Outcome<PlanSeen | null>>;
  /** What events would change that nobody sends; by whoever may send them. */
  whatIf(who: SignedIn, caseId: string, asked: WhatIfQuestion): Promise<Outcome<WhatIfSeen>>;
  /** The case as it stood at the end of a day, as the viewer would have been shown it then, and never more than now. */
  replay(who: SignedIn, caseId: string, asked: ReplayQuestion): Promise<Outcome<ReplaySeen>>;
};

export type PlanQuestion = { readonly target: Day | undefined; readonly meta: RequestMeta };
export type PlanSeen = Omit<BackwardPlan, 'steps'> & {
  readonly steps: readonly (Omit<PlanStep, 'unmet'> & { readonly reason: ReasonWords })[];
};

export type WhatIfQuestion = {
  /** As they would be sent, each on a day from today on. */
  readonly events: readonly { readonly on?: Day | undefined; readonly event: unknown }[];
  /** What is assumed of the fees beside what the case says. */
  readonly facts: FeeFacts;
  readonly target: Day | undefined;
  readonly meta: RequestMeta;
};

type Both<Value> = { readonly before: Value; readonly after: Value };
type MoveSeen = Pick<TransitionSeen, 'event' | 'to' | 'label'>;
type ConditionSeen = { readonly code: string; readonly text: Words };

export type DifferenceSeen = {
  readonly stage: Both<string>;
  readonly opens: readonly MoveSeen[];
  readonly closes: readonly MoveSeen[];
  readonly settles: readonly ConditionSeen[];
  readonly unsettles: readonly ConditionSeen[];
  readonly deadlines: readonly (Both<Day | null> & { readonly kind: string; readonly ref: string })[];
  /** null where no discharge lies ahead. */
  readonly plan: Both<PlanDays | null>;
};

/** How a fee stands without what is tried; `met`: how many of its conditions. */
type FeeBefore = { readonly status: FeeSeen['status']; readonly met: number };

export type WhatIfSeen = {
  /** The first event that would be refused, and why. */
  readonly refused: { readonly index: number; readonly reasons: readonly ReasonWords[] } | null;
  /** null: refused, or told to nobody who does not read the plan. */
  readonly difference: DifferenceSeen | null;
  /** As they would stand, each with how it stands; null: refused, or told no fees. */
  readonly fees: readonly (FeeSeen & { readonly before: FeeBefore | null })[] | null;
};

export type ReplayQuestion = { readonly on: Day; readonly meta: RequestMeta };

export type ReplaySeen = {
  readonly on: Day;
  /** Days on which something happened that this viewer is told of, oldest first. */
  readonly days: readonly Day[];
  /** null: there was no case yet, or this viewer's organisation would have been told of none. */
  readonly seen: {
    readonly stage: string;
    readonly class: CaseAccess['class'];
    readonly facts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly hidden: readonly string[];
    /** What the way forward asked on that day; null without the plan, or where no way led on. */
    readonly conditions: {
      readonly done: TransitionSeen['done'];
      readonly reasons: readonly ReasonWords[];
    } | null;
  } | null;
};
