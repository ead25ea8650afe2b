import { unverifiedYen } from '../amount.ts';
import { fiscalYearFrom } from '../calendar/day.ts';
import { inBoth } from '../source.ts';
import { type Condition, lost, met, needs, unknown } from './condition.ts';
import { defineFee, secondary } from './fee.ts';
import { consent, monthly, provided } from './letter.ts';
import { holds, words, younger } from './predicates.ts';
import { ordered, severe, table7or8 } from './station.ts';

const under18 = younger(18, 'providedOn', 'station.information.age', words('18歳未満である', 'Younger than 18'));
const requested = holds(
  'requested',
  'station.information.requested',
  words('相手からの求めがある', 'Requested by the recipient'),
);
const base: readonly Condition[] = [provided, consent, ordered];
const amounts = { R6: unverifiedYen(1500), R8: unverifiedYen(1500) };

/** 訪問看護情報提供療養費1: municipality or support office. */
export const stationInformation1 = defineFee({
  id: 'station.information1',
  title: words(
    '訪問看護情報提供療養費1（市町村・相談支援）',
    'Home nursing information 1 (municipality, support office)',
  ),
  revisionBy: 'providedOn',
  sources: inBoth([secondary('訪問看護情報提供療養費1')]),
  amounts,
  conditions: [
    ...base,
    requested,
    under18,
    holds(
      'forOwnArea',
      'station.information.recipient',
      words(
        '居住地の市町村・都道府県、または指定の相談支援事業者である',
        'Home municipality, prefecture or designated support office',
      ),
    ),
    monthly,
  ],
});

const state = needs(
  'station.information2.state',
  words('超重症児・準超重症児、別表第七・第八のいずれかである', 'Severe or semi-severe, or of tables 7 or 8'),
  ['severeClass', 'table7', 'homeCare'],
  ({ severeClass, table7, homeCare }, { set }) => (severe(severeClass) ? met : table7or8({ table7, homeCare }, set)),
);
/** Once a fiscal year; beside it in the month of enrolment, and in a month in which care changed. */
const yearly: Condition = {
  code: 'station.information2.yearly',
  text: words(
    '年度に1回（入学月・ケア変更月は別に1回）である',
    'Once a fiscal year (and in a month of enrolment or changed care)',
  ),
  facts: ['earlierLettersOn', 'providedOn', 'firstEnrolment', 'careChanged'],
  judge: ({ facts }) => {
    const { earlierLettersOn: earlier, providedOn: at } = facts;
    if (!earlier || !at) return unknown(earlier ? 'providedOn' : 'earlierLettersOn');
    const before = [...earlier].sort();
    const month = before.find(one => one.slice(0, 7) === at.slice(0, 7));
    if (month) return lost(month);
    const year = before.find(one => fiscalYearFrom(one) === fiscalYearFrom(at));
    if (!year || facts.firstEnrolment || facts.careChanged) return met;
    const missing = (['firstEnrolment', 'careChanged'] as const).filter(name => facts[name] === undefined);
    return missing.length > 0 ? unknown(...missing) : lost(year);
  },
};
/** 訪問看護情報提供療養費2: nursery or school. */
export const stationInformation2 = defineFee({
  id: 'station.information2',
  title: words('訪問看護情報提供療養費2（学校等）', 'Home nursing information 2 (school)'),
  revisionBy: 'providedOn',
  sources: inBoth([secondary('訪問看護情報提供療養費2')]),
  amounts,
  conditions: [
    ...base,
    requested,
    under18,
    holds(
      'attends',
      'station.information2.attends',
      words('その保育所・学校等に通っている', 'Attends that nursery or school'),
    ),
    state,
    yearly,
  ],
});

/** 訪問看護情報提供療養費3: a hospital, through the attending doctor. */
export const stationInformation3 = defineFee({
  id: 'station.information3',
  title: words('訪問看護情報提供療養費3（入院先）', 'Home nursing information 3 (hospital)'),
  revisionBy: 'providedOn',
  sources: inBoth([secondary('訪問看護情報提供療養費3')]),
  amounts,
  conditions: [
    ...base,
    holds(
      'throughDoctor',
      'station.information3.doctor',
      words('主治医を通じて入院先へ提供した', 'Given to the hospital through the attending doctor'),
    ),
    monthly,
  ],
});
