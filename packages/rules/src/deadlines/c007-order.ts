import { z } from 'zod';
import { monthsInclusive } from '../calendar/period.ts';
import { faultAt } from '../outcome.ts';
import { inBoth } from '../source.ts';
import { deadlineFacts, defineDeadline } from './deadline.ts';

const MONTHS = 6;
/** 「１か月の指示を行う場合には、有効期間を記載することを要しない」. */
const MONTHS_IF_BLANK = 1;

/** 訪問看護指示書: six months at the most, one where no end is written. */
export const c007Order = defineDeadline({
  id: 'c007.order',
  title: { ja: '訪問看護指示書の有効期間', en: 'Validity of a home nursing order' },
  sources: inBoth([
    {
      kind: 'notice',
      place: 'C007 通知(1)',
      mark: 'I',
      note: {
        ja: '6月以内・記載なしは1か月は本文どおり。開始日を含めて数えるのは推定（民法143条）。',
        en: 'Six months, and one where blank, as written; that the first day counts is inferred (Civil Code, art. 143).',
      },
    },
  ]),
  counting: {
    ja: '開始日（startsOn）を含めて6か月以内。終わりの記載がなければ1か月',
    en: 'within six months with the first day (startsOn); one month where no end is written',
  },
  facts: z.strictObject({ startsOn: deadlineFacts.startsOn, endsOn: deadlineFacts.endsOn.optional() }),
  revisionBy: 'startsOn',
  faults: ({ startsOn, endsOn }) => {
    if (endsOn === undefined) return [];
    if (endsOn < startsOn) return [faultAt(['endsOn'], '開始日より前です。', 'Before the first day.')];
    const lastDay = monthsInclusive(startsOn, MONTHS);
    const beyond = faultAt(
      ['endsOn'],
      `有効期間は6か月以内です。${lastDay} までにしてください（C007 通知(1)）。`,
      `An order is valid for six months at the most: until ${lastDay} (C007, notice (1)).`,
    );
    return endsOn > lastDay ? [beyond] : [];
  },
  span: ({ startsOn }) => ({
    dayOne: startsOn,
    opensOn: startsOn,
    lastDay: monthsInclusive(startsOn, MONTHS),
    ifBlank: monthsInclusive(startsOn, MONTHS_IF_BLANK),
  }),
});
