import { unverifiedYen } from '../amount.ts';
import { addDays } from '../calendar/day.ts';
import { inBoth } from '../source.ts';
import { type Asked, type Condition, failed, lost, met, unknown } from './condition.ts';
import { defineFee, secondary } from './fee.ts';
import { words } from './predicates.ts';
import { inTables, longVisit, ordered } from './station.ts';

const onTheDay: Condition = {
  code: 'station.dischargeDay.day',
  text: words('退院日に自宅で指導した', 'Guidance at home on the day of discharge'),
  facts: ['visitedOn', 'dischargedOn'],
  judge: ({ facts: { visitedOn, dischargedOn }, on }) => {
    if (!dischargedOn) return unknown('dischargedOn');
    if (!visitedOn) return on > dischargedOn ? lost(addDays(dischargedOn, 1)) : unknown('visitedOn');
    if (visitedOn < dischargedOn) return failed;
    return visitedOn === dischargedOn ? { is: 'met', on: visitedOn } : lost(addDays(dischargedOn, 1));
  },
};
/** Claimed with the first visit from the next day on; alone where the child died or came back before it. */
const firstVisit: Condition = {
  code: 'station.dischargeDay.firstVisit',
  text: words(
    '翌日以降に初回の訪問看護を行った（死亡・再入院を除く）',
    'First visit on a later day (unless died or readmitted)',
  ),
  facts: ['firstVisitOn', 'dischargedOn', 'diedOrReadmitted'],
  judge: ({ facts: { firstVisitOn, dischargedOn, diedOrReadmitted } }) => {
    if (diedOrReadmitted) return met;
    if (!firstVisitOn || !dischargedOn) return unknown(firstVisitOn ? 'dischargedOn' : 'firstVisitOn');
    return firstVisitOn > dischargedOn ? { is: 'met', on: firstVisitOn } : failed;
  },
};
const staffed: Condition = {
  code: 'station.dischargeDay.visitor',
  text: words('看護師等（准看護師を除く）が行った', 'By a nurse (no assistant nurse)'),
  facts: ['visitor'],
  judge: ({ facts: { visitor } }) => (visitor === undefined ? unknown('visitor') : visitor === 'nurse' ? met : failed),
};

const amount = ({ facts, set }: Asked) => {
  if (facts.minutes === undefined) return null;
  if (facts.minutes <= 90) return unverifiedYen(6000);
  const { is } = longVisit(facts, set).verdict;
  return is === 'review' ? null : unverifiedYen(is === 'met' ? 8400 : 6000);
};

/** 退院支援指導加算. */
export const stationDischargeDay = defineFee({
  id: 'station.dischargeDay',
  title: words('訪問看護 退院支援指導加算', 'Home nursing, guidance on the day of discharge'),
  revisionBy: 'visitedOn',
  sources: inBoth([secondary('訪問看護療養費 退院支援指導加算')]),
  amounts: { R6: amount, R8: amount },
  amountFacts: ['minutes', 'bornOn', 'severeClass', 'specialOrder'],
  conditions: [
    onTheDay,
    staffed,
    ordered,
    inTables(
      'needJudged',
      '別表第七・第八、または退院日の訪問が必要と認められた',
      'Tables 7 or 8, or the visit judged necessary',
    ),
    firstVisit,
  ],
});
