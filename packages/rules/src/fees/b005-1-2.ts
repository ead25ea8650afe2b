import { points } from '../amount.ts';
import { type Condition, failed, met, needs } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { consent, duringStay, guided, recorded, videoConsent } from './guidance.ts';
import { anyOf, fewerThan, holds, notThat, notWith, words } from './predicates.ts';
import { wardPays } from './ward.ts';

const shared: readonly Condition[] = [
  wardPays('medicalManagement'),
  guided,
  duringStay,
  consent,
  anyOf(
    'parties',
    ['careManager', 'supportPlanner'],
    'b005-1-2.planner',
    words('介護支援専門員か相談支援専門員が出席した', 'Care manager or support planner present'),
  ),
  holds(
    'wantsServices',
    'b005-1-2.wants',
    words('本人・家族がサービスの導入を望んでいる', 'Patient or family wants services'),
  ),
  holds('patientChose', 'b005-1-2.chosen', words('患者が選んだ事業所である', 'Chosen by the patient')),
  notThat(
    'attachedCareFacility',
    'b005-1-2.notAttached',
    words('病院併設の介護保険施設の人でない', "Not of the hospital's own care facility"),
  ),
  recorded,
  videoConsent,
  notWith(
    'claimedSameDay',
    ['B005.multi'],
    'b005-1-2.notMulti',
    words('同じ日に多機関共同指導加算を算定していない', 'Multi-agency add-on not claimed the same day'),
  ),
  notWith(
    'claimedSameStay',
    ['A246.liaisonPlan'],
    'b005-1-2.notLiaisonPlan',
    words('地域連携診療計画加算を算定していない', 'Liaison plan add-on not claimed'),
  ),
  fewerThan(
    2,
    'earlierGuidanceOn',
    'guidedOn',
    'b005-1-2.twice',
    words('この入院で2回までである', 'At most twice in this stay'),
  ),
];

/** 介護支援等連携指導料 (R8: 1). */
export const b00512First = defineFee({
  id: 'b005-1-2.1',
  title: words('介護支援等連携指導料（令和8年は1）', 'Care-coordinator liaison (R8: 1)'),
  revisionBy: 'guidedOn',
  sources: { R6: [place('B005-1-2 注・通知(1)–(8)')], R8: [place('B005-1-2 注1・通知(1)–(10)')] },
  amounts: { R6: points(400), R8: points(400) },
  conditions: [
    ...shared,
    needs(
      'b005-1-2.by',
      words(
        '医師、または指示を受けた看護師・社会福祉士等が行った',
        'By a doctor, or nurse, social worker and the like by order',
      ),
      ['hospitalStaff'],
      ({ hospitalStaff }) => (hospitalStaff.length > 0 ? met : failed),
    ),
    {
      ...notWith(
        'claimedSameStay',
        ['B005-1-2.2'],
        'b005-1-2.not2',
        words('介護支援等連携指導料2を算定していない', 'Liaison fee 2 not claimed'),
      ),
      sets: ['R8'],
    },
  ],
});

/** 介護支援等連携指導料2, new in R8. */
export const b00512Second = defineFee({
  id: 'b005-1-2.2',
  title: words('介護支援等連携指導料2', 'Care-coordinator liaison 2'),
  revisionBy: 'guidedOn',
  sources: { R8: [place('B005-1-2 注2・通知(3)(9)')] },
  amounts: { R8: points(500) },
  conditions: [
    ...shared,
    holds(
      'wardNotifiesSupport1',
      'b005-1-2.2.ward',
      words('入退院支援加算1の届出病棟に入院している', 'On a ward notified for add-on 1'),
    ),
    holds(
      'byDepartment',
      'b005-1-2.2.department',
      words('入退院支援部門の担当者が行った', "By the department's person in charge"),
    ),
    holds('standingCooperation', 'b005-1-2.2.cooperation', words('平時からの連携体制がある', 'Standing cooperation')),
    notWith(
      'claimedSameStay',
      ['B005-1-2.1'],
      'b005-1-2.not1',
      words('介護支援等連携指導料1を算定していない', 'Liaison fee 1 not claimed'),
    ),
  ],
});
