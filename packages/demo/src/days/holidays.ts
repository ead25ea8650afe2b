import type { LoadedCase } from '@kaerimichi/casework';
import { addDays, type CaseFacts, type Day, restDay } from '@kaerimichi/discharge';
import { memberOf } from '../people.ts';
import type { DayAct, DayTimes, ScriptedDay } from './scripted-day.ts';

/** So many days off in a row that offices, vendors and pharmacies are closed for long. */
const LONG = 4;
/** The enquiry whose answer is wanted before the holidays: by its day the whole is counted. */
const ENQUIRY = 't-holiday';
const HOLD = 'holiday';
/** On whose mother's road home the holidays lie. */
const MIO = 'K-0098';
/** Whose town is asked. */
const HINA = 'K-0151';

/** The last working day before the next long holidays, from a day on. */
export function dayBeforeHolidays(from: Day): Day {
  let day = from;
  while (!isBeforeHolidays(day)) day = addDays(day, 1);
  return day;
}

const isBeforeHolidays = (day: Day): boolean =>
  restDay(day) === null && Array.from({ length: LONG }, (_none, n) => addDays(day, n + 1)).every(on => restDay(on));

/** The first working day after a day. */
export function nextOpen(after: Day): Day {
  let day = addDays(after, 1);
  while (restDay(day)) day = addDays(day, 1);
  return day;
}

const enquiryOf = ({ team }: CaseFacts) => team.find(({ id }) => id === ENQUIRY);

/** The last working day before them; of a day on which nothing of it has happened yet, the next one. */
const lastDay = ({ begun, today }: DayTimes): Day => begun ?? dayBeforeHolidays(today);

const ofMio =
  (isDue: (facts: CaseFacts, times: DayTimes) => boolean): DayAct['isDue'] =>
  ({ no, facts }, times) =>
    no === MIO &&
    facts.entry.stage === 'readyForDischarge' &&
    times.begun !== null &&
    times.today >= times.begun &&
    isDue(facts, times);

const handoffOf = ({ handoffs }: CaseFacts) => handoffs.find(({ id }) => id === 'h1');
const isOpen = (facts: CaseFacts) => ['opened', 'questioned', 'answered'].includes(handoffOf(facts)?.status ?? '');
const toConfirm = (facts: CaseFacts) =>
  ['condition', 'breathing', 'nutrition', 'medicines', 'emergencies'].find(
    section => !handoffOf(facts)?.confirmed.some(confirmed => confirmed === section),
  );
/** What somebody has not shown for so long that it does not count any more. */
const lapsedSkill = ({ skills }: CaseFacts, { today }: DayTimes) =>
  skills.find(({ level, until, lapsedOn }) => level === 4 && (lapsedOn !== undefined || (until ?? today) < today));
const firstVisit = ({ visits, round }: CaseFacts) =>
  visits.find(visit => visit.kind === 'first' && visit.round === round && visit.recordedBy.length === 0);

const byDoctor = (type: string, isDue: DayAct['isDue'], body: DayAct['body'] = () => ({})): DayAct => ({
  by: 'doctor',
  type,
  isDue,
  body,
});
const byNurse = (type: string, isDue: DayAct['isDue'], body: DayAct['body'] = () => ({})): DayAct => ({
  by: 'dsn',
  type,
  isDue,
  body,
});

const isFor = (no: string) => (loaded: LoadedCase) => loaded.no === no;

