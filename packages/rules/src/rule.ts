import type { z } from 'zod';
import type { Outcome } from './outcome.ts';
import { type RuleSetId, ruleSetName } from './rule-set.ts';
import { type Source, type Sources, sourceLine } from './source.ts';
import type { Words } from './words.ts';

export const ruleKinds = ['score', 'deadline', 'fee'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What stands beside every answer: the revision that gave it, and where it is written. */
export type Dated<Answer> = Answer & { readonly ruleSet: string; readonly source: string };

/**
 * A dated rule: facts in, an answer out; no clock. One file, and one line in `rule-list.ts`.
 * A rule is in force where its `sources` have a revision; which one an answer follows is picked by the day of `revisionBy`.
 */
export type Rule<Facts extends z.ZodObject = z.ZodObject, Answer = unknown> = {
  readonly id: string;
  readonly kind: RuleKind;
  readonly title: Words;
  readonly sources: Sources;
  /** The fact whose day picks the revision, or `lastDay`: the day on which a duty falls due. */
  readonly revisionBy: string;
  /** What it asks, each with its words in `meta({ title })`; strict. */
  readonly facts: Facts;
  /** As a method, so that a list of all rules can be of one type: its facts were parsed by `facts`. */
  ask(facts: z.output<Facts>): Outcome<Dated<Answer>>;
};

export const defineRule = <Facts extends z.ZodObject, Answer>(rule: Rule<Facts, Answer>): Rule<Facts, Answer> => rule;

/** An answer with the revision that gave it. */
export const dated = <Answer extends object>(answer: Answer, set: RuleSetId, sources: readonly Source[]) =>
  ({ ...answer, ruleSet: ruleSetName(set), source: sourceLine(sources) }) satisfies Dated<Answer>;
