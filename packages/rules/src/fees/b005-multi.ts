import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { b005Conditions } from './b005.ts';
import { defineFee, place } from './fee.ts';
import { threeParties } from './guidance.ts';
import { anyOf, notWith, words } from './predicates.ts';

/** B005 注3 多機関共同指導加算. On A307-1 to 4 it is bundled, whoever comes. */
export const b005Multi = defineFee({
  id: 'b005.multi',
  title: words('退院時共同指導料2 注3（多機関共同指導加算）', 'Joint guidance 2, note 3 (multi-agency)'),
  revisionBy: 'guidedOn',
  sources: inBoth([
    place('B005 注3、B004 通知(9)–(11)、A307 注11・12', {
      ja: '参考資料 §3.2 は病棟によらず2,000点とするが、A307の1～4では入院料に含まれる',
      en: 'The handbook §3.2 gives 2,000 on every ward; on A307-1 to 4 the ward fee includes it',
    }),
  ]),
  amounts: { R6: points(2000), R8: points(2000) },
  conditions: [
    ...b005Conditions,
    anyOf(
      'hospitalStaff',
      ['doctor', 'nurse'],
      'b005.multi.hospital',
      words('病院の医師か看護師等が行った', 'By a doctor or nurse of the hospital'),
    ),
    threeParties,
    notWith(
      'claimedSameDay',
      ['B005-1-2.1', 'B005-1-2.2'],
      'b005.multi.notLiaison',
      words('同じ日に介護支援等連携指導料を算定していない', 'Liaison fee not claimed the same day'),
    ),
  ],
});
