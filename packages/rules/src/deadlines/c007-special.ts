import { z } from 'zod';
import { withinDays } from '../calendar/period.ts';
import { type Fault, faultAt } from '../outcome.ts';
import { inBoth } from '../source.ts';
import { deadlineFacts, defineDeadline } from './deadline.ts';

const DAYS = 14;
/** In one calendar month; twice for a tracheal cannula or a pressure ulcer beyond the dermis. */
const A_MONTH = 1;
const A_MONTH_FOR_SOME = 2;

const facts = z.strictObject({
  consultedOn: deadlineFacts.consultedOn,
  trachealCannula: deadlineFacts.trachealCannula.optional(),
  deepPressureUlcer: deadlineFacts.deepPressureUlcer.optional(),
  previousConsultedOn: deadlineFacts.previousConsultedOn.optional(),
});

/** 特別訪問看護指示書: fourteen days from the consultation, once or twice a calendar month. */
export const c007Special = defineDeadline({
  id: 'c007.special',
  title: { ja: '特別訪問看護指示書の期間', en: 'Period of a special home nursing order' },
  sources: inBoth([
    {
      kind: 'notice',
      place: 'C007 注2・通知(4)',
      mark: 'C',
      note: {
        ja: '「診療の日から14日以内」を診療日を1日目として数える。月1回は暦月で数える。',
        en: '“Within 14 days from the consultation” counts that day as day one; “a month” is a calendar month.',
      },
    },
  ]),
  counting: {
    ja: '診療日を1日目として14日以内。同じ暦月に1回（気管カニューレ・真皮を越える褥瘡は2回）',
    en: 'within 14 days, the consultation being day one; once a calendar month (twice with a cannula or deep ulcer)',
  },
  facts,
  revisionBy: 'consultedOn',
  faults: faultsOf,
  span: ({ consultedOn }) => ({
    dayOne: consultedOn,
    opensOn: consultedOn,
    lastDay: withinDays(consultedOn, DAYS),
  }),
});

function faultsOf(asked: z.output<typeof facts>): Fault[] {
  const { consultedOn, previousConsultedOn = [], trachealCannula, deepPressureUlcer } = asked;
  const ahead = previousConsultedOn.flatMap((on, at) =>
    on > consultedOn ? [faultAt(['previousConsultedOn', at], 'この診療日よりあとです。', 'After this consultation.')] : [],
  );
  const inMonth = new Set(previousConsultedOn.filter(on => on.slice(0, 7) === consultedOn.slice(0, 7)));
  const allowed = trachealCannula || deepPressureUlcer ? A_MONTH_FOR_SOME : A_MONTH;
  if (ahead.length > 0 || inMonth.size < allowed) return ahead;
  return [
    faultAt(
      ['consultedOn'],
      `この月の特別訪問看護指示はすでに${inMonth.size}回です。月${allowed}回までです（C007 注2・通知(4)）。`,
      `There are ${inMonth.size} special orders in this month already; ${allowed} at the most (C007, note 2).`,
    ),
  ];
}
