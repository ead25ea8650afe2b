import { withinDays } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { admission, defineDeadline } from './deadline.ts';

/** 救急・在宅重症児（者）受入加算: five days. */
export const a212Receive = defineDeadline({
  id: 'a212.receive',
  title: { ja: '救急・在宅重症児（者）受入加算', en: 'Add-on for receiving a severe child' },
  sources: inBoth([{ kind: 'announcement', place: 'A212 注3', mark: 'C' }]),
  counting: { ja: '入院日を1日目として5日以内（暦日。休日で延びない）', en: 'within 5 calendar days, the day of admission being day one; holidays do not extend it' },
  facts: admission,
  revisionBy: 'admittedOn',
  span: ({ admittedOn }) => ({ dayOne: admittedOn, lastDay: withinDays(admittedOn, 5) }),
});
