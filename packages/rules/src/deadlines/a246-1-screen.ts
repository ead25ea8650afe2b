import { withinDays } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { admission, defineDeadline } from './deadline.ts';

/** 入退院支援加算1 退院困難な要因の抽出: 3日以内. */
export const a246Screen1 = defineDeadline({
  id: 'a246.1.screen',
  title: { ja: '入退院支援加算1 退院困難な要因の抽出', en: 'Discharge support 1: find factors' },
  sources: inBoth([{ kind: 'notice', place: 'A246 通知(2)', mark: 'I',
      note: { ja: '「原則として」の期限。数え方は通則からの推定（入院日が1日目）。', en: 'The text says “in principle”; the counting is inferred from the general rules.' } }]),
  counting: { ja: '入院日を1日目として3日以内（暦日。休日で延びない）', en: 'within 3 calendar days, the day of admission being day one; holidays do not extend it' },
  facts: admission,
  span: ({ admittedOn }) => ({ dayOne: admittedOn, lastDay: withinDays(admittedOn, 3) }),
});
