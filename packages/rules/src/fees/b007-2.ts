import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { withinMonthAfter } from './after-discharge.ts';
import { type Condition, failed, met, needs } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { recorded } from './guidance.ts';
import { fewerThan, notWith, words } from './predicates.ts';
import { table8 } from './tables.ts';

/** After discharge no ward fee is claimed any more; the first condition is the visit's window. */
export const b0072Conditions: readonly Condition[] = [
  withinMonthAfter,
  table8,
  needs(
    'b007-2.visitor',
    words(
      '入院していた病院の医師か看護師等（准看護師を除く）が訪問した',
      "Visited by the hospital's doctor or nurse (no assistant nurse)",
    ),
    ['visitor'],
    ({ visitor }) => (visitor === 'doctor' || visitor === 'nurse' ? met : failed),
  ),
  needs(
    'b007-2.place',
    words('老健入所中・入院中でない', 'Not in a geriatric facility or a hospital'),
    ['staysAt'],
    ({ staysAt }) => (staysAt === 'hospital' || staysAt === 'geriatricFacility' ? failed : met),
  ),
  recorded,
  fewerThan(5, 'earlierVisitsOn', 'visitedOn', 'b007-2.five', words('5回までである', 'At most five times')),
  notWith(
    'claimedSameDay',
    ['C000', 'C001', 'C001-2', 'C005', 'C005-1-2', 'C013', 'I012'],
    'b007-2.sameDay',
    words(
      '同じ日に自院・特別の関係で往診・訪問診療・訪問看護等を算定していない',
      'No house call or home nursing claimed here or by a related institution that day',
    ),
  ),
  notWith(
    'claimedSameMonth',
    ['I016'],
    'b007-2.notI016',
    words('精神科在宅患者支援管理料を算定していない', 'I016 not claimed'),
  ),
];

/** 退院後訪問指導料. */
export const b0072 = defineFee({
  id: 'b007-2',
  title: words('退院後訪問指導料', 'Post-discharge visit'),
  revisionBy: 'visitedOn',
  sources: inBoth([place('B007-2 注1・通知(2)–(8)、別表第八')]),
  amounts: { R6: points(580), R8: points(580) },
  conditions: b0072Conditions,
});
