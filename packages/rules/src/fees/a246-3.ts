import { points } from '../amount.ts';
import { monthsInclusive } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { type Condition, failed, met, needs, unknown } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { doneBetween, holds, words } from './predicates.ts';
import { atDischarge, nicuFactor, notified, planGiven, screened, withinStay } from './support.ts';
import { wardPays } from './ward.ts';

const nicuLine: Condition = {
  code: 'a246.3.nicu',
  text: words(
    'この入院でNICUの管理料を算定した、または算定した病院からの転院',
    'NICU fee in this stay, or transferred from where it was claimed',
  ),
  facts: ['nicuFeeThisStay', 'transferredWithClaim'],
  judge: ({ facts: { nicuFeeThisStay: nicu, transferredWithClaim: moved } }) => {
    if (nicu || moved) return met;
    if (nicu === undefined) return unknown('nicuFeeThisStay');
    return moved === undefined ? unknown('transferredWithClaim') : failed;
  },
};

/** 通知(10): nurses of ward and department, a social worker or the like; unlike add-on 1 no revision relaxed it. */
const staffed = needs(
  'a246.3.conference',
  words(
    '病棟・部門の看護師と社会福祉士等が共同でカンファレンスを行った',
    'Conference of ward and department nurses and a social worker',
  ),
  ['conferenceStaff', 'inHouseConferenceOn'],
  ({ conferenceStaff: there }) =>
    (['wardNurse', 'departmentNurse', 'departmentSocialWorker'] as const).every(one => there.includes(one))
      ? met
      : failed,
);

/** 入退院支援加算3: children who were in a NICU. No 「原則として」 in it: each day limit ends it. */
export const a246Support3 = defineFee({
  id: 'a246.3',
  title: words('入退院支援加算3', 'Discharge support add-on 3'),
  revisionBy: 'dischargedOn',
  sources: inBoth([place('A246 注3・通知(8)–(13)')]),
  amounts: { R6: points(1200), R8: points(1200) },
  conditions: [
    wardPays('support3'),
    notified,
    nicuLine,
    nicuFactor,
    screened(7, false),
    doneBetween(
      'familyTalkOn',
      'admittedOn',
      withinStay(7),
      'a246.familyTalk',
      words('入院後7日以内に家族等と話し合いを始めた', 'Talks with the family begun within 7 days'),
    ),
    holds('planConsent', 'a246.3.consent', words('計画の策定に同意がある', 'Consent to making the plan')),
    doneBetween(
      'planStartedOn',
      'admittedOn',
      { first: base => base, last: base => monthsInclusive(base, 1) },
      'a246.3.planStarted',
      words('入院後1か月以内に計画に着手した', 'Plan started within a month of admission'),
    ),
    staffed,
    ...planGiven,
    holds(
      'emergencyContactGiven',
      'a246.3.contact',
      words('緊急連絡先を文書で渡した', 'Emergency contacts given in writing'),
    ),
    holds('reachableDayAndNight', 'a246.3.reachable', words('24時間連絡が取れる', 'Reachable day and night')),
    ...atDischarge,
  ],
});
