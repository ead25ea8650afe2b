import { monthsInclusive } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { defineDeadline, start } from './deadline.ts';

/** 訪問看護計画の見直し: at least once a month. */
export const planReview = defineDeadline({
  id: 'planReview',
  title: { ja: '訪問看護計画の見直し', en: 'Review of the home nursing plan' },
  sources: inBoth([{ kind: 'notice', place: 'C005 通知（訪問看護・指導計画は少なくとも1月に1回見直し）', mark: 'I',
      note: { ja: '医療機関の訪問看護の規定。ステーションにも同じと推定。', en: 'The rule of hospital visits; inferred for stations.' } }]),
  counting: { ja: '前の計画の日（startsOn）を含めて1か月', en: 'one month with the day of the last plan (startsOn)' },
  facts: start,
  span: ({ startsOn }) => ({ dayOne: startsOn, lastDay: monthsInclusive(startsOn, 1) }),
});
