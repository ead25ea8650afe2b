import { withinDays } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { admission, defineDeadline } from './deadline.ts';

/** 入退院支援加算1 院内カンファレンス: 7日以内. */
export const a246Conference1 = defineDeadline({
  id: 'a246.1.conference',
  title: { ja: '入退院支援加算1 院内カンファレンス', en: 'Discharge support 1: in-house conference' },
  sources: inBoth([{ kind: 'notice', place: 'A246 通知(5)', mark: 'I',
      note: { ja: '数え方は通則からの推定（入院日が1日目）。', en: 'The counting is inferred from the general rules (admission is day one).' } }]),
  counting: { ja: '入院日を1日目として7日以内（暦日。休日で延びない）', en: 'within 7 calendar days, the day of admission being day one; holidays do not extend it' },
  facts: admission,
  span: ({ admittedOn }) => ({ dayOne: admittedOn, lastDay: withinDays(admittedOn, 7) }),
});
