import { addDays } from '../calendar/day.ts';
import { monthsInclusive } from '../calendar/period.ts';
import { type Condition, failed, lost, review, unknown } from './condition.ts';
import { words } from './predicates.ts';

/**
 * 「退院した日から起算して１月（退院日を除く）」: the literal last day counts from the day of discharge; the day after it is the
 * last by the other reading, and a person judges. Visits after are lost.
 */
export const withinMonthAfter: Condition = {
  code: 'afterDischarge.window',
  text: words('退院の翌日から1月以内に訪問した', 'Visited within a month, from the day after discharge'),
  facts: ['visitedOn', 'dischargedOn'],
  judge: ({ facts: { visitedOn, dischargedOn }, on }) => {
    if (!dischargedOn) return unknown('dischargedOn');
    const last = monthsInclusive(dischargedOn, 1);
    if (!visitedOn) return on > addDays(last, 1) ? lost(addDays(last, 1)) : unknown('visitedOn');
    if (visitedOn <= dischargedOn) return failed;
    if (visitedOn <= last) return { is: 'met', on: visitedOn };
    return visitedOn === addDays(last, 1)
      ? review('もう一つの数え方でだけ期間内です', 'Within the window only by the other way of counting')
      : lost(addDays(last, 1));
  },
};
