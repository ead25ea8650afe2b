import { points } from '../amount.ts';
import { withinMonthAfter } from './after-discharge.ts';
import { failed, met, needs, review } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { anyOf, fewerThan, notWith, words } from './predicates.ts';

/** 退院後訪問栄養食事指導料, new in R8. 「概ね20分」: shorter is for a person to judge. */
export const b0073 = defineFee({
  id: 'b007-3',
  title: words('退院後訪問栄養食事指導料', 'Post-discharge nutrition visit'),
  revisionBy: 'visitedOn',
  sources: {
    R8: [
      place('B007-3 注1・通知(2)(4)', {
        ja: '通知(4)は「Ｃ００５」在宅患者訪問栄養食事指導料と書くが、告示の注1ではＣ００９',
        en: 'Notice (4) writes C005 for the home nutrition fee; note 1 of the announcement has C009',
      }),
    ],
  },
  amounts: { R8: points(530) },
  conditions: [
    withinMonthAfter,
    anyOf(
      'nutritionNeed',
      ['specialDiet', 'cancer', 'swallowing', 'lowNutrition'],
      'b007-3.need',
      words(
        '特別食、がん、摂食・嚥下機能の低下、低栄養のいずれかである',
        'Special diet, cancer, swallowing trouble or low nutrition',
      ),
    ),
    needs(
      'b007-3.visitor',
      words('入院していた病院の管理栄養士が訪問した', "Visited by the hospital's dietitian"),
      ['visitor'],
      ({ visitor }) => (visitor === 'dietitian' ? met : failed),
    ),
    needs(
      'b007-3.minutes',
      words('おおむね20分以上行った', 'About 20 minutes or longer'),
      ['minutes'],
      ({ minutes }) =>
        minutes >= 20 ? met : review('「概ね20分」に当たるか確かめてください', 'Check whether it is about 20 minutes'),
    ),
    needs(
      'b007-3.place',
      words('入院中、管理栄養士のいる施設に入所中でない', 'Not in a hospital or a facility with a dietitian'),
      ['staysAt'],
      ({ staysAt }) => (staysAt === 'hospital' || staysAt === 'dietitianFacility' ? failed : met),
    ),
    fewerThan(4, 'earlierVisitsOn', 'visitedOn', 'b007-3.four', words('4回までである', 'At most four times')),
    notWith(
      'claimedSameMonth',
      ['B001-9', 'C009'],
      'b007-3.sameMonth',
      words('同じ月に外来・在宅の栄養食事指導料を算定していない', 'No other nutrition guidance fee that month'),
    ),
  ],
});
