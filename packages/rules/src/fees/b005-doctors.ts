import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { b005Conditions } from './b005.ts';
import { failed, met, needs } from './condition.ts';
import { defineFee, place } from './fee.ts';
import { notWith, words } from './predicates.ts';

/** B005 注2: doctors on both sides; included in 注3 on its day. */
export const b005Doctors = defineFee({
  id: 'b005.doctors',
  title: words('退院時共同指導料2 注2（医師同士）', 'Joint guidance 2, note 2 (doctors on both sides)'),
  revisionBy: 'guidedOn',
  sources: inBoth([place('B005 注2、B004 通知(11)')]),
  amounts: { R6: points(300), R8: points(300) },
  conditions: [
    ...b005Conditions,
    needs(
      'b005.doctors',
      words(
        '病院と在宅療養担当医療機関の医師が共同で指導した',
        'Doctors of hospital and home-care institution together',
      ),
      ['hospitalStaff', 'parties'],
      ({ hospitalStaff, parties }) =>
        hospitalStaff.includes('doctor') && parties.includes('homeDoctor') ? met : failed,
    ),
    notWith('claimedSameDay', ['B005.multi'], 'b005.notMulti', words('注3を算定していない', 'Note 3 not claimed')),
  ],
});
