import { z } from 'zod';
import { withinDays } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { deadlineFacts, defineDeadline } from './deadline.ts';

const DAYS = 7;
const DAYS_LONG_TERM = 14;

/** 入退院支援加算1 患者・家族との話合い: seven days, in a 療養 ward fourteen. */
export const a246FamilyTalk1 = defineDeadline({
  id: 'a246.1.familyTalk',
  title: { ja: '入退院支援加算1 患者・家族との話合い', en: 'Discharge support 1: talk with the family' },
  sources: inBoth([
    {
      kind: 'notice',
      place: 'A246 通知(3)',
      mark: 'I',
      note: {
        ja: '「原則として」の期限。数え方は通則からの推定（入院日が1日目）。',
        en: 'The text says “in principle”; the counting is inferred from the general rules.',
      },
    },
  ]),
  counting: {
    ja: '入院日を1日目として7日以内、療養病棟は14日以内（暦日。休日で延びない）',
    en: 'within 7 calendar days, 14 in a long-term ward, the day of admission being day one; holidays do not extend it',
  },
  facts: z.strictObject({ admittedOn: deadlineFacts.admittedOn, ward: deadlineFacts.ward.optional() }),
  span: ({ admittedOn, ward }) => ({
    dayOne: admittedOn,
    lastDay: withinDays(admittedOn, ward === 'longTerm' || ward === '療養' ? DAYS_LONG_TERM : DAYS),
  }),
});
