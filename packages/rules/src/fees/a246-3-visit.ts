import { points } from '../amount.ts';
import { addDays } from '../calendar/day.ts';
import { inBoth } from '../source.ts';
import { type Condition, failed, lost, met, needs, unknown } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { doneBetween, fewerThan, notThat, notWith, words } from './predicates.ts';
import { notified } from './support.ts';
import { wardPays } from './ward.ts';

const EARLIEST = '1900-01-01';
/** 通知(7): on video the institution is notified for it, and what is shown on the screen has consent. */
const video: Condition = {
  code: 'a246-3.video',
  text: words(
    'ビデオ通話なら、届出と画面での共有への同意がある',
    'On video: notified, and consent to sharing on screen',
  ),
  facts: ['byVideo', 'videoConsent', 'notifiedVideo'],
  judge: ({ facts }) => {
    if (facts.byVideo === undefined) return unknown('byVideo');
    if (!facts.byVideo) return met;
    const missing = (['videoConsent', 'notifiedVideo'] as const).filter(name => facts[name] === undefined);
    if (missing.length > 0) return unknown(...missing);
    return facts.videoConsent && facts.notifiedVideo ? met : failed;
  },
};

/** 医療的ケア児（者）入院前支援加算: for a child who lives at home, not for the hospital's own long-stay graduates. */
export const a2463Visit = defineFee({
  id: 'a246-3',
  title: words('医療的ケア児（者）入院前支援加算', 'Pre-admission support for medical care needs'),
  revisionBy: 'admittedOn',
  sources: inBoth([place('A246-3 注1–3・通知(2)–(7)')]),
  amounts: {
    R6: ({ facts }) => (facts.byVideo === undefined ? null : points(facts.byVideo ? 500 : 1000)),
    R8: ({ facts }) => (facts.byVideo === undefined ? null : points(facts.byVideo ? 500 : 1000)),
  },
  conditions: [
    wardPays('preAdmission'),
    notified,
    needs(
      'a246-3.score',
      words('医療的ケア判定スコアが16点以上である', 'Medical care score of 16 or more'),
      ['medicalCareScore'],
      ({ medicalCareScore }) => (medicalCareScore >= 16 ? met : failed),
    ),
    needs(
      'a246-3.stayUnder30',
      words('自院の通算入院日数が30日未満である', 'Cumulative stay here under 30 days'),
      ['cumulativeStayDays'],
      ({ cumulativeStayDays }, { on, facts }) => (cumulativeStayDays < 30 ? met : lost(facts.admittedOn ?? on)),
    ),
    doneBetween(
      'visitedOn',
      'admittedOn',
      { first: () => EARLIEST, last: base => addDays(base, -1) },
      'a246-3.visited',
      words('入院前に患家等を訪問した（またはビデオ通話）', 'Visited at home (or by video) before admission'),
    ),
    needs(
      'a246-3.visitor',
      words(
        '自院の医師、または医師の指示を受けた看護職員が行った',
        "By the hospital's doctor, or nursing staff by order",
      ),
      ['visitor'],
      ({ visitor }) => (['doctor', 'nurse', 'assistantNurse'].includes(visitor) ? met : failed),
    ),
    video,
    doneBetween(
      'supportPlanGivenOn',
      'admittedOn',
      { first: () => EARLIEST, last: base => base },
      'a246-3.planGiven',
      words(
        '入院前か入院日に療養支援計画書を説明・交付した',
        'Care support plan explained and given before or on admission',
      ),
    ),
    notThat(
      'linkedReadmission',
      'a246-3.firstDay',
      words('前の入院と通算されない（入院初日に限る）', 'Not linked with a stay before (first day only)'),
    ),
    fewerThan(
      1,
      'earlierPreAdmissionOn',
      null,
      'a246-3.once',
      words('自院でまだ算定していない（患者1人1回）', 'Not claimed here before (once per patient)'),
    ),
    notWith(
      'claimedSameStay',
      ['A246.preAdmission'],
      'a246-3.notPreAdmission',
      words('入院時支援加算を算定していない', 'Admission support add-on not claimed'),
    ),
    notWith(
      'claimedSameDay',
      ['C000', 'C001', 'C001-2', 'C005', 'C005-1-2', 'I012'],
      'a246-3.sameDay',
      words(
        '訪問の日に往診・訪問診療・訪問看護を算定していない',
        'No house call or home nursing claimed on the day of the visit',
      ),
    ),
  ],
});
