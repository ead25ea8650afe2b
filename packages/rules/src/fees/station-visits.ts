import { unverifiedYen } from '../amount.ts';
import { inBoth } from '../source.ts';
import { type Asked, failed, lost, met, needs } from './condition.ts';
import { defineFee, secondary } from './fee.ts';
import { words, younger } from './predicates.ts';
import { inTables, longVisit, ordered, severe, table7or8, visited } from './station.ts';

const eligible = needs(
  'station.long.eligible',
  words(
    '15歳未満の超重症児・準超重症児、別表第八、特別指示のいずれかである',
    'Severe and under 15, of table 8, or within a special order',
  ),
  ['bornOn', 'visitedOn', 'severeClass', 'homeCare', 'specialOrder'],
  (_, { facts, set }) => longVisit(facts, set).verdict,
);
const weekly = needs(
  'station.long.weekly',
  words('週1回（15歳未満の超重症児等は週3回）までである', 'Once a week (three times for severe children under 15)'),
  ['longVisitsThisWeekOn', 'bornOn', 'visitedOn', 'severeClass', 'homeCare', 'specialOrder'],
  ({ longVisitsThisWeekOn }, { facts, set }) => {
    const last = [...longVisitsThisWeekOn].sort()[longVisit(facts, set).aWeek - 1];
    return last === undefined ? met : lost(last);
  },
);
/** 長時間訪問看護加算: more than 90 minutes, not 90. */
export const stationLong = defineFee({
  id: 'station.long',
  title: words('長時間訪問看護加算', 'Long home nursing visit'),
  revisionBy: 'visitedOn',
  sources: inBoth([secondary('訪問看護療養費 長時間訪問看護加算（C005 注5・通知(20) から）')]),
  amounts: { R6: unverifiedYen(5200), R8: unverifiedYen(5200) },
  conditions: [
    visited,
    ordered,
    needs(
      'station.long.minutes',
      words('1回の訪問が90分を超えた', 'One visit of more than 90 minutes'),
      ['minutes'],
      ({ minutes }) => (minutes > 90 ? met : failed),
    ),
    eligible,
    weekly,
  ],
});

const severalAmount = ({ facts: { visitsThatDay: visits } }: Asked) =>
  visits === undefined || visits < 2 ? null : unverifiedYen(visits === 2 ? 4500 : 8000);
/** 難病等複数回訪問加算, of one child in a building. */
export const stationSeveral = defineFee({
  id: 'station.several',
  title: words('難病等複数回訪問加算', 'Several home nursing visits a day'),
  revisionBy: 'visitedOn',
  sources: inBoth([secondary('訪問看護療養費 難病等複数回訪問加算（C005 注3・通知(18) から）')]),
  amounts: { R6: severalAmount, R8: severalAmount },
  conditions: [
    visited,
    ordered,
    inTables(
      'specialOrder',
      '別表第七・第八、または特別訪問看護指示の期間である',
      'Tables 7 or 8, or within a special order',
    ),
    needs(
      'station.several.visits',
      words('1日に2回以上訪問した', 'Two visits or more that day'),
      ['visitsThatDay'],
      ({ visitsThatDay }) => (visitsThatDay >= 2 ? met : failed),
    ),
  ],
});

/** The higher tier for 超重症児・準超重症児 and tables 7 and 8; open where a person has to judge the table. */
const infantAmount =
  (usual: number) =>
  ({ facts: { severeClass, table7, homeCare }, set }: Asked) => {
    if (severeClass === undefined || table7 === undefined || homeCare === undefined) return null;
    const { is } = severe(severeClass) ? met : table7or8({ table7, homeCare }, set);
    return is === 'review' ? null : unverifiedYen(is === 'met' ? 1800 : usual);
  };
/** 乳幼児加算, under six. */
export const stationInfant = defineFee({
  id: 'station.infant',
  title: words('訪問看護 乳幼児加算', 'Home nursing, small-child add-on'),
  revisionBy: 'visitedOn',
  sources: inBoth([secondary('訪問看護療養費 乳幼児加算（C005 注6・通知(21) から）')]),
  amounts: { R6: infantAmount(1300), R8: infantAmount(1400) },
  amountFacts: ['severeClass', 'table7', 'homeCare'],
  conditions: [
    visited,
    ordered,
    younger(6, 'visitedOn', 'station.infant.age', words('6歳未満である', 'Younger than 6')),
  ],
});
