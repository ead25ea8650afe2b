import { withinDays } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { defineDeadline, start } from './deadline.ts';

/** 療養病棟への転棟後14日: the day on which they are complete, before which a discharge does not pay. */
export const a246Transfer = defineDeadline({
  id: 'a246.transfer14',
  title: { ja: '入退院支援加算（療養） 転棟後14日', en: 'Discharge support (long-term ward): 14 days after a transfer' },
  sources: inBoth([{ kind: 'notice', place: 'A246 通知(14)', mark: 'I',
      note: { ja: '転棟日を1日目とする数え方は推定。', en: 'That the day of the transfer is day one is inferred.' } }]),
  counting: { ja: '転棟日（startsOn）を1日目として14日目。この日より前の退院では算定できません', en: 'the 14th day with the day of the transfer (startsOn) as day one; a discharge before it does not pay' },
  facts: start,
  span: ({ startsOn }) => ({ dayOne: startsOn, lastDay: withinDays(startsOn, 14) }),
});
