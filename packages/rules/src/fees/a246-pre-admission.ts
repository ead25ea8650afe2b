import { points } from '../amount.ts';
import { addDays } from '../calendar/day.ts';
import { type Condition, failed, lost, met, needs } from './condition.ts';
import { careSteps } from './fact-codes.ts';
import type { FeeFacts } from './facts.ts';
import { defineFee, place } from './fee.ts';
import { doneBetween, notWith, words } from './predicates.ts';
import { notified } from './support.ts';
import { wardPays } from './ward.ts';

const EARLIEST = '1900-01-01';
const asked = ({ careNeedCertified }: FeeFacts) => careSteps.filter(step => step !== 'services' || careNeedCertified);
const all = (facts: FeeFacts) => asked(facts).every(step => facts.preAdmissionSteps?.includes(step));

const steps: Condition = needs(
  'a246.preAdmission.steps',
  words(
    'ア・ク（要介護等ではイも）を含む項目を入院前に実施した',
    'Steps done before admission, those on background and ward life (and services used, where care need is certified) among them',
  ),
  ['preAdmissionSteps', 'careNeedCertified'],
  ({ preAdmissionSteps: there, careNeedCertified }) => {
    const least = ['background', 'stay', ...(careNeedCertified ? ['services'] : [])] as const;
    return least.every(one => there.some(step => step === one)) ? met : failed;
  },
);
const fromHome = needs(
  'a246.preAdmission.fromHome',
  words('自宅等からの予定入院である', 'A planned admission from home'),
  ['admittedFrom', 'plannedAdmission'],
  ({ admittedFrom, plannedAdmission }, { on, facts }) =>
    admittedFrom !== 'hospital' && plannedAdmission ? met : lost(facts.admittedOn ?? on),
);

/** 入院時支援加算 1 (every step) 240, 2 (a part of them) 200. */
export const a246PreAdmission = defineFee({
  id: 'a246.preAdmission',
  title: words('入院時支援加算', 'Admission support add-on'),
  revisionBy: 'admittedOn',
  sources: { R6: [place('A246 注7・通知(19)–(22)')], R8: [place('A246 注8・通知(20)–(23)')] },
  amounts: {
    R6: ({ facts }) => (facts.preAdmissionSteps ? points(all(facts) ? 240 : 200) : null),
    R8: ({ facts }) => (facts.preAdmissionSteps ? points(all(facts) ? 240 : 200) : null),
  },
  conditions: [
    wardPays('support1'),
    notified,
    fromHome,
    steps,
    doneBetween(
      'supportPlanSharedOn',
      'admittedOn',
      { first: () => EARLIEST, last: base => addDays(base, -1) },
      'a246.preAdmission.shared',
      words('療養支援計画書を入院前に病棟と共有した', 'Care support plan shared with the ward before admission'),
    ),
    doneBetween(
      'supportPlanGivenOn',
      'admittedOn',
      { first: () => EARLIEST, last: base => base },
      'a246.preAdmission.given',
      words('入院前か入院日に計画書を説明・交付した', 'Plan explained and given before or on the day of admission'),
    ),
    needs(
      'a246.preAdmission.withSupport',
      words('入退院支援加算を算定する患者である', 'Discharge support is claimed for the child'),
      ['claimedSameStay'],
      ({ claimedSameStay }) => (claimedSameStay.includes('A246') ? met : failed),
    ),
    notWith(
      'claimedSameStay',
      ['A246-3'],
      'a246.preAdmission.notA2463',
      words('医療的ケア児（者）入院前支援加算を算定していない', 'A246-3 is not claimed'),
    ),
  ],
});
