import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { b0072Conditions } from './b007-2.ts';
import { defineFee, place } from './fee.ts';
import { anyOf, fewerThan, holds, words } from './predicates.ts';

/** 訪問看護同行加算: here an assistant nurse of the station counts (注2), unlike in B005. */
export const b0072Accompanied = defineFee({
  id: 'b007-2.accompanied',
  title: words('退院後訪問指導料 訪問看護同行加算', 'Post-discharge visit, accompanied'),
  revisionBy: 'visitedOn',
  sources: inBoth([place('B007-2 注2・通知(5)')]),
  amounts: { R6: points(20), R8: points(20) },
  conditions: [
    ...b0072Conditions,
    anyOf(
      'accompanied',
      ['stationNurse', 'stationAssistantNurse', 'homeNurse', 'homeAssistantNurse'],
      'b007-2.accompanied',
      words(
        '在宅を担う訪問看護・他院の看護師等と同行した',
        'With a nurse of the station or institution that cares at home',
      ),
    ),
    holds(
      'skillsTransferred',
      'b007-2.skills',
      words('技術移転または必要な指導を行った', 'Skills passed on or guidance given'),
    ),
    fewerThan(
      1,
      'earlierAccompaniedOn',
      'visitedOn',
      'b007-2.accompaniedOnce',
      words('退院後まだ算定していない（1回）', 'Not claimed since discharge (once)'),
    ),
  ],
});
