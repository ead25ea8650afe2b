import type { LoadedCase } from '@kaerimichi/casework';
import { addDays, type CaseFacts } from '@kaerimichi/discharge';
import { municipalityCode } from '../municipality-code.ts';
import { memberOf } from '../people.ts';
import type { DayAct, DayTimes, ScriptedDay } from './scripted-day.ts';

/** Where it comes ashore. */
const area = [municipalityCode('藤沢市'), municipalityCode('茅ヶ崎市')];
const CHECK = 'typhoon';
/** Whose power fails: on a ventilator, with a battery for six hours. */
const HARU = 'K-0077';
/** Whose father cannot come any more to practise. */
const SORA = 'K-0142';

const checkOf = ({ checklistItems = [] }: CaseFacts) => checklistItems.find(({ id }) => id === CHECK);
const isChecked = (facts: CaseFacts) => checkOf(facts)?.state === 'checkDone';

/** Led here, at home in the area, with a device that wants power. */
const isAtRisk = ({ facts, identity }: LoadedCase): boolean =>
  facts.lead === 'org-kodomo' &&
  !facts.closing &&
  facts.whereabouts === 'home' &&
  area.includes(identity.municipality ?? '') &&
  facts.devices.some(({ electric }) => electric);

/** A visit of these days that nobody has begun. */
const visitToMove = ({ facts }: LoadedCase, { begun }: DayTimes) =>
  facts.visits.find(
    ({ round, plannedOn, recordedBy }) =>
      begun !== null &&
      round === facts.round &&
      recordedBy.length === 0 &&
      plannedOn !== undefined &&
      plannedOn >= begun &&
      plannedOn <= addDays(begun, 1),
  );

const fatherPractises = ({ skills }: CaseFacts) =>
  skills.some(
    ({ procedure, caregiver, level }) => procedure === 'suctionTracheal' && caregiver === 'father' && level < 4,
  );

const setsCheck = (state: string, evidence: string, isDue: DayAct['isDue']): DayAct => ({
  by: 'dsn',
  type: 'checklist.itemSet',
  isDue: (loaded, times) => checkOf(loaded.facts) !== undefined && isDue(loaded, times),
  body: () => ({ checkId: CHECK, state, evidence }),
});

const waives = (by: string, as: 'headNurse' | 'doctor'): DayAct => ({
  by,
  type: 'requirement.waived',
  isDue: ({ no, facts }) =>
    no === SORA &&
    facts.entry.stage === 'jointConference' &&
    fatherPractises(facts) &&
    !facts.waivers.some(waiver => waiver.requirement === 'trainingReady' && waiver.as === as),
  body: () => ({
    requirementId: 'trainingReady',
    ground: 'disaster',
    reason: '台風で父が来院できない。引き継ぎは先に送り、吸引の確認は台風のあと、退院の前に必ず行う。',
  }),
});

const calls = (facts: CaseFacts) => facts.mentions?.find(({ to }) => to === memberOf('dsn'));
const isToReview = ({ no, facts }: LoadedCase): boolean =>
  no === SORA && facts.entry.stage === 'readyForDischarge' && fatherPractises(facts);

