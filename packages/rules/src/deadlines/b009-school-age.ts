import { z } from 'zod';
import { legalAgeReachedOn } from '../calendar/day.ts';
import type { Day } from '../calendar/meant-day.ts';
import { faultAt } from '../outcome.ts';
import { inBoth } from '../source.ts';
import type { Words } from '../words.ts';
import { deadlineFacts, defineDeadline } from './deadline.ts';

const LAST_AGE = 18;

/** 学校医等への診療情報提供: until the first 31 March on or after the day on which 18 is reached. */
export const b009SchoolAge = defineDeadline({
  id: 'b009.schoolAge',
  title: { ja: '診療情報提供料(Ⅰ) 学校医等', en: 'Information to the school physician' },
  sources: inBoth([
    {
      kind: 'notice',
      place: 'B009 通知（注7 18歳に達する日以後最初の3月31日以前）',
      mark: 'C',
      note: {
        ja: '18歳に達する日は誕生日の前日（年齢計算ニ関スル法律）。4月1日生まれは3月31日に達する。',
        en: 'Eighteen is reached on the day before the birthday; born on 1 April, on 31 March.',
      },
    },
  ]),
  counting: {
    ja: '18歳に達する日（誕生日の前日）以後、最初の3月31日まで',
    en: 'to the first 31 March on or after the day on which 18 is reached (the day before the birthday)',
  },
  facts: z.strictObject({ bornOn: deadlineFacts.bornOn, on: deadlineFacts.on }),
  revisionBy: 'on',
  faults: ({ bornOn, on }) => (on < bornOn ? [faultAt(['on'], '生まれる前の日です。', 'Before the birth.')] : []),
  span: ({ bornOn, on }) => {
    const lastDay = lastDayOf(bornOn);
    return { dayOne: bornOn, lastDay, ...(on > lastDay ? { counting: isPast(lastDay) } : {}) };
  },
});

function lastDayOf(bornOn: Day): Day {
  const reached = legalAgeReachedOn(bornOn, LAST_AGE);
  const year = Number(reached.slice(0, 4)) + (reached.slice(5) > '03-31' ? 1 : 0);
  return `${String(year).padStart(4, '0')}-03-31`;
}

const isPast = (lastDay: Day): Words => ({
  ja: `18歳に達する日（誕生日の前日）以後、最初の3月31日（${lastDay}）までで、この日は過ぎています`,
  en: `to the first 31 March on or after 18 is reached (${lastDay}), which is past on this day`,
});
