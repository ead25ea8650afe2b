import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { type Condition, failed, met, needs, unknown } from './condition.ts';
import { defineFee, place } from './fee.ts';
import {
  consent,
  duringStay,
  goesHome,
  guided,
  homeSide,
  onceOrTwice,
  recorded,
  videoConsent,
  written,
} from './guidance.ts';
import { anyOf, notWith, words } from './predicates.ts';

const homeTeam = anyOf(
  'parties',
  homeSide,
  'b004.homeSide',
  words('在宅療養担当医療機関の職員が出席した', 'Staff of the home-care institution present'),
);
const hospitalTeam = anyOf(
  'hospitalStaff',
  ['doctor', 'nurse', 'pharmacist', 'dietitian', 'therapist', 'socialWorker'],
  'b004.hospitalSide',
  words('入院先の職員が出席した', 'Staff of the hospital present'),
);
const byOrder = needs(
  'b004.order',
  words('在宅の医師本人、またはその指示による', "The home-care doctor, or by the doctor's order"),
  ['parties', 'byHomeDoctorsOrder'],
  ({ parties, byHomeDoctorsOrder }) => (parties.includes('homeDoctor') || byHomeDoctorsOrder ? met : failed),
);

/** 通知(4): the 1,500 of a support clinic; without its document or its house calls it is not the 900 either, so it is missing. */
const tier: Condition = {
  code: 'b004.supportClinic',
  text: words(
    '在支診なら24時間の往診・訪問看護の体制と連絡先の文書がある',
    'Support clinic: house calls and nursing day and night, contacts in writing',
  ),
  facts: ['supportClinic', 'houseCallsDayAndNight', 'contactDocumentGiven'],
  judge: ({ facts }) => {
    if (facts.supportClinic === undefined) return unknown('supportClinic');
    if (!facts.supportClinic) return met;
    const missing = (['houseCallsDayAndNight', 'contactDocumentGiven'] as const).filter(
      name => facts[name] === undefined,
    );
    if (missing.length > 0) return unknown(...missing);
    return facts.houseCallsDayAndNight && facts.contactDocumentGiven ? met : failed;
  },
};

export const b004Conditions: readonly Condition[] = [
  guided,
  duringStay,
  consent,
  written,
  homeTeam,
  hospitalTeam,
  byOrder,
  videoConsent,
  recorded,
  goesHome,
  onceOrTwice(['homeDoctor', 'homeNurse', 'homeAssistantNurse']),
  tier,
  notWith(
    'claimedSameDay',
    ['A000', 'A001', 'A002', 'B002', 'C000', 'C001', 'C001-2'],
    'b004.sameDay',
    words(
      '初診・再診・往診・訪問診療料等を別に算定していない',
      'No first, repeat, outpatient or home visit fee beside it',
    ),
  ),
];

/** 退院時共同指導料1: of the institution that cares at home; no ward fee of the hospital touches it. */
export const b004 = defineFee({
  id: 'b004',
  title: words('退院時共同指導料1', 'Joint discharge guidance 1 (home side)'),
  revisionBy: 'guidedOn',
  sources: inBoth([place('B004 注1・注3・通知(1)–(5)(8)(13)')]),
  amounts: {
    R6: ({ facts }) => (facts.supportClinic === undefined ? null : points(facts.supportClinic ? 1500 : 900)),
    R8: ({ facts }) => (facts.supportClinic === undefined ? null : points(facts.supportClinic ? 1500 : 900)),
  },
  conditions: b004Conditions,
});
