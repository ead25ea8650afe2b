import { tokyoDay } from '@kaerimichi/rules/calendar';
import type { EventType } from './events.ts';
import type { Category, Day } from './vocabulary.ts';
import type { Words } from './words.ts';

/** Things with a last day of their own. */
export const lapsingKinds = ['consent', 'skill', 'order', 'entitlement'] as const;
/** Things with a first day of their own. */
export const beginningKinds = ['consent'] as const;

type Kind = {
  readonly label: Words;
  /** What its day follows from. */
  readonly from: Words;
  /** Event that the clock sends on its day; null: a date to show. */
  readonly fires: EventType | null;
  /** What the event names beside the row's ref; null: it is about the case itself, or nothing is sent. */
  readonly about: (typeof lapsingKinds)[number] | (typeof beginningKinds)[number] | null;
  /** On the card: always, from some days ahead (earlier it would hide what is due now), or never, since it asks for nothing. */
  readonly shown: 'always' | 'ahead' | 'never';
  /** Whoever reads this category beside the plan is told of it; null: nobody is, it is the clock's alone. */
  readonly tells: Category | null;
  /** Its day gives the birth date away. */
  readonly tellsBirthday: boolean;
};

/** A date to look at, that nothing follows from by itself. */
const toShow = (ja: string, en: string, from: Words, tells: Category = 'plan') =>
  ({ label: { ja, en }, from, fires: null, about: null, shown: 'always', tells, tellsBirthday: false }) as const;
type Lapsing<About> = { readonly about: About; readonly tells: Category };
const lapse = <About extends (typeof lapsingKinds)[number]>(of: Lapsing<About>, label: Words, from: Words) =>
  ({ ...of, label, from, fires: 'fact.lapsed', shown: 'ahead', tellsBirthday: false }) as const;
const birthday = <Fires extends EventType | null>(fires: Fires, label: Words, from: Words) =>
  ({ label, from, fires, about: null, shown: 'ahead', tells: 'contacts', tellsBirthday: true }) as const;
/** The clock's alone: what it is about is told where it stands. */
const timer = <Fires extends EventType>(fires: Fires, label: Words, from: Words) =>
  ({ label, from, fires, about: null, shown: 'never', tells: null, tellsBirthday: false }) as const;
/** Kept for what is shared between cases: asks nobody for anything and fires nothing. */
const kept = (label: Words, from: Words) =>
  ({ label, from, fires: null, about: null, shown: 'never', tells: null, tellsBirthday: false }) as const;
const w = (ja: string, en: string): Words => ({ ja, en });

