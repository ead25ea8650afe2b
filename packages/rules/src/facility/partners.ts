import { defineCounter, words } from './counter.ts';

/** 連携機関 agreed with in advance, and how often each is met in a year. */
const PARTNERS = 25;
const MEETINGS = 3;

const asked = (place: string) => [
  {
    kind: 'notice' as const,
    place,
    mark: 'C' as const,
    note: {
      ja: '面会には個別の退院調整に係る面会等を含めてよい（同じ号）。連携機関の「等」にどこまで入るかは本文にない。',
      en: 'Meetings about one patient’s discharge may count (same item). How far “and others” goes is not written.',
    },
  },
];

export const partnersMet = defineCounter({
  id: 'partners',
  title: words('連携機関との年3回以上の面会', 'Partners met three times a year'),
  asks: {
    R6: words(
      '連携機関が25以上。それぞれと年3回以上、対面かビデオ通話で面会する（うち保険医療機関1以上・介護や相談支援の事業者5以上は、持っている病棟による）。',
      '25 partner organisations or more, each met at least three times a year, in person or by video (of which one medical institution and five care providers, by the wards one has).',
    ),
    R8: words(
      '連携機関が25以上。それぞれと年3回以上、対面かビデオ通話で面会する（うち保険医療機関1以上・介護や相談支援の事業者5以上は、持っている病棟による）。',
      '25 partner organisations or more, each met at least three times a year, in person or by video (of which one medical institution and five care providers, by the wards one has).',
    ),
  },
  counts: words(
    'カンファレンスの出席の記録から、その時に支援チームで引き受けていた組織（訪問看護・在宅医・薬局・相談支援・リハビリ・短期入所・地域の病院）。1回のカンファレンスは1つの組織に1回。',
    'From the attendance of conferences: organisations that then had a part in the team (home nursing, home doctor, pharmacy, support planning, therapy, respite, regional hospital). One conference is one meeting with each.',
  ),
  unrecorded: words(
    'あらかじめの協議、交流会などケースの外での面会、担当者名。面会の一覧（日付・担当者・目的・連携機関の名称）は別に残してください。',
    'Agreements in advance, meetings outside cases, who came. Keep the list of meetings (day, staff, purpose, organisation) besides.',
  ),
  sources: {
    R6: asked('基本診療料の施設基準 別添3 第26の5 1(4)（令和6年）'),
    R8: asked('基本診療料の施設基準 別添3 第26の5 1(5)（令和8年）'),
  },
  judge({ meetings }) {
    const figure = meetings.filter(times => times >= MEETINGS).length;
    return { figure, needed: PARTNERS, standing: figure >= PARTNERS ? 'met' : 'missing' };
  },
});
