import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { type Condition, failed, lost, met, needs, unknown } from './condition.ts';
import { defineFee, place } from './fee.ts';
import {
  consent,
  duringStay,
  guided,
  homeSide,
  onceOrTwice,
  recorded,
  stationSide,
  videoConsent,
  written,
} from './guidance.ts';
import { anyOf, notWith, words } from './predicates.ts';
import { wardPays } from './ward.ts';

const hospitalTeam = anyOf(
  'hospitalStaff',
  ['doctor', 'nurse', 'pharmacist', 'dietitian', 'therapist', 'socialWorker'],
  'b005.hospitalSide',
  words('病院の職員が出席した', 'Staff of the hospital present'),
);
const otherTeam = anyOf(
  'parties',
  [...homeSide, ...stationSide],
  'b005.otherSide',
  words(
    '在宅療養担当医療機関か訪問看護ステーション（准看護師を除く）が出席した',
    'Home-care institution or station (no assistant nurse) present',
  ),
);
const byOrder = needs(
  'b005.order',
  words('在宅の医師本人、またはその指示による', "The home-care doctor, or by the doctor's order"),
  ['parties', 'byHomeDoctorsOrder'],
  ({ parties, byHomeDoctorsOrder }) => (parties.includes('homeDoctor') || byHomeDoctorsOrder ? met : failed),
);

/** 通知(5): home; with A246 also care homes and institutions for disabled children, never one of the hospital's own. */
const destination: Condition = {
  code: 'b005.destination',
  text: words(
    '在宅へ退院する（加算の算定時は障害児入所施設等も可。併設は不可）',
    'Goes home (with A246 also certain facilities, none of its own)',
  ),
  facts: ['destination', 'claimedSameStay'],
  judge: ({ facts: { destination: to, claimedSameStay, dischargedOn }, on }) => {
    if (to === undefined) return unknown('destination');
    if (to === 'home') return met;
    const gone = lost(dischargedOn ?? on);
    if (to !== 'childFacility') return gone;
    if (claimedSameStay === undefined) return unknown('claimedSameStay');
    return claimedSameStay.includes('A246') ? met : gone;
  },
};

/** 注4: with A246 the plan is shared with the institution that cares at home. */
const planShared: Condition = {
  code: 'b005.planShared',
  text: words(
    '入退院支援加算の算定時は、退院支援計画を渡し在宅側と共有した',
    'With A246: the plan given and shared with the home side',
  ),
  facts: ['claimedSameStay', 'planGivenOn', 'planSharedWithHomeCare'],
  judge: ({ facts }) => {
    if (facts.claimedSameStay === undefined) return unknown('claimedSameStay');
    if (!facts.claimedSameStay.includes('A246')) return met;
    const missing = (['planGivenOn', 'planSharedWithHomeCare'] as const).filter(name => facts[name] === undefined);
    if (missing.length > 0) return unknown(...missing);
    return facts.planSharedWithHomeCare ? met : failed;
  },
};

export const b005Conditions: readonly Condition[] = [
  wardPays('medicalManagement'),
  guided,
  duringStay,
  consent,
  written,
  hospitalTeam,
  otherTeam,
  byOrder,
  videoConsent,
  recorded,
  destination,
  planShared,
  onceOrTwice(['homeDoctor', 'homeNurse', 'homeAssistantNurse', 'stationNurse']),
  notWith(
    'claimedSameStay',
    ['B003', 'A246.liaisonPlan'],
    'b005.notWith',
    words(
      '開放型病院共同指導料(Ⅱ)・地域連携診療計画加算を算定していない',
      'B003 and the liaison plan add-on not claimed',
    ),
  ),
];

/** 退院時共同指導料2 注1. */
export const b005 = defineFee({
  id: 'b005',
  title: words('退院時共同指導料2', 'Joint discharge guidance 2 (hospital side)'),
  revisionBy: 'guidedOn',
  sources: inBoth([place('B005 注1・注4・注5、B004 通知(5)(7)(8)(12)(13)')]),
  amounts: { R6: points(400), R8: points(400) },
  conditions: b005Conditions,
});
