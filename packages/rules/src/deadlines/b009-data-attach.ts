import { addMonths } from '../calendar/day.ts';
import { endOfMonth } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { defineDeadline, discharge } from './deadline.ts';

/** 退院時の検査結果等の添付: the month of the discharge or the next. */
export const b009DataAttach = defineDeadline({
  id: 'b009.dataAttach',
  title: { ja: '診療情報提供料(Ⅰ) 退院時の添付加算', en: 'Data attached at discharge' },
  sources: inBoth([{ kind: 'announcement', place: 'B009 注8', mark: 'C' }]),
  counting: { ja: '退院日の属する月の1日から翌月末まで', en: 'from the first of the month of the discharge to the end of the next' },
  facts: discharge,
  span: ({ dischargedOn }) => ({ dayOne: `${dischargedOn.slice(0, 7)}-01`, opensOn: `${dischargedOn.slice(0, 7)}-01`, lastDay: endOfMonth(addMonths(dischargedOn, 1)) }),
});
