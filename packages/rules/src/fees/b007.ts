import { points } from '../amount.ts';
import { addDays } from '../calendar/day.ts';
import type { Day } from '../calendar/meant-day.ts';
import { withinDays } from '../calendar/period.ts';
import { inBoth } from '../source.ts';
import { type Condition, failed, lost, met, needs, unknown } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { recorded } from './guidance.ts';
import { holds, notWith, words } from './predicates.ts';
import { discharged } from './support.ts';
import { wardPays } from './ward.ts';

const inStay: Condition = {
  code: 'b007.inStay',
  text: words(
    '入院中（外泊時を含む）か退院日に訪問した',
    'Visited during the stay, a trial stay included, or on the day of discharge',
  ),
  facts: ['visitedOn', 'admittedOn', 'dischargedOn'],
  judge: ({ facts: { visitedOn, admittedOn, dischargedOn }, on }) => {
    if (!admittedOn || !dischargedOn) return unknown(admittedOn ? 'dischargedOn' : 'admittedOn');
    const after = addDays(dischargedOn, 1);
    if (!visitedOn) return on >= after ? lost(after) : unknown('visitedOn');
    if (visitedOn < admittedOn) return failed;
    return visitedOn >= after ? lost(after) : { is: 'met', on: visitedOn };
  },
};

/** Once; twice where the first was within 14 days of admission. */
const limit = needs(
  'b007.onceOrTwice',
  words(
    '1回（最初の訪問が入院後14日以内なら2回）の限度内である',
    'Within once (twice if the first was within 14 days of admission)',
  ),
  ['earlierVisitsOn', 'admittedOn'],
  ({ earlierVisitsOn, admittedOn }) => {
    const [first, second] = [...earlierVisitsOn].sort() as [Day?, Day?];
    if (first === undefined) return met;
    if (second !== undefined) return lost(second);
    return first <= withinDays(admittedOn, 14) ? met : lost(first);
  },
);

/** 退院前訪問指導料: claimed on the day of discharge, whichever day the visit was. */
export const b007 = defineFee({
  id: 'b007',
  title: words('退院前訪問指導料', 'Pre-discharge home visit'),
  revisionBy: 'dischargedOn',
  sources: inBoth([place('B007 注1・通知(1)–(5)')]),
  amounts: { R6: points(580), R8: points(580) },
  conditions: [
    wardPays('medicalManagement'),
    holds(
      'longStayExpected',
      'b007.longStay',
      words('1月を超えて入院する見込みである', 'A stay of over a month is expected'),
    ),
    inStay,
    needs(
      'b007.visitor',
      words(
        '医師、または指示を受けた看護師・療法士等が訪問した',
        'Visited by a doctor, or nurse, therapist and the like by order',
      ),
      ['visitor'],
      ({ visitor }) => (visitor === 'other' ? failed : met),
    ),
    recorded,
    needs(
      'b007.home',
      words('家庭に復帰する（医師・看護師のいる施設でない）', 'Goes home (not to a facility with doctors or nurses)'),
      ['destination'],
      ({ destination }, { on, facts }) => (destination === 'home' ? met : lost(facts.dischargedOn ?? on)),
    ),
    discharged,
    limit,
    {
      ...notWith(
        'claimedSameStay',
        ['H003-2.admissionVisit'],
        'b007.notAdmissionVisit',
        words('入院時訪問指導加算を算定していない', 'Admission visit add-on (H003-2) not claimed'),
      ),
      sets: ['R8'],
    },
  ],
});
