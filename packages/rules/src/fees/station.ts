import { legalAgeReachedOn } from '../calendar/day.ts';
import type { RuleSetId } from '../rule-set.ts';
import { type Condition, failed, type Known, lost, met, needs, type Verdict } from './condition.ts';
import type { FeeFacts } from './facts.ts';
import { done, holds, words } from './predicates.ts';
import { inTable8 } from './tables.ts';

/** Conditions that the fees of a 訪問看護ステーション share; their ward is nobody's. */
export const ordered = holds(
  'nursingOrder',
  'station.order',
  words('その日に有効な訪問看護指示書がある', 'A nursing order covers that day'),
);
export const visited = done('visitedOn', 'station.visited', words('訪問看護を行った', 'Visited'));

/** The first that is met, else the first that a person judges, else failed. */
const either = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find(one => one.is === 'met') ?? verdicts.find(one => one.is === 'review') ?? failed;
export const table7or8 = (facts: Known<'table7' | 'homeCare'>, set: RuleSetId): Verdict =>
  // 別表第七 ends with 「人工呼吸器を使用している状態」.
  either(facts.table7 || facts.homeCare.includes('ventilator') ? met : failed, inTable8(facts.homeCare, set));

/** 別表第七・第八, or what `also` says. */
export const inTables = <Also extends 'specialOrder' | 'needJudged'>(also: Also, ja: string, en: string): Condition =>
  needs('station.state', words(ja, en), ['table7', 'homeCare', also], (known, { set }) =>
    known[also] ? met : table7or8(known, set),
  );

export const severe = (severeClass: FeeFacts['severeClass']) => severeClass === 'super' || severeClass === 'semi';

/** Once; twice for 別表第七・第八. */
export const onceOrTwiceByTable = needs(
  'station.onceOrTwice',
  words('1回（別表第七・第八は2回）の限度内である', 'Within once (twice for tables 7 and 8)'),
  ['earlierGuidanceOn', 'table7', 'homeCare'],
  ({ earlierGuidanceOn, table7, homeCare }, { set }) => {
    const [first, second] = [...earlierGuidanceOn].sort();
    if (first === undefined) return met;
    if (second !== undefined) return lost(second);
    const twice = table7or8({ table7, homeCare }, set);
    return twice.is === 'failed' ? lost(first) : twice;
  },
);

/** 長時間: <15 and 超重症児・準超重症児, 別表第八, or within a special order; three times a week for those under 15. */
export function longVisit(facts: FeeFacts, set: RuleSetId): { verdict: Verdict; aWeek: 1 | 3 } {
  const under15 = !!facts.bornOn && !!facts.visitedOn && facts.visitedOn < legalAgeReachedOn(facts.bornOn, 15);
  const eight = inTable8(facts.homeCare ?? [], set);
  const severeChild = under15 && severe(facts.severeClass);
  return {
    verdict: either(severeChild || facts.specialOrder ? met : failed, eight),
    aWeek: severeChild || (under15 && eight.is === 'met') ? 3 : 1,
  };
}
