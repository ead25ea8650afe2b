import { inBoth } from '../source.ts';
import { defineDeadline, discharge } from './deadline.ts';

/** 退院支援指導加算 of the station: on the day of the discharge. */
export const stationDischargeSupport = defineDeadline({
  id: 'station.dischargeSupport',
  title: { ja: '訪問看護 退院支援指導加算', en: 'Station: guidance on the day of discharge' },
  sources: inBoth([{ kind: 'announcement', place: '訪問看護療養費 退院支援指導加算', mark: 'G',
      note: { ja: '訪問看護療養費の告示は手元の資料になく、二次資料による。', en: 'The announcement for stations is not among the texts; by secondary sources.' } }]),
  counting: { ja: '退院日だけ', en: 'the day of discharge alone' },
  facts: discharge,
  revisionBy: 'dischargedOn',
  span: ({ dischargedOn }) => ({ dayOne: dischargedOn, opensOn: dischargedOn, lastDay: dischargedOn }),
});
