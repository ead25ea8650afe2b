import { addDays } from '../calendar/day.ts';
import { inBoth } from '../source.ts';
import { defineDeadline, discharge } from './deadline.ts';

/** 市町村・相談支援への診療情報提供 of an inpatient: two weeks before and after the discharge. */
export const b009Municipality = defineDeadline({
  id: 'b009.municipality',
  title: { ja: '診療情報提供料(Ⅰ) 市町村・相談支援事業者', en: 'Information to the municipality or support office' },
  sources: inBoth([{ kind: 'notice', place: 'B009 通知（注2・注3 退院の日の前後2週間）', mark: 'I',
      note: { ja: '「前後２週間以内」を14日前から14日後までと読む（推定）。同意が必要。退院前は介護支援等連携指導料と併せて算定できない。', en: '“Two weeks before and after” is read as 14 days each way (inferred). Needs consent; before discharge not beside B005-1-2.' } }]),
  counting: { ja: '退院日の14日前から14日後まで（暦日）', en: 'from 14 days before the discharge to 14 days after it, calendar days' },
  facts: discharge,
  span: ({ dischargedOn }) => ({ dayOne: addDays(dischargedOn, -14), opensOn: addDays(dischargedOn, -14), lastDay: addDays(dischargedOn, 14) }),
});
