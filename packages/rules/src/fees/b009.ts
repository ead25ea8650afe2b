import { points } from '../amount.ts';
import { addDays, addMonths, legalAgeReachedOn } from '../calendar/day.ts';
import { endOfMonth } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { type Condition, failed, lost, met, needs, unknown } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { goesHome } from './guidance.ts';
import {
  aroundDischarge,
  consent,
  copyKept,
  monthly,
  noLiaisonPlan,
  noRelation,
  notBesideLiaison,
  provided,
  wardPaysLetter,
} from './letter.ts';
import { holds, notThat, words } from './predicates.ts';

const letter: readonly Condition[] = [wardPaysLetter, provided, consent, copyKept, noRelation, monthly, noLiaisonPlan];

const toInstitution: readonly Condition[] = [
  ...letter,
  holds(
    'careNeeded',
    'b009.careNeeded',
    words('別の医療機関での診療の必要を認めた', "Another institution's care judged needed"),
  ),
];
/** 注1: another institution; once a month for each destination, so `earlierLettersOn` are those to the same one. */
export const b009Institution = defineFee({
  id: 'b009.note1',
  title: words('診療情報提供料(Ⅰ) 医療機関あて', 'Referral letter I, to an institution'),
  revisionBy: 'providedOn',
  sources: inBoth([place('B009 注1・通知(2)–(4)')]),
  amounts: { R6: points(250), R8: points(250) },
  conditions: toInstitution,
});

const attachedInTime: Condition = {
  code: 'b009.attachedInTime',
  text: words('退院日の属する月か翌月に提供した', 'Provided in the month of discharge or the next'),
  facts: ['providedOn', 'dischargedOn'],
  judge: ({ facts: { providedOn, dischargedOn }, on }) => {
    if (!dischargedOn) return unknown('dischargedOn');
    const last = endOfMonth(addMonths(`${dischargedOn.slice(0, 7)}-01`, 1));
    if (!providedOn) return on > last ? lost(addDays(last, 1)) : unknown('providedOn');
    if (providedOn.slice(0, 7) < dischargedOn.slice(0, 7)) return failed;
    return providedOn <= last ? { is: 'met', on: providedOn } : lost(addDays(last, 1));
  },
};
/** 注8: results, images and the plan attached for a child who leaves; to the 250 of 注1. */
export const b009Attached = defineFee({
  id: 'b009.note8',
  title: words(
    '診療情報提供料(Ⅰ) 注8（退院患者の検査・画像の添付）',
    'Referral letter I, note 8 (data attached at discharge)',
  ),
  revisionBy: 'providedOn',
  sources: inBoth([place('B009 注8・通知(21)')]),
  amounts: { R6: points(200), R8: points(200) },
  conditions: [
    ...toInstitution,
    attachedInTime,
    holds(
      'dataAttached',
      'b009.attached',
      words('検査結果・画像・退院後の治療計画を添付した', 'Results, images and treatment plan attached'),
    ),
  ],
});

/** 注2: 市町村・保健所・児相・相談支援事業者: once a month for the *patient*, so city and support office are one. */
export const b009Municipality = defineFee({
  id: 'b009.note2',
  title: words(
    '診療情報提供料(Ⅰ) 市町村・相談支援事業者等あて',
    'Referral letter I, to municipality or support office',
  ),
  revisionBy: 'providedOn',
  sources: inBoth([
    place('B009 注2・通知(3)(4)(11)(12)', {
      ja: '参考資料 §3.2 は「1/月・紹介先ごと」とまとめるが、注2は患者1人につき月1回',
      en: 'The handbook §3.2 has once a month per destination; note 2 has once a month per patient',
    }),
  ]),
  amounts: { R6: points(250), R8: points(250) },
  conditions: [
    ...letter,
    holds(
      'forOwnArea',
      'b009.ownArea',
      words('居住地を管轄する市町村等、または指定の事業者である', 'Of the home municipality, or a designated provider'),
    ),
    aroundDischarge,
    notBesideLiaison,
    goesHome,
  ],
});

/** 18歳に達する日以後最初の３月31日 at the latest. */
const schoolAge = needs(
  'b009.schoolAge',
  words('18歳に達する日以後最初の3月31日以前である', 'Not later than the first 31 March on or after reaching 18'),
  ['bornOn', 'providedOn'],
  ({ bornOn, providedOn }) => {
    const reached = legalAgeReachedOn(bornOn, 18);
    const year = Number(reached.slice(0, 4)) + (reached.slice(5) > '03-31' ? 1 : 0);
    return providedOn <= `${year}-03-31` ? met : lost(`${year}-04-01`);
  },
);
/** 注7: 保育所・学校等の学校医等; once a month for the patient. */
export const b009School = defineFee({
  id: 'b009.note7',
  title: words('診療情報提供料(Ⅰ) 学校医等あて', 'Referral letter I, to a school physician'),
  revisionBy: 'providedOn',
  sources: inBoth([place('B009 注7・通知(3)(4)(16)–(20)')]),
  amounts: { R6: points(250), R8: points(250) },
  conditions: [
    ...letter,
    holds(
      'schoolGroup',
      'b009.schoolGroup',
      words(
        '小児慢性特定疾病・医療的ケア児・アナフィラキシー等の患者である',
        'Chronic disease, medical care needs, anaphylaxis or the like',
      ),
    ),
    holds('attends', 'b009.attends', words('その保育所・学校等に通っている', 'Attends that nursery or school')),
    schoolAge,
    notThat(
      'sameDoctor',
      'b009.notSameDoctor',
      words('主治医と学校医等が同じ人でない', 'Attending and school doctor are not one'),
    ),
  ],
});
