import { addDays } from '../calendar/day.ts';
import { monthsInclusive } from '../calendar/period.ts';
import { defineDeadline, discharge } from './deadline.ts';

/** 退院後訪問栄養食事指導 (since 令和8年): within one month, four times at the most. */
export const b0073Window = defineDeadline({
  id: 'b007-3.window',
  title: { ja: '退院後訪問栄養食事指導料', en: 'Dietary visits after discharge' },
  sources: { R8: [{ kind: 'announcement', place: 'B007-3 注1', mark: 'I',
      note: { ja: '「退院した日から起算して１月（退院日を除く。）」。退院日から数えた1か月の末日（早い読み）とし、翌日までとする読みもある。', en: '“One month from the day of discharge (that day excluded)”: the earlier end is answered; another reading ends a day later.' } }] },
  counting: { ja: '退院日の翌日から、退院日から数えた1か月の末日まで', en: 'from the day after the discharge to the end of one month counted from the discharge' },
  facts: discharge,
  span: ({ dischargedOn }) => ({ dayOne: addDays(dischargedOn, 1), opensOn: addDays(dischargedOn, 1), lastDay: monthsInclusive(dischargedOn, 1) }),
});
