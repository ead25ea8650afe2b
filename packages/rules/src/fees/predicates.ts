import { addDays, legalAgeReachedOn } from '../calendar/day.ts';
import type { Day } from '../calendar/meant-day.ts';
import type { Words } from '../words.ts';
import { type Condition, failed, lost, met, needs, review, unknown } from './condition.ts';
import type { BarringFee } from './fact-codes.ts';
import type { FactName, FeeFacts } from './facts.ts';

/** Names of the facts whose value is of a type. */
type Of<Value> = { [N in FactName]-?: NonNullable<FeeFacts[N]> extends Value ? N : never }[FactName];
export type FlagFact = Of<boolean>;
export type DayFact = Of<string> & `${string}On`;
export type DaysFact = Of<Day[]> & `${string}On`;
type ListFact = Exclude<Of<readonly string[]>, DaysFact>;

export const words = (ja: string, en: string): Words => ({ ja, en });

/** A fact that must be true, and may still become so. */
export const holds = (fact: FlagFact, code: string, text: Words): Condition =>
  needs(code, text, [fact], known => (known[fact] ? met : failed));

/** A fact that must be false; once true the fee is gone. */
export const notThat = (fact: FlagFact, code: string, text: Words): Condition =>
  needs(code, text, [fact], (known, { on }) => (known[fact] ? lost(on) : met));

/** At least one of a list of codes is recorded. */
export const anyOf = (fact: ListFact, codes: readonly string[], code: string, text: Words): Condition =>
  needs(code, text, [fact], known =>
    (known[fact] as readonly string[]).some(one => codes.includes(one)) ? met : failed,
  );

/** None of these fees is claimed in the same stay, month or day. */
export const notWith = (
  fact: 'claimedSameStay' | 'claimedSameMonth' | 'claimedSameDay',
  fees: readonly BarringFee[],
  code: string,
  text: Words,
): Condition =>
  needs(code, text, [fact], (known, { on }) =>
    known[fact].some((one: BarringFee) => fees.includes(one)) ? lost(on) : met,
  );

/** Recorded, on whichever day. */
export const done = (fact: DayFact, code: string, text: Words): Condition =>
  needs(code, text, [fact], known => ({ is: 'met', on: known[fact] }));

/**
 * Done from a first day to a last one; past it the fee is lost on the day after. `principle`: the text says 「原則として」,
 * and being late is for a person to judge.
 */
export function doneBetween(
  fact: DayFact,
  base: DayFact,
  span: { first: (base: Day) => Day; last: (base: Day, facts: FeeFacts) => Day; also?: FactName; principle?: true },
  code: string,
  text: Words,
): Condition {
  const facts = [fact, base, ...(span.also ? [span.also] : [])] as [FactName, ...FactName[]];
  return {
    code,
    text,
    facts,
    judge: ({ facts: known, on }) => {
      const from = known[base];
      const missing = facts.slice(1).filter(name => known[name] === undefined);
      if (from === undefined || missing.length > 0) return unknown(...missing);
      const last = span.last(from, known);
      const at = known[fact];
      if (at === undefined) return !span.principle && on > last ? lost(addDays(last, 1)) : unknown(fact);
      if (at < span.first(from)) return failed;
      if (at <= last) return { is: 'met', on: at };
      return span.principle
        ? review(
            '「原則として」の期日を過ぎています。理由を確かめてください',
            'Later than is asked for in principle: check the reason',
          )
        : lost(addDays(last, 1));
    },
  };
}

/** Fewer than `max` were claimed before (the act of `of` is not among them); lost on the day of the last that counts. */
export const fewerThan = (max: number, earlier: DaysFact, of: DayFact | null, code: string, text: Words): Condition => {
  const facts: readonly [DaysFact, ...(DaysFact | DayFact)[]] = of ? [earlier, of] : [earlier];
  return needs(code, text, facts, known => {
    const last = [...known[earlier]].sort()[max - 1];
    return last === undefined ? met : lost(last);
  });
};

/** Not claimed before in the calendar month of the act. */
export const onceAMonth = (earlier: DaysFact, of: DayFact, code: string, text: Words): Condition =>
  needs(code, text, [earlier, of], known => {
    const at = known[of] as Day;
    const same = [...known[earlier]].sort().find(one => one.slice(0, 7) === at.slice(0, 7));
    return same === undefined ? met : lost(same);
  });

/** Younger than an age on the day of an act; on the very day on which the law has it reached, a person judges. */
export const younger = (years: number, of: DayFact, code: string, text: Words): Condition =>
  needs(code, text, ['bornOn', of], known => {
    const reached = legalAgeReachedOn(known.bornOn, years);
    const at = known[of] as Day;
    if (at === reached)
      return review(
        '誕生日の前日です。年齢の数え方を確かめてください',
        'The day before the birthday: check how the age is counted',
      );
    return at < reached ? met : lost(reached);
  });