/** 台風: who is at home with a device, what is moved, what is let pass because of it, and what is made up for afterwards. */
export const typhoon: ScriptedDay = {
  id: 'typhoon',
  title: { ja: '台風の日', en: 'A typhoon' },
  about: {
    ja: 'あす、藤沢・茅ヶ崎に台風が上陸します。電気の要る機器を使って家にいるお子さんの安否、訪問の日の変更、災害時の例外とそのあとの振り返りまで。',
    en: 'A typhoon comes ashore tomorrow. Children at home with devices that want power, visits that are moved, an exception on the ground of a disaster, and its review.',
  },
  begunOn: cases => {
    const [landfall] = cases.flatMap(({ facts }) => checkOf(facts)?.dueOn ?? []).sort();
    return landfall ? addDays(landfall, -1) : null;
  },
  steps: [
    {
      what: {
        ja: '台風に備えます。師長が、地域で電気の要る機器を使って家にいるお子さん全員に「安否と予備電源」のチェックを加えました(担当は退院支援看護師、期限はあす)。',
        en: 'Getting ready. The head nurse added a check of safety and spare power for every child at home in the area with a device that wants power; it is due tomorrow.',
      },
      look: {
        ja: '松本さんのマイタスクに、お子さんごとのチェックが並びます。K-0077 江口 はる の「チェック」には「外部バッテリーで6時間」と出ています。',
        en: 'My tasks of 松本 lists a check for each child. The checklists of K-0077 say that his battery lasts six hours.',
      },
      acts: [
        {
          by: 'head',
          type: 'checklist.itemsAdded',
          isDue: (loaded, { begun }) => begun === null && isAtRisk(loaded) && !checkOf(loaded.facts),
          body: (_loaded, { today }) => ({
            checks: [
              {
                id: CHECK,
                what: '台風:安否と予備電源を電話で確かめる',
                section: 'inEmergency',
                owner: memberOf('dsn'),
                dueOn: addDays(today, 1),
              },
            ],
          }),
        },
      ],
    },
    {
      what: {
        ja: 'きょう・あすの訪問を、台風のあとの日に動かしました。',
        en: 'Moved the visits of today and tomorrow to a day after the typhoon.',
      },
      look: {
        ja: 'K-0077 の期限で初回訪問の日が変わり、だれが動かしたかが出ています。訪問看護ステーションの佐藤さんの画面でも同じ日です。',
        en: 'The first visit of K-0077 has another day, and its deadline says that it was moved; the station sees the same.',
      },
      acts: [
        {
          by: 'dsn',
          type: 'visit.planned',
          isDue: (loaded, times) => isAtRisk(loaded) && visitToMove(loaded, times) !== undefined,
          body: (loaded, times) => {
            const visit = visitToMove(loaded, times);
            return {
              ...{ visitId: visit?.id, visitKind: visit?.kind, accompanied: visit?.accompanied },
              ...{ plannedOn: addDays(times.begun ?? times.today, 3), note: '台風のため日を改めた。' },
            };
          },
        },
      ],
    },
    {
      what: {
        ja: '父が来院できず、K-0142 の吸引の確認が間に合いません。そのままでは引き継ぎへ進めず、師長と主治医の2人が「災害」を理由に例外を認め、議事録を承認して引き継ぎへ進めました。',
        en: 'The father cannot come, so the suctioning of K-0142 is not confirmed. As it was the case did not go on; head nurse and doctor, both, made an exception on the ground of a disaster, and it did.',
      },
      look: {
        ja: 'K-0142 石井 そら の「経過」に、例外が理由と2人の名前で残ります。安全の条件なので1人では進みません。例外が効くのはこの段階だけです。',
        en: 'The history of K-0142 keeps the exception with its reason and both names. What safety asks takes two, and it counts for this stage alone.',
      },
      tried: {
        by: 'dsn',
        type: 'preparation.closed',
        isDue: ({ no, facts }) => no === SORA && facts.entry.stage === 'jointConference' && fatherPractises(facts),
        body: () => ({}),
      },
      acts: [
        {
          by: 'doctor',
          type: 'minutes.approved',
          isDue: ({ no, facts }) =>
            no === SORA && facts.conferences.some(({ id, minutes }) => id === 'k1' && minutes === 'drafted'),
          body: () => ({ conferenceId: 'k1' }),
        },
        waives('head', 'headNurse'),
        waives('doctor', 'doctor'),
        {
          by: 'dsn',
          type: 'preparation.closed',
          isDue: ({ no, facts }) => no === SORA && facts.entry.stage === 'jointConference',
          body: () => ({}),
        },
      ],
    },
    {
      what: { ja: '日付が進み、台風が上陸しました。', en: 'The day went on: the typhoon comes ashore.' },
      look: {
        ja: '数秒のうちに、期限の来たものが動きます。動かした訪問は遅れになりません。',
        en: 'What falls due moves within seconds; the visits that were moved are not late.',
      },
      pushTo: begun => addDays(begun, 1),
      acts: [],
    },
    {
      what: {
        ja: '電話で安否を確かめました。停電した K-0077 江口 はる は、6時間の電池では夜を越せないため避難入院(再入院)にしました。ほかのお子さんは無事です。',
        en: 'Called every family. The power of K-0077 failed, and six hours of battery do not last a night: he was taken in. All others are safe.',
      },
      look: {
        ja: 'ボードで K-0077 が「再入院中」に移り、いる場所は病院です。チェックの根拠に、いつ何を確かめたかが残ります。',
        en: 'K-0077 stands under readmission, and is in hospital. The evidence of each check says what was found.',
      },
      acts: [
        setsCheck(
          'underWay',
          '16時30分、母から電話。停電、電池の残り5時間。救急車で来院。',
          ({ no, facts }, { today, begun }) =>
            no === HARU && begun !== null && today > begun && facts.whereabouts === 'home' && !isHandled(facts),
        ),
        {
          by: 'doctor',
          type: 'readmission.begun',
          isDue: ({ no, facts }) => no === HARU && facts.whereabouts === 'home' && checkOf(facts)?.state === 'underWay',
          body: () => ({ planned: false, cause: '台風による停電。人工呼吸器の電源を確保するための避難入院。' }),
        },
        setsCheck(
          'checkDone',
          '17時、電話で確認。停電なし、本人も家族も無事。予備の電源は満充電。',
          ({ no, facts }, { today, begun }) => no !== HARU && begun !== null && today > begun && !isChecked(facts),
        ),
      ],
    },
    {
      what: { ja: '台風が過ぎ、翌朝になりました。', en: 'The typhoon has passed; it is the next morning.' },
      look: {
        ja: '通知と「朝の確認」に、きのうのできごとがまとまっています。',
        en: 'Notices and the morning page tell what happened.',
      },
      pushTo: begun => addDays(begun, 2),
      acts: [],
    },
    {
      what: {
        ja: '電気が戻り、K-0077 江口 はる は避難入院を振り返ったうえで家に帰りました。',
        en: 'Power is back: the stay of K-0077 was reviewed, and he went home.',
      },
      look: {
        ja: 'K-0077 は元の段階に戻り、初回訪問の日もそのままです。振り返りなしでは再入院を終えられません。',
        en: 'K-0077 stands where he stood, with his first visit as planned. Without a review no readmission ends.',
      },
      acts: [
        {
          by: 'dsn',
          type: 'readmission.reviewed',
          isDue: ({ no, facts }) =>
            no === HARU && checkOf(facts)?.state === 'underWay' && facts.readmission?.reviewed === false,
          body: () => ({ note: '電池は6時間で足りなかった。外部バッテリーを1つ増やし、停電時の連絡順を見直す。' }),
        },
        {
          by: 'dsn',
          type: 'readmission.ended',
          isDue: ({ no, facts }) =>
            no === HARU && checkOf(facts)?.state === 'underWay' && facts.readmission?.reviewed === true,
          body: ({ facts }) => ({
            returnTo: facts.readmission?.cameFrom === 'firstVisit' ? 'discharged' : facts.readmission?.cameFrom,
          }),
        },
        setsCheck(
          'checkDone',
          '10時、帰宅を確認。電気は戻り、電池は2つとも充電中。',
          ({ no, facts }) => no === HARU && facts.whereabouts === 'home' && !isChecked(facts),
        ),
      ],
    },
    {
      what: {
        ja: '災害の例外を振り返りました。師長が呼びかけ、病棟は来院した父の吸引を確かめて「ひとりで」と記録しました。',
        en: 'Reviewed the exception: the head nurse asked for it, and the ward confirmed that the father now suctions on his own.',
      },
      look: {
        ja: 'K-0142 の「引き継ぎ」の条件を見てください。前の段階の例外は数えられず、手技の条件は記録で満たされています。',
        en: 'Look at the conditions of K-0142: the exception of the stage before counts no more, and the skill is met by its record.',
      },
      acts: [
        {
          by: 'head',
          type: 'note.addressed',
          isDue: (loaded, { today, begun }) =>
            begun !== null && today > addDays(begun, 1) && isToReview(loaded) && !calls(loaded.facts),
          body: () => ({
            visibility: 'ownHouse',
            mentions: [memberOf('dsn')],
            note: '災害の例外の振り返り:父の吸引の確認を、退院の前に済ませてください。例外のままでは退院できません。',
          }),
        },
        {
          by: 'dsn',
          type: 'mention.answered',
          isDue: loaded => isToReview(loaded) && calls(loaded.facts) !== undefined,
          body: ({ facts }) => ({ seq: calls(facts)?.seq }),
        },
        {
          by: 'ward',
          type: 'skill.assessed',
          isDue: (loaded, { today, begun }) => begun !== null && today > addDays(begun, 1) && isToReview(loaded),
          body: () => ({
            procedure: 'suctionTracheal',
            caregiver: 'father',
            level: 4,
            note: '台風のあと、日勤帯に確かめた。声かけなしでできた。',
          }),
        },
      ],
    },
  ],
};

/** Whoever was taken in, or is home again, is not taken in twice. */
function isHandled(facts: CaseFacts): boolean {
  const state = checkOf(facts)?.state;
  return state === 'underWay' || state === 'checkDone';
}
