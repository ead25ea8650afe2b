import { monthsInclusive } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { defineDeadline, start } from './deadline.ts';

/** 手順書加算: once in six months. */
export const c007Procedure = defineDeadline({
  id: 'c007.procedure',
  title: { ja: '訪問看護指示料 手順書加算', en: 'Procedure add-on of the nursing order' },
  sources: inBoth([{ kind: 'announcement', place: 'C007 注3', mark: 'I',
      note: { ja: '「６月に１回」。交付日から数えた6か月の末日とし、次はその翌日から（推定）。', en: '“Once in six months”: to the end of six months from the day it was handed over; the next from the day after (inferred).' } }]),
  counting: { ja: '前の手順書の交付日（startsOn）を含めて6か月。次の算定はその翌日から', en: 'six months with the day of the last one (startsOn); the next pays from the day after' },
  facts: start,
  revisionBy: 'startsOn',
  span: ({ startsOn }) => ({ dayOne: startsOn, lastDay: monthsInclusive(startsOn, 6) }),
});
