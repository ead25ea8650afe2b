import { addDays } from '../calendar/day.ts';
import { monthsInclusive } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { defineDeadline, discharge } from './deadline.ts';

/** 退院後訪問指導: within one month, five times at the most. */
export const b0072Window = defineDeadline({
  id: 'b007-2.window',
  title: { ja: '退院後訪問指導料', en: 'Visits after discharge' },
  sources: inBoth([{ kind: 'announcement', place: 'B007-2 注1', mark: 'I',
      note: { ja: '「退院した日から起算して１月（退院日を除く。）」。退院日から数えた1か月の末日（早い読み）とし、翌日までとする読みもある。', en: '“One month from the day of discharge (that day excluded)”: the earlier end is answered; another reading ends a day later.' } }]),
  counting: { ja: '退院日の翌日から、退院日から数えた1か月の末日まで', en: 'from the day after the discharge to the end of one month counted from the discharge' },
  facts: discharge,
  span: ({ dischargedOn }) => ({ dayOne: addDays(dischargedOn, 1), opensOn: addDays(dischargedOn, 1), lastDay: monthsInclusive(dischargedOn, 1) }),
});
