import { addDays } from '../calendar/day.ts';
import { inBoth } from '../source.ts';
import { defineDeadline, discharge } from './deadline.ts';

/** 退院後の訪問, about two weeks after: practice of one hospital, no rule of the schedule. */
export const kcmcPostVisit = defineDeadline({
  id: 'kcmc.postVisit',
  title: { ja: '退院後の訪問（目安）', en: 'Visit after discharge (guide)' },
  sources: inBoth([{ kind: 'practice', place: '神奈川県立こども医療センターの運用', mark: 'C',
      note: { ja: '病院の運用で、期限ではなく目安。', en: 'Practice of a hospital: a guide, no limit.' } }]),
  counting: { ja: '退院日の14日後ごろ（目安）', en: 'about 14 days after the discharge (a guide)' },
  facts: discharge,
  span: ({ dischargedOn }) => ({ dayOne: dischargedOn, lastDay: addDays(dischargedOn, 14) }),
});
