import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { defineFee, place } from './fee.ts';
import { done, words } from './predicates.ts';
import {
  atDischarge,
  conferenceStaffed,
  factorAndWish,
  familyTalk2,
  longTermDays,
  planGiven,
  planStarted,
  screened,
} from './support.ts';
import { wardPays } from './ward.ts';

/** 入退院支援加算2: イ 190, 療養 635; never on a children's ward or in a NICU (A307 注11–13, A302 注2). */
export const a246Support2 = defineFee({
  id: 'a246.2',
  title: words('入退院支援加算2', 'Discharge support add-on 2'),
  revisionBy: 'dischargedOn',
  sources: inBoth([place('A246 注2・通知(1)–(6)(11)–(14)')]),
  amounts: {
    R6: ({ facts }) => points(facts.wardFee === 'longTermWard' ? 635 : 190),
    R8: ({ facts }) => points(facts.wardFee === 'longTermWard' ? 635 : 190),
  },
  amountFacts: ['wardFee'],
  conditions: [
    wardPays('support2'),
    ...factorAndWish,
    screened(7, true),
    familyTalk2,
    planStarted,
    done('inHouseConferenceOn', 'a246.conference', words('院内カンファレンスを行った', 'In-house conference held')),
    conferenceStaffed(false),
    ...planGiven,
    ...atDischarge,
    longTermDays,
  ],
});
