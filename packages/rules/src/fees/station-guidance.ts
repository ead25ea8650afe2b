import { unverifiedYen } from '../amount.ts';
import { inBoth } from '../source.ts';
import type { Condition } from './condition.ts';
import { defineFee, secondary } from './fee.ts';
import { consent, duringStay, goesHome, guided, stationSide, videoConsent, written } from './guidance.ts';
import { anyOf, done, words } from './predicates.ts';
import { onceOrTwiceByTable, ordered } from './station.ts';
import { table8 } from './tables.ts';

const conditions: readonly Condition[] = [
  guided,
  duringStay,
  anyOf(
    'parties',
    stationSide,
    'station.staff',
    words(
      '訪問看護ステーションの職員（准看護師を除く）が出席した',
      'Staff of the station present (no assistant nurse)',
    ),
  ),
  anyOf(
    'hospitalStaff',
    ['doctor', 'nurse', 'pharmacist', 'dietitian', 'therapist', 'socialWorker'],
    'station.hospitalStaff',
    words('入院先の職員と共同で行った', 'Together with staff of the hospital'),
  ),
  consent,
  written,
  videoConsent,
  goesHome,
  ordered,
  done(
    'firstVisitOn',
    'station.firstVisit',
    words('退院後に初回の訪問看護を行った', 'First visit after discharge made'),
  ),
  onceOrTwiceByTable,
];

/** 退院時共同指導加算: claimed at the first visit. */
export const stationGuidance = defineFee({
  id: 'station.jointGuidance',
  title: words('訪問看護 退院時共同指導加算', 'Home nursing, joint discharge guidance'),
  revisionBy: 'firstVisitOn',
  sources: inBoth([secondary('訪問看護療養費 退院時共同指導加算')]),
  amounts: { R6: unverifiedYen(8000), R8: unverifiedYen(8000) },
  conditions,
});

/** 特別管理指導加算. */
export const stationSpecial = defineFee({
  id: 'station.special',
  title: words('訪問看護 特別管理指導加算', 'Home nursing, special management guidance'),
  revisionBy: 'firstVisitOn',
  sources: inBoth([secondary('訪問看護療養費 特別管理指導加算')]),
  amounts: { R6: unverifiedYen(2000), R8: unverifiedYen(2000) },
  conditions: [...conditions, table8],
});
