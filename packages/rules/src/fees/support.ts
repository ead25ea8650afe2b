import { addDays } from '../calendar/day.ts';
import type { Day } from '../calendar/meant-day.ts';
import { withinDays } from '../calendar/period.ts';
import { ruleSetOn } from '../rule-set.ts';
import { type Condition, failed, lost, met, needs, review, unknown } from './condition.ts';
import { factors } from './fact-codes.ts';
import type { FeeFacts } from './facts.ts';
import { anyOf, done, doneBetween, fewerThan, holds, words } from './predicates.ts';

/** Conditions that the three 入退院支援加算 (A246) share. */
const from = (base: Day) => base;
export const withinStay = (days: number) => ({ first: from, last: (base: Day) => withinDays(base, days) });

export const notified: Condition = holds(
  'notified',
  'notified',
  words('施設基準の届出がある', 'Facility standard notified'),
);
const wishesHome = holds(
  'wishesHome',
  'a246.wishesHome',
  words('在宅での療養を希望している', 'Wishes to live at home'),
);

/** 退院困難な要因; タ (family out of reach) is of R8 alone. */
const factor: Condition = needs(
  'a246.factor',
  words('退院困難な要因がある', 'Has a factor that makes discharge hard'),
  ['factors'],
  (known, { set }) =>
    known.factors.some(one => (set === 'R8' || one !== 'unreachable') && factors.includes(one)) ? met : failed,
);
const longTerm = (facts: FeeFacts) => facts.wardFee === 'longTermWard';

export const familyTalk1: Condition = doneBetween(
  'familyTalkOn',
  'admittedOn',
  {
    first: from,
    last: (base, facts) => withinDays(base, longTerm(facts) ? 14 : 7),
    also: 'wardFee',
    principle: true,
  },
  'a246.familyTalk',
  words(
    '原則7日（療養病棟は14日）以内に患者・家族と話し合った',
    'Talk with the family within 7 days (14 on long-term wards), in principle',
  ),
);
export const familyTalk2 = done(
  'familyTalkOn',
  'a246.familyTalk',
  words('患者・家族と話し合った', 'Talk with patient and family'),
);

export const screened = (days: number, principle: boolean): Condition =>
  doneBetween(
    'screenedOn',
    'admittedOn',
    { ...withinStay(days), ...(principle && { principle: true as const }) },
    'a246.screened',
    words(
      `${principle ? '原則' : ''}入院後${days}日以内に要因を抽出した`,
      `Screened within ${days} days of admission${principle ? ', in principle' : ''}`,
    ),
  );
export const planStarted = doneBetween(
  'planStartedOn',
  'admittedOn',
  withinStay(7),
  'a246.planStarted',
  words('入院後7日以内に退院支援計画に着手した', 'Plan started within 7 days of admission'),
);
export const conferenceInTime = doneBetween(
  'inHouseConferenceOn',
  'admittedOn',
  withinStay(7),
  'a246.conferenceInTime',
  words('入院後7日以内に院内カンファレンスを行った', 'In-house conference within 7 days of admission'),
);

/**
 * Who must be there: R6 the department's nurse *and* social worker; R8 its staff, the content shared inside the
 * department when nobody present is a nurse, or nobody a social worker. Picked by the day on which the duty fell due.
 */
export const conferenceStaffed = (wardStaff: boolean): Condition => ({
  code: 'a246.conferenceStaff',
  text: words(
    '病棟看護師・入退院支援職員・入退院支援部門が共同で行った',
    'Held jointly by ward nurse, support staff and the department',
  ),
  facts: ['conferenceStaff', 'admittedOn', 'contentShared'],
  judge: ({ facts, set }) => {
    const { conferenceStaff: there, admittedOn, contentShared } = facts;
    if (!there || !admittedOn)
      return unknown(...(there ? [] : ['conferenceStaff' as const]), ...(admittedOn ? [] : ['admittedOn' as const]));
    if (!there.includes('wardNurse') || (wardStaff && !there.includes('wardSupportStaff'))) return failed;
    const [nurse, social] = [there.includes('departmentNurse'), there.includes('departmentSocialWorker')];
    if (nurse && social) return met;
    if ((ruleSetOn(withinDays(admittedOn, 7)) ?? set) === 'R6') return failed;
    if (!nurse && !social && !there.includes('departmentStaff')) return failed;
    if (contentShared === undefined) return unknown('contentShared');
    return contentShared ? met : failed;
  },
});

