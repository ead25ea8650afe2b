import { z } from 'zod';
import { withinDays } from '../calendar/period.ts';
import { faultAt } from '../outcome.ts';
import { inBoth } from '../source.ts';
import { deadlineFacts, defineDeadline } from './deadline.ts';

/** 超重症児（者）入院診療加算 in a general ward: ninety days; other wards have no such limit. */
export const a212General = defineDeadline({
  id: 'a212.general',
  title: { ja: '超重症児・準超重症児入院診療加算（一般病棟）', en: 'Add-on for severe children (general ward)' },
  sources: inBoth([
    {
      kind: 'announcement',
      place: 'A212 注4',
      mark: 'C',
      note: {
        ja: '入院期間が通算される再入院では、最初の入院日から数える。',
        en: 'In a linked readmission the days run from the first admission.',
      },
    },
  ]),
  counting: {
    ja: '入院日を1日目として90日以内（暦日。通算される再入院では最初の入院日から）',
    en: 'within 90 calendar days, the day of admission being day one; from the first of linked stays',
  },
  facts: z.strictObject({ admittedOn: deadlineFacts.admittedOn, ward: deadlineFacts.ward.optional() }),
  faults: ({ ward }) => (ward === 'longTerm' || ward === '療養' ? [noLimit] : []),
  span: ({ admittedOn }) => ({ dayOne: admittedOn, lastDay: withinDays(admittedOn, 90) }),
});

const noLimit = faultAt(
  ['ward'],
  '90日の限度は一般病棟だけのものです（A212 注4）。',
  'The limit of 90 days is one of general wards alone (A212, note 4).',
);