/** What still stands between a child and the door, one after the other on the last working day. */
const leaving: readonly DayAct[] = [
  byNurse(
    'handoff.answered',
    ofMio(facts => handoffOf(facts)?.status === 'questioned'),
    ({ facts }) => ({
      ...{ handoffId: 'h1', questionId: handoffOf(facts)?.questions.find(({ answered }) => !answered)?.id },
      answer: '5mLで管理してください。病棟で製品の表示を確かめました。',
    }),
  ),
  {
    by: 'hvn',
    type: 'handoff.sectionConfirmed',
    isDue: ofMio(facts => isOpen(facts) && toConfirm(facts) !== undefined),
    body: ({ facts }) => ({ handoffId: 'h1', section: toConfirm(facts) }),
  },
  {
    by: 'hvn',
    type: 'handoff.accepted',
    isDue: ofMio(isOpen),
    body: (_loaded, times) => ({
      ...{ handoffId: 'h1', withConditions: false, firstVisitOn: nextOpen(lastDay(times)) },
    }),
  },
  byNurse(
    'visit.planned',
    ofMio((facts, { begun }) => begun !== null && (firstVisit(facts)?.plannedOn ?? nextOpen(begun)) <= begun),
    ({ facts }, times) => ({
      ...{ visitId: firstVisit(facts)?.id, visitKind: 'first', accompanied: true },
      plannedOn: nextOpen(lastDay(times)),
    }),
  ),
  {
    by: 'ward',
    type: 'skill.assessed',
    isDue: ofMio((facts, times) => lapsedSkill(facts, times) !== undefined),
    body: ({ facts }, times) => {
      const { procedure, caregiver } = lapsedSkill(facts, times) ?? {};
      return { procedure, caregiver, level: 4, note: '退院の前にもう一度確かめた。' };
    },
  },
  byDoctor(
    'order.issued',
    ofMio(({ nursingOrder }, { today }) => (nursingOrder?.until ?? '') <= nextOpen(today)),
    (_loaded, { today }) => ({ from: today, until: addDays(today, 170) }),
  ),
  byDoctor('condition.assessed', ofMio(isUnsaid('conditionStable')), () => ({ stable: true })),
  byDoctor('discharge.ordered', ofMio(isUnsaid('dischargeOrder'))),
  { by: 'ward', type: 'medication.transcribed', isDue: ofMio(isUnsaid('medicationTranscribed')), body: () => ({}) },
  byNurse('outpatient.dated', ofMio(isUnsaid('outpatient')), (_loaded, { today }) => ({
    visitOn: addDays(nextOpen(today), 7),
  })),
  byNurse('municipality.informed', ofMio(isUnsaid('municipalityInformed'))),
];

function isUnsaid(
  fact: 'conditionStable' | 'dischargeOrder' | 'medicationTranscribed' | 'outpatient' | 'municipalityInformed',
) {
  return (facts: CaseFacts): boolean => facts[fact] === undefined;
}

