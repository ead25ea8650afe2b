import type { Day } from '../calendar/meant-day.ts';
import type { RuleSetId } from '../rule-set.ts';
import type { Words } from '../words.ts';
import type { FactName, FeeFacts } from './facts.ts';

/** Facts of one case, the day on which it is asked, and the revision that answers. */
export type Asked = { readonly facts: FeeFacts; readonly on: Day; readonly set: RuleSetId };

/**
 * What a condition comes to. `failed` may still become met; `lost` may not (`on`: since which day); `review`: the text
 * leaves it to a person; `unknown`: a fact it needs is not recorded.
 */
export type Verdict =
  | { readonly is: 'met'; readonly on?: Day }
  | { readonly is: 'failed' }
  | { readonly is: 'lost'; readonly on: Day }
  | { readonly is: 'review'; readonly why: Words }
  | { readonly is: 'bundled' }
  | { readonly is: 'unknown'; readonly missing: readonly FactName[] };

export const met: Verdict = { is: 'met' };
export const failed: Verdict = { is: 'failed' };
export const bundled: Verdict = { is: 'bundled' };
export const lost = (on: Day): Verdict => ({ is: 'lost', on });
export const review = (ja: string, en: string): Verdict => ({ is: 'review', why: { ja, en } });
export const unknown = (...missing: FactName[]): Verdict => ({ is: 'unknown', missing });

/** One sentence of a notice over recorded facts; `facts` are all that it looks at, the first the one it is about. */
export type Condition = {
  readonly code: string;
  readonly text: Words;
  readonly facts: readonly [FactName, ...FactName[]];
  /** Revisions that ask it; all without. */
  readonly sets?: readonly RuleSetId[];
  judge(asked: Asked): Verdict;
};

export type Known<Name extends FactName> = { readonly [N in Name]-?: NonNullable<FeeFacts[N]> };

/** A condition that is unknown until each of its facts is recorded; then `judge` sees them all. */
export function needs<const Names extends readonly [FactName, ...FactName[]]>(
  code: string,
  text: Words,
  facts: Names,
  judge: (known: Known<Names[number]>, asked: Asked) => Verdict,
): Condition {
  return {
    code,
    text,
    facts,
    judge: asked => {
      const missing = facts.filter(name => asked.facts[name] === undefined);
      return missing.length > 0 ? unknown(...missing) : judge(asked.facts as Known<Names[number]>, asked);
    },
  };
}
