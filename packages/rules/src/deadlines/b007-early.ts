import { withinDays } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { admission, defineDeadline } from './deadline.ts';

/** 入院後早期の退院前訪問指導: a first visit by then allows a second one. */
export const b007Early = defineDeadline({
  id: 'b007.early',
  title: { ja: '退院前訪問指導料 2回算定のための1回目', en: 'Pre-discharge visit: the first of two' },
  sources: inBoth([{ kind: 'notice', place: 'B007 通知(2)', mark: 'I',
      note: { ja: '「入院後14日以内」。入院日を1日目とする数え方は推定。', en: '“Within 14 days after admission”; that admission is day one is inferred.' } }]),
  counting: { ja: '入院日を1日目として14日以内（暦日。休日で延びない）', en: 'within 14 calendar days, the day of admission being day one; holidays do not extend it' },
  facts: admission,
  span: ({ admittedOn }) => ({ dayOne: admittedOn, lastDay: withinDays(admittedOn, 14) }),
});