/** 連休: what falls into days on which nobody answers, what comes up before them, and what waits until after. */
export const holidays: ScriptedDay = {
  id: 'holidays',
  title: { ja: '連休(年末年始など)', en: 'Long holidays' },
  about: {
    ja: '次の長い連休(4日以上。年末年始、大型連休など)の前後です。連休にかかる期限、直前の営業日の知らせ、連休前日の退院、返事を待つもの。',
    en: 'Around the next four days off or more: deadlines that fall into them, reminders on the last working day before, a discharge just before, and answers that wait.',
  },
  begunOn: cases => cases.flatMap(({ facts }) => enquiryOf(facts)?.replyBy ?? []).sort()[0] ?? null,
  steps: [
    {
      what: {
        ja: 'K-0151 のために市の保健師に、連休前の返事を希望して打診しました。止まっている理由には、連休の中の日を「次の確認」にしました。K-0098 の退院予定日も、連休の初日に置きました。',
        en: 'Asked the town’s nurse for K-0151 to answer before the holidays, and put a hold that is looked at again within them. The discharge of K-0098 was planned on their first day.',
      },
      look: {
        ja: 'K-0098 上野 みお で「退院を記録する」を開くと、休みの日の退院として、今夜連絡のつくところ・役所の開く日・初回訪問の日を確かめるよう出ます。止めはしません。',
        en: 'Open the discharge of K-0098: it warns of a day off, with who can be reached that night and when offices open. It does not forbid it.',
      },
      acts: [
        byNurse(
          'candidate.asked',
          (loaded, { begun }) => begun === null && isFor(HINA)(loaded) && !enquiryOf(loaded.facts),
          (_loaded, times) => ({
            ...{ candidateId: ENQUIRY, function: 'publicHealthNurse', organisation: 'org-shiomi' },
            ...{ replyBy: lastDay(times), note: '連休の前に、訪問のご都合をうかがえますか。' },
          }),
        ),
        byNurse(
          'hold.added',
          ({ no, facts }, { today, begun }) =>
            no === HINA && (begun === null || today <= begun) && !facts.holds.some(({ id }) => id === HOLD),
          (_loaded, times) => ({
            ...{ holdId: HOLD, code: 'awaitingReply', owner: memberOf('dsn'), recheckOn: addDays(lastDay(times), 2) },
            note: '市の返事を待っている。',
          }),
        ),
        byNurse(
          'dischargeDay.planned',
          ({ no, facts }, times) =>
            no === MIO &&
            facts.entry.stage === 'readyForDischarge' &&
            (times.begun === null || times.today < times.begun) &&
            ![lastDay(times), addDays(lastDay(times), 1)].includes(facts.dischargeDay?.day ?? ''),
          (_loaded, times) => ({ dischargeOn: addDays(lastDay(times), 1) }),
        ),
      ],
    },
    {
      what: {
        ja: '連休の前日の退院に、予定を1日早めました。',
        en: 'Planned the discharge a day earlier, on the last working day.',
      },
      look: {
        ja: 'K-0098 の期限に、退院予定日が動かされた回数と、だれが動かしたかが出ています。',
        en: 'The deadline of K-0098 says how often the day was moved, and by whom.',
      },
      acts: [
        byNurse(
          'dischargeDay.planned',
          ({ no, facts }, times) =>
            no === MIO &&
            facts.entry.stage === 'readyForDischarge' &&
            times.begun !== null &&
            times.today <= times.begun &&
            facts.dischargeDay?.day === addDays(times.begun, 1),
          (_loaded, times) => ({ dischargeOn: lastDay(times) }),
        ),
      ],
    },
    {
      what: { ja: '連休前の最後の営業日になりました。', en: 'It is the last working day before the holidays.' },
      look: {
        ja: '連休の中に期限のあるものは、きょう知らせが来ます(期限の日は休みでも延びません)。松本さんの通知とマイタスクを見てください。',
        en: 'What is due within the holidays is reminded of today; its day is not moved by them. Look at the notices and tasks of 松本.',
      },
      pushTo: begun => begun,
      acts: [],
    },
    {
      what: {
        ja: 'K-0098 の残りの条件を、きょうのうちにそろえました。訪問看護の初回訪問は、連休明けの営業日です。',
        en: 'Everything that K-0098 still wanted was done today; the station comes on the first working day after.',
      },
      look: {
        ja: 'K-0098 の「退院」の条件がすべてそろい、だれがいつ満たしたかが並びます。',
        en: 'All conditions of the discharge of K-0098 are met, each with who and when.',
      },
      acts: leaving,
    },
    {
      what: { ja: '連休の前日に退院しました。', en: 'She went home on the day before the holidays.' },
      look: {
        ja: 'ボードで K-0098 が「退院」に移りました。夜間・休日の連絡先は、ケースの「連絡先」にあります。',
        en: 'K-0098 stands under discharge; whom to call at night and on days off stands among its contacts.',
      },
      acts: [
        byNurse(
          'discharge.done',
          ofMio(facts => handoffOf(facts)?.status === 'accepted'),
          () => ({ destination: 'home' }),
        ),
      ],
    },
    {
      what: { ja: '連休の中の日になりました。', en: 'It is within the holidays.' },
      look: {
        ja: 'K-0151 の「次の確認」の日です。休みでも期限の日は期限の日です。市の返事はまだなく、打診は「返事を待っている」のままです。',
        en: 'The hold of K-0151 is to be looked at today, day off or not. The town has not answered; the enquiry waits.',
      },
      pushTo: begun => addDays(begun, 2),
      acts: [],
    },
    {
      what: { ja: '連休が明け、最初の営業日になりました。', en: 'The holidays are over: it is the first working day.' },
      look: {
        ja: '「朝の確認」は連休前の17時からをまとめます。過ぎた期限は赤く、上への知らせ(エスカレーション)は営業日で数えるので、連休のあいだには来ていません。',
        en: 'The morning page looks back to 17:00 of the last working day. What is past is late; it is told one level up by working days, so not within the holidays.',
      },
      pushTo: nextOpen,
      acts: [],
    },
    {
      what: {
        ja: '市から返事があり、止まっている理由をはずしました。のぞみの看護師は K-0098 の初回訪問をはじめました。',
        en: 'The town answered, and the hold was removed. The station began the first visit of K-0098.',
      },
      look: {
        ja: 'K-0151 のチームに市の保健師が入り、K-0098 は「初回訪問」にいます。',
        en: 'The town stands in the team of K-0151, and K-0098 is being visited.',
      },
      acts: [
        {
          by: 'phn',
          type: 'candidate.answered',
          isDue: ({ facts }, { today, begun }) =>
            begun !== null && today > addDays(begun, 2) && enquiryOf(facts)?.state === 'asked',
          body: () => ({ candidateId: ENQUIRY, answer: 'accepted', note: '連休明けの週にうかがえます。' }),
        },
        byNurse(
          'hold.removed',
          ({ no, facts }, { today, begun }) =>
            begun !== null && today > addDays(begun, 2) && no === HINA && facts.holds.some(({ id }) => id === HOLD),
          () => ({ holdId: HOLD, note: '市から返事があった。' }),
        ),
        {
          by: 'hvn',
          type: 'firstVisit.begun',
          isDue: ({ no, facts }, { today, begun }) =>
            begun !== null &&
            no === MIO &&
            facts.entry.stage === 'discharged' &&
            (firstVisit(facts)?.plannedOn ?? '9999') <= today,
          body: () => ({}),
        },
      ],
    },
  ],
};
