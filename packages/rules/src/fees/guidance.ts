import { addDays } from '../calendar/day.ts';
import type { Day } from '../calendar/meant-day.ts';
import { type Condition, failed, lost, met, needs, review, unknown } from './condition.ts';
import type { parties } from './fact-codes.ts';
import { done, holds, words } from './predicates.ts';
import { inTable313 } from './tables.ts';

/** Conditions that B004, B005, B005-1-2 and the station's joint guidance share. */
type Party = (typeof parties)[number];

export const guided = done('guidedOn', 'guided', words('共同で指導した', 'Guidance given jointly'));
export const consent = holds('consent', 'consent', words('患者・家族の同意がある', 'Consent of patient or family'));
export const written = holds(
  'writtenInformation',
  'written',
  words('文書で情報提供した', 'Information given in writing'),
);
export const recorded = holds(
  'keyPointsRecorded',
  'recorded',
  words('要点を診療録に記載した', 'Key points recorded in the chart'),
);

/** While an inpatient: from admission up to the day of discharge; later it cannot be made good. */
export const duringStay = needs(
  'guided.duringStay',
  words('入院中に行った', 'Held during the stay'),
  ['guidedOn', 'admittedOn', 'dischargedOn'],
  ({ guidedOn, admittedOn, dischargedOn }) => {
    if (guidedOn < admittedOn) return failed;
    return guidedOn > dischargedOn ? lost(addDays(dischargedOn, 1)) : { is: 'met', on: guidedOn };
  },
);

/** 通知(13): what a screen shows needs consent. */
export const videoConsent: Condition = {
  code: 'video.consent',
  text: words('ビデオ通話で個人情報を映すなら同意がある', 'Consent to what is shown, where held by video'),
  facts: ['byVideo', 'videoConsent'],
  judge: ({ facts: { byVideo, videoConsent: given } }) => {
    if (byVideo === undefined) return unknown('byVideo');
    if (!byVideo) return met;
    if (given === undefined) return unknown('videoConsent');
    return given ? met : failed;
  },
};

/** 通知(5): living at home afterwards. 注4 of B005 widens it where the hospital claims A246. */
export const goesHome: Condition = needs(
  'goesHome',
  words('退院後に在宅で療養する（転院・入所・死亡でない）', 'Goes home (not to a hospital or facility, not died)'),
  ['destination'],
  ({ destination }, { on, facts }) => (destination === 'home' ? met : lost(facts.dischargedOn ?? on)),
);

export const homeSide: readonly Party[] = [
  'homeDoctor',
  'homeNurse',
  'homeAssistantNurse',
  'homePharmacist',
  'homeDietitian',
  'homeTherapist',
  'homeSocialWorker',
];
export const stationSide: readonly Party[] = ['stationNurse', 'stationTherapist'];

const clinical = (there: readonly string[], of: readonly string[]) => there.some(one => of.includes(one));

/**
 * Once per stay; twice for 別表第三の一の三, one of the two between doctors or nurses of both sides. Guidance of an
 * earlier day is not asked who was there: with a second one that does not fill it, a person looks.
 */
export function onceOrTwice(nursesOfOthers: readonly Party[]): Condition {
  return {
    code: 'guided.onceOrTwice',
    text: words('入院中1回（別表第三の一の三は2回）の限度内である', 'Within once per stay (twice for table 3-1-3)'),
    facts: ['earlierGuidanceOn', 'homeCare', 'highlyManaged', 'hospitalStaff', 'parties'],
    judge: ({ facts }) => {
      const earlier = facts.earlierGuidanceOn && [...facts.earlierGuidanceOn].sort();
      if (!earlier) return unknown('earlierGuidanceOn');
      if (earlier.length === 0) return met;
      if (earlier.length > 1) return lost(earlier[1] as Day);
      if (!facts.homeCare) return unknown('homeCare');
      const twice = inTable313(facts.homeCare, facts.highlyManaged);
      if (twice.is === 'failed') return lost(earlier[0] as Day);
      if (twice.is !== 'met') return twice;
      const both =
        clinical(facts.hospitalStaff ?? [], ['doctor', 'nurse']) && clinical(facts.parties ?? [], nursesOfOthers);
      return both
        ? met
        : review(
            '2回のうち1回は双方の医師・看護師等が必要です',
            'One of the two must be between doctors or nurses of both sides',
          );
    },
  };
}

/** The kinds of party that 注3 counts; public health nurses, schools, vendors and child guidance centres do not. */
const kinds: readonly (readonly Party[])[] = [
  ['homeDoctor', 'homeNurse', 'homeAssistantNurse'],
  ['dentist', 'dentalHygienist'],
  ['pharmacist'],
  ['stationNurse', 'stationTherapist'],
  ['careManager'],
  ['supportPlanner'],
];

/** How many of those parties are there. */
export const partiesThere = (there: readonly Party[]): number =>
  kinds.filter(kind => there.some(one => kind.includes(one))).length;

/** 注3: three parties or more. Whether two stations are two of them is not written. */
export const threeParties: Condition = needs(
  'b005.threeParties',
  words('注3の相手が3者以上いる', 'Three parties or more that note 3 counts'),
  ['parties', 'stations'],
  ({ parties: there, stations }) => {
    const counted = partiesThere(there);
    if (counted >= 3) return met;
    const withStations = there.some(one => stationSide.includes(one)) ? counted + Math.max(0, stations - 1) : counted;
    return withStations >= 3
      ? review(
          '2つの訪問看護ステーションを2者と数えるかは本文にありません',
          'The text does not say whether two stations are two parties',
        )
      : failed;
  },
);
