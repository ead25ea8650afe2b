import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { b004Conditions } from './b004.ts';
import { defineFee, place } from './fee.ts';
import { words } from './predicates.ts';
import { table8 } from './tables.ts';

/** B004 注2 特別管理指導加算. */
export const b004Special = defineFee({
  id: 'b004.special',
  title: words('退院時共同指導料1 特別管理指導加算', 'Joint guidance 1, special management add-on'),
  revisionBy: 'guidedOn',
  sources: inBoth([place('B004 注2・通知(6)、別表第八')]),
  amounts: { R6: points(200), R8: points(200) },
  conditions: [...b004Conditions, table8],
});
