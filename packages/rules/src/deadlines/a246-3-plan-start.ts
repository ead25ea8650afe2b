import { monthsInclusive } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { admission, defineDeadline } from './deadline.ts';

/** 入退院支援加算3 退院支援計画の着手: 1か月以内. */
export const a246PlanStart3 = defineDeadline({
  id: 'a246.3.planStart',
  title: { ja: '入退院支援加算3 退院支援計画の着手', en: 'Discharge support 3: start the plan' },
  sources: inBoth([{ kind: 'notice', place: 'A246 通知(10)', mark: 'I',
      note: { ja: '数え方は通則と民法143条からの推定。', en: 'The counting is inferred from the general rules and the Civil Code, art. 143.' } }]),
  counting: { ja: '入院日を含めて1か月（翌月の応当日の前日まで。応当日がない月は末日まで）', en: 'one month with the day of admission: to the day before the same-numbered day, or the end of a month without it' },
  facts: admission,
  span: ({ admittedOn }) => ({ dayOne: admittedOn, lastDay: monthsInclusive(admittedOn, 1) }),
});