/** Every kind of deadline row; nothing decides by the name of one. */
export const deadlineKinds = {
  'lapse.consent': lapse(
    { about: 'consent', tells: 'family' },
    w('同意の期限', 'Consent ends'),
    w('同意の終わりの翌日', 'the day after the last day of a consent'),
  ),
  'lapse.skill': lapse(
    { about: 'skill', tells: 'skills' },
    w('手技の再確認', 'Skill to be checked again'),
    w('「ひとりで」から90日の翌日', 'the day after 90 days of “alone”'),
  ),
  'lapse.entitlement': lapse(
    { about: 'entitlement', tells: 'money' },
    w('制度の有効期限', 'Entitlement ends'),
    w('有効期限の翌日', 'the day after its last day'),
  ),
  'lapse.order': lapse(
    { about: 'order', tells: 'clinical' },
    w('訪問看護指示書の期限', 'Home nursing order ends'),
    w('指示期間の翌日', 'the day after its last day'),
  ),
  deviceService: {
    label: w('機器の点検', 'Device service'),
    from: w('機器に書いた次の点検の日', 'the day of the next service as written of the device'),
    fires: null,
    about: null,
    shown: 'ahead',
    tells: 'skills',
    tellsBirthday: false,
  },
  'begin.consent': {
    label: w('同意のはじまり', 'Consent begins'),
    from: w('先の日付の同意の最初の日', 'the first day of a consent given ahead of it'),
    fires: 'fact.begun',
    about: 'consent',
    shown: 'never',
    tells: 'family',
    tellsBirthday: false,
  },
  holdRecheck: toShow(
    '止まっている理由の再確認',
    'Hold to be looked at again',
    w('理由ごとの次の確認日', 'the day given with the hold'),
  ),
  actionItem: toShow('宿題の期限', 'Action item due', w('宿題の期限', 'the day given with the item')),
  conference: toShow('会議', 'Conference', w('会議の予定日、開くまで', 'the day planned, until it is held')),
  trialStay: toShow(
    '試験外泊',
    'Trial stay',
    w('外泊の初日、出たあとは戻る日', 'the first day of the stay; once begun, the day of return'),
  ),
  visit: toShow('訪問', 'Visit', w('訪問の予定日、記録するまで', 'the day planned, until it is recorded')),
  evaluation: toShow(
    '評価入院',
    'Evaluation admission',
    w('入院の初日、入ったあとは退院日', 'the first day; once admitted, the last'),
  ),
  rescreen: toShow('再スクリーニング', 'Screen again', w('受付で決めた日', 'the day given at screening')),
  discharge: toShow('退院予定日', 'Day of discharge', w('決めた日、退院するまで', 'the day planned, until it is done')),
  outpatient: toShow(
    '初回外来',
    'First outpatient visit',
    w('決めた日、最初の評価まで', 'the day dated, until the first evaluation'),
  ),
  followUp: toShow(
    '退院後の評価',
    'Follow-up',
    w('退院から1・3・6か月、評価するまで', 'months 1, 3 and 6 after the discharge, until evaluated'),
    'clinical',
  ),
  stage: toShow(
    '段階の目安の日',
    'Days of the stage are over',
    w(
      '段階に入った日から、組織のルールで決めた日数',
      'so many days from the entry into the stage as the rule set says',
    ),
  ),
  adult12: birthday(
    'adult.prompted',
    w('成人移行を考える(12歳)', 'Think about adult care (12)'),
    w(
      '満12歳に達する日、そのあとに登録した子は登録の日',
      'the day on which the legal age of 12 is reached, or of registration after it',
    ),
  ),
  adult15: birthday(
    null,
    w('成人移行をはじめる(15歳)', 'Open the transition (15)'),
    w(
      '満15歳に達する日、そのあとに登録した子は登録から30日、はじめるまで',
      'the day on which the legal age of 15 is reached, or 30 days from a registration after it, until it is opened',
    ),
  ),
  dueAhead: {
    label: w('期限が見えはじめる日', 'A date comes into view'),
    from: w(
      '期限切れや年齢の節目の30日前、次に来るもの',
      '30 days before what lapses, or an age: the next one that comes',
    ),
    fires: 'due.neared',
    about: null,
    shown: 'never',
    tells: null,
    // A month before the birthday is as good as the day.
    tellsBirthday: true,
  },
  remind: timer(
    'due.reminded',
    w('予定や期限の前の知らせ', 'Reminder of a date'),
    w(
      '予定・期限・返事の日の前の最後の営業日、次に来るもの',
      'the last business day before what is planned, due or to be answered: the next one that comes',
    ),
  ),
  escalate: timer(
    'due.escalated',
    w('期限を過ぎたままの知らせ', 'Escalation of a missed date'),
    w(
      '予定・期限・返事の日から決まった営業日の後、次に来るもの',
      'some business days after what was planned, due or to be answered: the next one that comes',
    ),
  ),
  answerRemind: timer(
    'answer.reminded',
    w('返事を待つ相手への知らせ', 'Reminder of an answer'),
    w(
      '送って24時間開かれない、48時間返事がないとき(組織のルールによる)、次に来るもの',
      '24 hours unopened or 48 unanswered, or as the rule set says: the next one that comes',
    ),
  ),
  answerEscalate: timer(
    'answer.escalated',
    w('返事がないままの知らせ', 'Escalation of a missing answer'),
    w(
      '72時間返事がないとき(組織のルールによる)、次に来るもの',
      '72 hours unanswered, or as the rule set says: the next one that comes',
    ),
  ),
  bedDay: kept(
    w('評価入院のベッドの1日', 'A day of an evaluation bed'),
    w('取ったベッドの最初の日から最後の日まで', 'each day of a bed that is held'),
  ),
  bedWait: kept(
    w('評価入院の空き待ち', 'Waiting for an evaluation bed'),
    w('空き待ちに入れた日', 'the day on which it was put on the list'),
  ),
} as const satisfies Record<string, Kind>;

/**
 * Raised when cases under way get rows that none of their next events would write: then every worker looks over all of
 * them, once.
 */
export const deadlineRelease = 2;

export type DeadlineKind = keyof typeof deadlineKinds;

/** A row that waits: shown as a due date, and where `fires` names an event, turned into it by the clock. */
export type Deadline = {
  readonly kind: DeadlineKind;
  readonly ref: string;
  readonly on: Day;
  readonly fires: EventType | null;
  /** Of what waits for an instant within its day. */
  readonly at?: string;
};

export const deadlineRow = (kind: DeadlineKind, ref: string, on: Day): Deadline => ({
  kind,
  ref,
  on,
  fires: deadlineKinds[kind].fires,
});

/** A row that waits for an instant: it stands on its Tokyo day too. */
export const instantRow = (kind: DeadlineKind, ref: string, at: string): Deadline => ({
  ...deadlineRow(kind, ref, tokyoDay(at)),
  at,
});

const kinds: Readonly<Record<string, Kind | undefined>> = deadlineKinds;

/** What a stored row's kind is; undefined for one that this program does not know. */
export const deadlineKind = (kind: string): Kind | undefined => kinds[kind];

/** Kinds whose rows become an event on their day. */
export const firingKinds: readonly string[] = Object.entries(kinds).flatMap(([id, kind]) => (kind?.fires ? [id] : []));

/** The event that a due row becomes, as the clock sends it; null: a date to show, or a kind that nobody knows. */
export function timeEventOf({ kind, ref }: { readonly kind: string; readonly ref: string }) {
  const known = deadlineKind(kind);
  if (!known?.fires) return null;
  return { type: known.fires, body: known.about ? { kind: known.about, ref } : {} };
}
