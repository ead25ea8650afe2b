import type { CaseFacts } from '../facts.ts';
import type { CareNeed } from '../vocabulary.ts';
import type { Words } from '../words.ts';
import type { HandoffSection } from './section-list.ts';

/** What a receiver is asked to say back, by what of this child is dangerous; the first ones come first. */
export const teachBackTopics = [
  'airwayOut',
  'ventilatorStops',
  'powerOut',
  'oxygenFalls',
  'seizureLasts',
  'lineTrouble',
  'sugarFalls',
  'tubeOut',
  'secretions',
  'outputStops',
  'whomAtNight',
  'unlikeUsual',
  'medicineMissed',
] as const;
export type TeachBackTopic = (typeof teachBackTopics)[number];

type Known = Pick<CaseFacts, 'needs' | 'devices'>;

type Topic = {
  /** What it is about, in a few words. */
  readonly words: Words;
  readonly question: Words;
  /** Where the answer stands. */
  readonly section: HandoffSection;
  /** Whether it is a danger of this child; `always`: of every child. */
  readonly isAsked: 'always' | ((known: Known) => boolean);
};

const w = (ja: string, en: string): Words => ({ ja, en });
const needsOneOf =
  (...needs: readonly CareNeed[]) =>
  (known: Known): boolean =>
    known.needs.some(need => needs.includes(need));

/**
 * The questions ask what somebody alone with the child does first, whom they call and with what: never for a figure that
 * only a book has. Red flags of a care need as the field trains them (domain reference §5, care sheets and emergency plans).
 */
export const teachBack: Readonly<Record<TeachBackTopic, Topic>> = {
  airwayOut: {
    words: w('カニューレが抜けた・詰まった', 'Cannula out or blocked'),
    question: w(
      '気管カニューレが抜けた、または詰まったとき、最初に何をしますか。予備はどこにありますか。',
      'The tracheostomy cannula is out or blocked: what do you do first, and where are the spare ones?',
    ),
    section: 'breathing',
    isAsked: needsOneOf('tracheostomy'),
  },
  ventilatorStops: {
    words: w('呼吸器のアラーム・停止', 'Ventilator alarms or stops'),
    question: w(
      '呼吸器のアラームが鳴りやまない、または止まったとき、最初に何をして、だれを呼びますか。',
      'The ventilator keeps alarming or stops: what do you do first, and whom do you call?',
    ),
    section: 'breathing',
    isAsked: needsOneOf('ventilator', 'niv'),
  },
  powerOut: {
    words: w('停電したとき', 'Power failure'),
    question: w(
      '停電したとき、機器は電池でどのくらい動きますか。そのあいだに何をしますか。',
      'The power fails: how long do the devices run on battery, and what do you do meanwhile?',
    ),
    section: 'deviceSettings',
    isAsked: ({ devices }) => devices.some(({ electric }) => electric),
  },
  oxygenFalls: {
    words: w('酸素の値が下がる', 'Oxygen saturation falls'),
    question: w(
      '酸素の値(SpO2)がいくつまで下がったら、何をしますか。救急車を呼ぶのはどんなときですか。',
      'At which SpO2 do you act, what do you do, and when do you call an ambulance?',
    ),
    section: 'breathing',
    isAsked: needsOneOf('oxygen'),
  },
  seizureLasts: {
    words: w('けいれんが続く', 'A seizure lasts'),
    question: w(
      'けいれんが続くとき、何分たったら、どの薬をどう使いますか。そのあとだれに連絡しますか。',
      'A seizure goes on: after how many minutes do you give what, and whom do you call then?',
    ),
    section: 'emergencies',
    isAsked: needsOneOf('seizureRescue'),
  },
  lineTrouble: {
    words: w('中心静脈・透析のルートの異常', 'Trouble with a central or dialysis line'),
    question: w(
      'ルートが抜けた・破れた・熱が出たとき、最初に何をして、どこへ連絡しますか。',
      'The line is out or torn, or there is fever: what do you do first, and whom do you call?',
    ),
    section: 'emergencies',
    isAsked: needsOneOf('centralLine', 'dialysis'),
  },
  sugarFalls: {
    words: w('低血糖', 'Low blood sugar'),
    question: w(
      '低血糖を疑うのはどんなときですか。最初に何をしますか。',
      'What makes you think of low blood sugar, and what do you do first?',
    ),
    section: 'medicines',
    isAsked: needsOneOf('insulin'),
  },
  tubeOut: {
    words: w('胃ろう・チューブが抜けた', 'Feeding tube out'),
    question: w(
      '胃ろうや経管栄養のチューブが抜けたとき、何をして、いつまでに、どこへ連絡しますか。',
      'The feeding tube is out: what do you do, whom do you call, and by when?',
    ),
    section: 'nutrition',
    isAsked: needsOneOf('gastrostomy', 'nasalTube'),
  },
  secretions: {
    words: w('吸引しても苦しそう', 'Distress in spite of suction'),
    question: w(
      '吸引しても苦しそうなとき、次に何をして、だれを呼びますか。',
      'The child struggles although you suctioned: what next, and whom do you call?',
    ),
    section: 'breathing',
    isAsked: needsOneOf('suction'),
  },
  outputStops: {
    words: w('尿・便が出ない', 'Nothing comes out'),
    question: w(
      '導尿やストーマで尿・便が出ないとき、何を確かめて、どこへ連絡しますか。',
      'Nothing comes by catheter or stoma: what do you check, and whom do you call?',
    ),
    section: 'condition',
    isAsked: needsOneOf('catheter', 'stoma'),
  },
  whomAtNight: {
    words: w('夜間・休日の急変', 'Worse at night or on a holiday'),
    question: w(
      '夜間や休日に急に具合が悪くなったとき、だれに、どの順で電話しますか。',
      'The child gets worse at night or on a holiday: whom do you call, in which order?',
    ),
    section: 'emergencies',
    isAsked: 'always',
  },
  unlikeUsual: {
    words: w('いつもと違うとき', 'Unlike usual'),
    question: w(
      'このお子さんの「いつもと違う」は、何を見て気づきますか。',
      'By what do you notice that this child is not as usual?',
    ),
    section: 'condition',
    isAsked: 'always',
  },
  medicineMissed: {
    words: w('薬を飲めなかった・吐いた', 'A medicine missed or vomited'),
    question: w(
      '薬を飲めなかった、または吐いたとき、どうしますか。止めてはいけない薬はどれですか。',
      'A medicine was missed or vomited: what do you do, and which must never be stopped?',
    ),
    section: 'medicines',
    isAsked: 'always',
  },
};

/** So many are asked: fewer prove nothing, more nobody answers between two visits. */
const TEACH_BACK_FEWEST = 3;
export const TEACH_BACK_MOST = 6;

/**
 * Which questions a receiver is asked about a child: its own dangers first, then what holds for every child, two of those
 * at least. `isReadable`: whether the receiver has the section in which the answer stands; of another it is asked nothing.
 */
export function teachBackOf(known: Known, isReadable: (section: HandoffSection) => boolean): TeachBackTopic[] {
  const readable = teachBackTopics.filter(topic => isReadable(teachBack[topic].section));
  const always = readable.filter(topic => teachBack[topic].isAsked === 'always');
  const own = readable.filter(topic => {
    const { isAsked } = teachBack[topic];
    return isAsked !== 'always' && isAsked(known);
  });
  const dangers = own.slice(0, TEACH_BACK_MOST - Math.min(2, always.length));
  const wanted = Math.max(2, TEACH_BACK_FEWEST - dangers.length);
  return [...dangers, ...always.slice(0, wanted)];
}
