import { points } from '../amount.ts';
import { support1Conditions } from './a246-1.ts';
import { defineFee, place } from './fee.ts';
import { words, younger } from './predicates.ts';

/** 小児加算: with add-on 1 (or 2), never with 3. On children's wards only add-on 1 is claimed. */
export const a246Child = defineFee({
  id: 'a246.child',
  title: words('入退院支援加算 小児加算', 'Discharge support, child add-on'),
  revisionBy: 'dischargedOn',
  sources: { R6: [place('A246 注6')], R8: [place('A246 注7')] },
  amounts: { R6: points(200), R8: points(200) },
  conditions: [
    ...support1Conditions,
    younger(15, 'dischargedOn', 'a246.child.age', words('15歳未満である', 'Younger than 15')),
  ],
});
