import type { Day } from '../calendar/meant-day.ts';
import { type Remark, remark } from '../remark.ts';
import { dated, defineRule } from '../rule.ts';
import { ruleSetOn } from '../rule-set.ts';
import type { Sources } from '../source.ts';
import { tooEarly } from './medical-care-score.ts';
import { type SevereChildFacts, severeChildFacts, severeChildFaults, tickedItems } from './severe-child-facts.ts';
import { type SevereChildItemId, severeChildItem } from './severe-child-items.ts';
import {
  CLASS_FROM,
  type Counted,
  countsFrom,
  type Reading,
  reachedOn,
  type SevereClass,
  severeClasses,
} from './severe-periods.ts';

export type SevereChildScore = {
  /** Of every ticked item, whatever its period. */
  readonly total: number;
  /** Of the items whose own period is reached. */
  readonly class: SevereClass | 'none';
  /** The first day of the answered class; of `none` the first day on which a class is reached. */
  readonly earliestOn?: Day;
  /** The first day of each class that the ticked items come to. */
  readonly reachedOn: Readonly<Partial<Record<SevereClass, Day>>>;
  readonly items: readonly { readonly id: SevereChildItemId; readonly countsFrom: Day | null }[];
  readonly needsReview: readonly Remark[];
};

const sourcesOf = (annex: string, notice: string): NonNullable<Sources['R8']> => [
  { kind: 'form', place: `基本診療料施設基準通知 別添6 ${annex} 超重症児（者）・準超重症児（者）の判定基準`, mark: 'C' },
  {
    kind: 'announcement',
    place: '基本診療料の施設基準等 第八 十（対象患者の状態）',
    mark: 'C',
    note: {
      ja: '告示は「介助によらなければ座位が保持できず」、別紙14は「座位まで」。告示だけにある「新生児期から継続」で決まるときは要確認とします。',
      en: 'The announcement says “cannot keep sitting without help”, the annex “up to sitting”; what only “since the newborn period” decides is for review.',
    },
  },
  {
    kind: 'notice',
    place: notice,
    mark: 'I',
    note: {
      ja: 'NICUの1か月の数えはじめは書かれていません。状態のはじまりから数え、退室日からの数え方で違うときは要確認とします。',
      en: 'From where the month of the NICU counts is not written: from the onset here; where counting from the exit differs it is for review.',
    },
  },
];
const sources: Sources = {
  R6: sourcesOf('別紙14', 'A212 通知(2)(3)'),
  R8: sourcesOf('別紙14', 'A212 通知(2)(3)'),
};

/** 超重症児（者）・準超重症児（者）の判定: a calculation for reference. */
export const severeChildScore = defineRule({
  id: 'severeChildScore',
  kind: 'score',
  title: { ja: '超重症児・準超重症児の判定', en: 'Severe child score' },
  sources,
  revisionBy: 'assessedOn',
  facts: severeChildFacts,
  ask(facts) {
    const set = ruleSetOn(facts.assessedOn);
    const faults = [...severeChildFaults(facts), ...(set ? [] : [tooEarly])];
    if (!set || faults.length > 0) return { ok: false, faults };
    return { ok: true, answer: dated(scoreOf(facts), set, sources[set] ?? []) };
  },
});

function scoreOf(facts: SevereChildFacts): SevereChildScore {
  const counted = countedBy(facts, 'answered');
  const total = counted.reduce((sum, { item }) => sum + severeChildItem(item.id).score, 0);
  const reached = facts.motorFunction === 'beyondSitting' ? {} : classesOf(counted);
  const answered = classOn(reached, facts.assessedOn);
  const earliestOn = answered === 'none' ? earlier(reached) : reached[answered];
  return {
    total,
    class: answered,
    ...(earliestOn ? { earliestOn } : {}),
    reachedOn: reached,
    items: counted.map(({ item, from }) => ({ id: item.id, countsFrom: from })),
    needsReview: reviewOf(facts, { total, answered }),
  };
}

const countedBy = (facts: SevereChildFacts, reading: Reading): Counted[] =>
  tickedItems(facts).map(item => ({ item, from: countsFrom(item, facts, reading) }));

type Reached = SevereChildScore['reachedOn'];

const classesOf = (counted: readonly Counted[]): Reached =>
  Object.fromEntries(
    severeClasses.flatMap(id => {
      const on = reachedOn(counted, CLASS_FROM[id]);
      return on ? [[id, on]] : [];
    }),
  );

const classOn = (reached: Reached, on: Day): SevereClass | 'none' =>
  severeClasses.find(id => (reached[id] ?? '9') <= on) ?? 'none';

/** Every score of `super` is one of `semi`, which comes no later. */
const earlier = ({ semi }: Reached): Day | undefined => semi;

type Answered = { readonly total: number; readonly answered: SevereClass | 'none' };

function reviewOf(facts: SevereChildFacts, { total, answered }: Answered): Remark[] {
  if (facts.motorFunction === 'beyondSitting') return [];
  const isOther = (reading: Reading) => classOn(classesOf(countedBy(facts, reading)), facts.assessedOn) !== answered;
  const isUnknown = tickedItems(facts).some(({ since }) => since === null) && total >= CLASS_FROM.semi;
  const needsExit = answered !== 'super' && facts.leftNicuOn === undefined && beganInNicu(facts);
  return [
    ...(isUnknown ? [periodUnknown] : []),
    ...(isOther('sinceNewborn') ? [sinceNewborn] : []),
    ...(isOther('monthFromNicuExit') ? [nicuMonth] : []),
    ...(needsExit && total >= CLASS_FROM.semi ? [exitUnknown] : []),
    ...(answered !== 'none' && facts.motorFunction === 'sitting' ? [sittingAlone] : []),
  ];
}

const beganInNicu = (facts: SevereChildFacts): boolean => tickedItems(facts).some(item => item.beganInNicu);

const periodUnknown = remark(
  'periodUnknown',
  'いつからの状態か分からない項目は、期間に達したと数えていません。',
  'Items without the day since when are not counted as having lasted long enough.',
);
const sinceNewborn = remark(
  'sinceNewborn',
  '告示の「新生児期から継続している状態」を読めば、期間に達していなくても区分が変わります。確かめてください。',
  'By “continuing since the newborn period” of the announcement the class would differ before the period is over: check.',
);
const nicuMonth = remark(
  'nicuMonth',
  'NICU後の1か月を、状態のはじまりから数えるか退室日から数えるかで区分が変わります。',
  'The class depends on whether the month after the NICU counts from the onset or from the exit.',
);
const exitUnknown = remark(
  'nicuExit',
  'NICUを退室していれば1か月で数えられます。退室日を確かめてください。',
  'Once the child has left the NICU one month is enough: check the day of the exit.',
);
const sittingAlone = remark(
  'sittingWithHelp',
  '告示は「介助によらなければ座位が保持できない」状態です。介助なしで座位を保てるときはあてはまりません。',
  'The announcement asks that the child cannot keep sitting without help; one who can is not meant.',
);