export const planGiven: readonly Condition[] = [
  done('planExplainedOn', 'a246.planExplained', words('計画を文書で説明した', 'Plan explained in writing')),
  done('planGivenOn', 'a246.planGiven', words('計画を交付した', 'Plan handed over')),
];

/** Death bars all; leaving a long-term ward for another hospital bars its own lines (通知(13)). */
const destinationPays: Condition = needs(
  'a246.destination',
  words('死亡退院（療養病棟は転院）でない', 'Not discharged by death (long-term ward: nor to a hospital)'),
  ['destination', 'wardFee'],
  ({ destination, wardFee }, { facts, on }) =>
    destination === 'died' || (destination === 'hospital' && wardFee === 'longTermWard')
      ? lost(facts.dischargedOn ?? on)
      : met,
);
export const discharged = done('dischargedOn', 'discharged', words('退院日が決まっている', 'Day of discharge known'));
const destinationRecorded = holds(
  'destinationRecorded',
  'a246.destinationRecorded',
  words('退院先を診療録に記載した', 'Destination recorded in the chart'),
);

/** 通知(11): with 退院時共同指導料 in the same stay. */
const preparationConfirmed: Condition = {
  code: 'a246.preparationConfirmed',
  text: words(
    '退院時共同指導料と同時なら、在宅の準備を確認し文書で渡した',
    'With joint guidance: preparations confirmed and given in writing',
  ),
  facts: ['claimedSameStay', 'preparationConfirmed'],
  judge: ({ facts: { claimedSameStay, preparationConfirmed: confirmed } }) => {
    if (claimedSameStay === undefined) return unknown('claimedSameStay');
    if (!claimedSameStay.some(one => one === 'B004' || one === 'B005')) return met;
    if (confirmed === undefined) return unknown('preparationConfirmed');
    return confirmed ? met : failed;
  },
};
const once = fewerThan(
  1,
  'earlierSupportOn',
  null,
  'a246.once',
  words('この入院でまだ算定していない（退院時1回）', 'Not claimed yet in this stay (once at discharge)'),
);
export const atDischarge: readonly Condition[] = [
  destinationRecorded,
  preparationConfirmed,
  once,
  destinationPays,
  discharged,
];

/** 通知(14): 14 days on a long-term ward after a move there. */
export const longTermDays: Condition = {
  code: 'a246.transfer14',
  text: words('療養病棟に移ってから14日以上入院した', 'Fourteen days or more on the long-term ward'),
  facts: ['wardFee', 'enteredWardOn', 'dischargedOn', 'admittedOn'],
  judge: ({ facts: { wardFee, enteredWardOn, dischargedOn, admittedOn } }) => {
    if (wardFee === undefined) return unknown('wardFee');
    if (wardFee !== 'longTermWard') return met;
    const missing = (['enteredWardOn', 'dischargedOn', 'admittedOn'] as const).filter(
      name => ({ enteredWardOn, dischargedOn, admittedOn })[name] === undefined,
    );
    if (!enteredWardOn || !dischargedOn || !admittedOn) return unknown(...missing);
    if (enteredWardOn <= admittedOn || dischargedOn > addDays(enteredWardOn, 13)) return met;
    return dischargedOn === addDays(enteredWardOn, 13)
      ? review(
          '14日目の退院です。日数の数え方を確かめてください',
          'Discharged on the fourteenth day: check how days are counted',
        )
      : lost(dischargedOn);
  },
};

export const factorAndWish: readonly Condition[] = [notified, factor, wishesHome];

export const nicuFactor = anyOf(
  'nicuFactors',
  ['malformation', 'chromosome', 'under1500g', 'asphyxia', 'lifeThreatening'],
  'a246.3.factor',
  words('加算3の退院困難な要因がある', 'Has a factor of add-on 3'),
);
