import { z } from 'zod';
import { lastBusinessDayOnOrBefore } from '../calendar/business-day.ts';
import { type Day, day } from '../calendar/meant-day.ts';
import { type Fault, faultAt } from '../outcome.ts';
import { type Dated, dated, defineRule, type Rule } from '../rule.ts';
import { ruleSetOn, ruleSets } from '../rule-set.ts';
import type { Sources } from '../source.ts';
import type { Words } from '../words.ts';

const titled = (ja: string, en: string) => ({ title: `${ja} / ${en}` });

/** Everything that a deadline may be counted from; each rule names those that it asks. */
export const deadlineFacts = {
  admittedOn: day.meta(titled('入院日', 'admitted on')),
  dischargedOn: day.meta(titled('退院日', 'discharged on')),
  startsOn: day.meta(titled('はじまりの日', 'starts on')),
  endsOn: day.meta(titled('終わりの日', 'ends on')),
  consultedOn: day.meta(titled('診療日', 'consulted on')),
  bornOn: day.meta(titled('生年月日', 'born on')),
  on: day.meta(titled('行う日', 'day of the act')),
  ward: z.enum(['general', 'longTerm', '一般', '療養']).meta(titled('病棟（一般・療養）', 'ward (general, long-term)')),
  trachealCannula: z.boolean().meta(titled('気管カニューレを使用', 'tracheal cannula')),
  deepPressureUlcer: z.boolean().meta(titled('真皮を越える褥瘡', 'pressure ulcer beyond the dermis')),
  previousConsultedOn: z.array(day).max(100).meta(titled('前の特別指示の診療日', 'days of earlier special orders')),
} as const;
export type DeadlineFact = keyof typeof deadlineFacts;

/** What a rule counts: `dayOne` is the first day on which anything can be done, before which nobody is reminded. */
export type Span = {
  readonly dayOne: Day;
  /** The first day of a window. */
  readonly opensOn?: Day;
  readonly lastDay: Day;
  /** Of an order: its end where none is written. */
  readonly ifBlank?: Day;
  /** Where it differs from the rule's own. */
  readonly counting?: Words;
};

export type Deadline = {
  readonly opensOn?: Day;
  readonly lastDay: Day;
  readonly ifBlank?: Day;
  /** The last business day on or before `lastDay`, never before day one: a holiday does not extend a limit. */
  readonly remindOn: Day;
  readonly counting: Words;
};

type Definition<Facts extends z.ZodObject> = {
  readonly id: string;
  readonly title: Words;
  readonly sources: Sources;
  /** How the days are counted, as one says it. */
  readonly counting: Words;
  readonly facts: Facts;
  /** The fact whose day picks the revision; a duty is judged by the day on which it falls due. */
  readonly revisionBy?: Extract<keyof z.output<Facts>, string>;
  /** What cannot be asked of these facts. */
  readonly faults?: (facts: z.output<Facts>) => readonly Fault[];
  readonly span: (facts: z.output<Facts>) => Span;
};

export type DeadlineRule = Rule<z.ZodObject, Deadline>;

export function defineDeadline<Facts extends z.ZodObject>(of: Definition<Facts>): Rule<Facts, Deadline> {
  const { counting, span, faults, revisionBy = 'lastDay', ...rule } = of;
  return defineRule({
    ...rule,
    kind: 'deadline',
    revisionBy,
    ask(facts) {
      const found = faults?.(facts) ?? [];
      if (found.length > 0) return { ok: false, faults: found };
      const counted = span(facts);
      const by = revisionBy === 'lastDay' ? counted.lastDay : String(facts[revisionBy]);
      const set = ruleSetOn(by);
      const sources = set ? rule.sources[set] : undefined;
      if (!set || !sources) return { ok: false, faults: [notInForce(rule.sources, Object.keys(facts)[0])] };
      return { ok: true, answer: dated(toDeadline(counted, counting), set, sources) satisfies Dated<Deadline> };
    },
  });
}

function toDeadline({ dayOne, opensOn, lastDay, ifBlank, counting }: Span, usual: Words): Deadline {
  const open = lastBusinessDayOnOrBefore(lastDay);
  return {
    ...(opensOn ? { opensOn } : {}),
    lastDay,
    ...(ifBlank ? { ifBlank } : {}),
    remindOn: open < dayOne ? dayOne : open,
    counting: counting ?? usual,
  };
}

function notInForce(sources: Sources, field = ''): Fault {
  const from = sources.R6 ? ruleSets.R6.from : ruleSets.R8.from;
  return faultAt([field], `${from} より前の日には、この規則はありません。`, `This rule is not held before ${from}.`);
}

/** An admission: day one is the day of admission itself. */
export const admission = z.strictObject({ admittedOn: deadlineFacts.admittedOn });
export const discharge = z.strictObject({ dischargedOn: deadlineFacts.dischargedOn });
export const start = z.strictObject({ startsOn: deadlineFacts.startsOn });
