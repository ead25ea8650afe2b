import type { Words } from './words.ts';

const kind = (ja: string, en: string, from: Words, fires: string | null = null) => ({ label: { ja, en }, from, fires });
const from = (ja: string, en: string): Words => ({ ja, en });

/** Every kind of deadline row: what it is called, what it follows from, and the event that the clock sends on its day. */
export const deadlineKinds = {
  'lapse.consent': kind(
    '同意の期限',
    'Consent ends',
    from('同意の終わりの翌日', 'the day after the last day of a consent'),
    'fact.lapsed',
  ),
  'lapse.skill': kind(
    '手技の再確認',
    'Skill to be checked again',
    from('「ひとりで」から90日の翌日', 'the day after 90 days of “alone”'),
    'fact.lapsed',
  ),
  'lapse.entitlement': kind(
    '制度の有効期限',
    'Entitlement ends',
    from('有効期限の翌日', 'the day after its last day'),
    'fact.lapsed',
  ),
  'lapse.order': kind(
    '訪問看護指示書の期限',
    'Home nursing order ends',
    from('指示期間の翌日', 'the day after its last day'),
    'fact.lapsed',
  ),
  'begin.consent': kind(
    '同意のはじまり',
    'Consent begins',
    from('先の日付の同意の最初の日', 'the first day of a consent given ahead of it'),
    'fact.begun',
  ),
  holdRecheck: kind(
    '止まっている理由の再確認',
    'Look again at a hold',
    from('理由ごとの次の確認日', 'the day given with the hold'),
  ),
  actionItem: kind('宿題の期限', 'Action item due', from('宿題の期限', 'the day given with the item')),
  conference: kind('会議', 'Conference', from('会議の予定日、開くまで', 'the day planned, until it is held')),
  trialStay: kind(
    '外泊',
    'Trial stay',
    from('外泊の初日、出たあとは戻る日', 'the first day of the stay; once begun, the day of return'),
  ),
  visit: kind('訪問', 'Visit', from('訪問の予定日、記録するまで', 'the day planned, until it is recorded')),
  evaluation: kind(
    '評価入院',
    'Evaluation admission',
    from('入院の初日、入ったあとは退院日', 'the first day; once admitted, the last'),
  ),
  rescreen: kind('再スクリーニング', 'Screen again', from('受付で決めた日', 'the day given at screening')),
  discharge: kind(
    '退院予定日',
    'Day of discharge',
    from('決めた日、退院するまで', 'the day planned, until it is done'),
  ),
  outpatient: kind(
    '初回外来',
    'First outpatient visit',
    from('決めた日、最初の評価まで', 'the day dated, until the first evaluation'),
  ),
  followUp: kind(
    '退院後の評価',
    'Follow-up',
    from('退院から1・3・6か月、評価するまで', 'months 1, 3 and 6 after the discharge, until evaluated'),
  ),
  adult12: kind(
    '成人移行を考える(12歳)',
    'Think about adult care (12)',
    from('満12歳に達する日', 'the day on which the legal age of 12 is reached'),
    'adult.prompted',
  ),
  adult15: kind(
    '成人移行をはじめる(15歳)',
    'Open the transition (15)',
    from('満15歳に達する日、はじめるまで', 'the day on which the legal age of 15 is reached, until it is opened'),
  ),
} as const satisfies Record<string, { label: Words; from: Words; fires: string | null }>;

export type DeadlineKind = keyof typeof deadlineKinds;
