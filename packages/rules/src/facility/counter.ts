import type { Day } from '../calendar/meant-day.ts';
import { type Dated, dated } from '../rule.ts';
import { type RuleSetId, ruleSetOn } from '../rule-set.ts';
import type { Sources } from '../source.ts';
import type { Words } from '../words.ts';

/** Beds of a house, as the standard of 入退院支援加算1 tells them apart. */
export type Beds = {
  /** Of general and similar wards where the liaison fee (介護支援等連携指導料) can be claimed. */
  readonly general: number;
  /** Of long-term care wards where it can be claimed. */
  readonly longTerm: number;
  /** Of wards that claim 小児入院医療管理料 (A307). */
  readonly child: number;
};

/** What was counted in a house over the last year. */
export type FacilityCounts = {
  /** Meetings with each partner organisation. */
  readonly meetings: readonly number[];
  /** Conferences in which a support planner took part. */
  readonly plannerContacts: number;
  /** Times the liaison fee was claimed; null: nobody said. */
  readonly liaisonClaims: number | null;
  readonly beds: Beds | null;
  /** Admissions of which the day is recorded, and by which day of the stay the factors were. */
  readonly admissions: { readonly all: number; readonly within3: number; readonly within7: number };
  readonly jointConferences: { readonly all: number; readonly ofThreeParties: number };
};

/**
 * `met` and `missing`: the text gives a number and the count says it. `review`: a person judges, and why. `counted`: no
 * text asks for a number.
 */
export const counterStandings = ['met', 'missing', 'review', 'counted'] as const;
export type CounterStanding = (typeof counterStandings)[number];

export type Judged = {
  readonly figure: number;
  /** What the figure has to reach; null: not known, or asked by no text. */
  readonly needed: number | null;
  readonly standing: CounterStanding;
  /** What a person has to look at. */
  readonly why?: Words;
};

export type Counter = {
  readonly id: string;
  readonly title: Words;
  /** What the text asks for, in each revision that has it. */
  readonly asks: Readonly<Record<RuleSetId, Words>>;
  /** What of the records is counted. */
  readonly counts: Words;
  /** What the text asks for beside the number, or counts too, and no record says. */
  readonly unrecorded: Words;
  readonly sources: Sources;
  judge(counts: FacilityCounts): Judged;
};

export const defineCounter = (counter: Counter): Counter => counter;

export type CounterAnswer = Dated<Judged & Pick<Counter, 'id' | 'title' | 'counts' | 'unrecorded'> & { asks: Words }>;

/** A counter by the revision in force on a day; null where that revision does not have it. */
export function askCounter(counter: Counter, counts: FacilityCounts, on: Day): CounterAnswer | null {
  const set = ruleSetOn(on);
  const sources = set && counter.sources[set];
  if (!set || !sources) return null;
  const { id, title, asks, counts: counted, unrecorded } = counter;
  return dated({ ...counter.judge(counts), id, title, asks: asks[set], counts: counted, unrecorded }, set, sources);
}

export const words = (ja: string, en: string): Words => ({ ja, en });
/** The same words in both revisions. */
export const alike = (ja: string, en: string) => ({ R6: words(ja, en), R8: words(ja, en) });
