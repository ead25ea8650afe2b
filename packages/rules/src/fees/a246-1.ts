import { points } from '../amount.ts';
import { inBoth } from '../source.ts';
import { defineFee, place } from './fee.ts';
import { words } from './predicates.ts';
import {
  atDischarge,
  conferenceInTime,
  conferenceStaffed,
  factorAndWish,
  familyTalk1,
  longTermDays,
  planGiven,
  planStarted,
  screened,
} from './support.ts';
import { wardPays } from './ward.ts';

/** A first transfer of a child whose hospital claimed is a second way in (注1 ロ); the factor stands for both. */
export const support1Conditions = [
  wardPays('support1'),
  ...factorAndWish,
  screened(3, true),
  familyTalk1,
  planStarted,
  conferenceInTime,
  conferenceStaffed(true),
  ...planGiven,
  ...atDischarge,
  longTermDays,
];

/** 入退院支援加算1: イ 700, R8 ロ 1,000, 療養 1,300. */
export const a246Support1 = defineFee({
  id: 'a246.1',
  title: words('入退院支援加算1', 'Discharge support add-on 1'),
  revisionBy: 'dischargedOn',
  sources: inBoth([place('A246 注1・通知(1)–(7)(11)–(14)')]),
  amounts: {
    R6: ({ facts }) =>
      facts.wardFee === 'communityWard' ? null : points(facts.wardFee === 'longTermWard' ? 1300 : 700),
    R8: ({ facts }) => points(facts.wardFee === 'longTermWard' ? 1300 : facts.wardFee === 'communityWard' ? 1000 : 700),
  },
  amountFacts: ['wardFee'],
  conditions: support1Conditions,
});
