import { addDays, type Day } from '@kaerimichi/discharge';
import { entitlementsFor } from '../cast.ts';
import * as ward from '../chapters/in-hospital.ts';
import * as way from '../chapters/on-the-way.ts';
import { municipalityCode } from '../municipality-code.ts';
import { type Script, scriptFrom } from '../script.ts';
import type { Story } from '../story.ts';
import { bornFor, kodomo } from './kodomo.ts';

const DAYS_AGO = 46;
const needs = ['gastrostomy', 'suction'] as const;
const care = { needs, school: false, entitlements: entitlementsFor(needs) };

/** 上野 みお: one station had no room; the next one reads the handoff and asks about the water in the balloon. */
export function uenoMio(today: Day): Story {
  const script = scriptFrom(addDays(today, -DAYS_AGO), today);
  ward.screening(script, kodomo);
  script.wait(2);
  ward.interview(script, kodomo);
  script.wait(2);
  ward.planning(script, kodomo, care);
  script.wait(2);
  findStation(script);
  script.goTo(28);
  ward.training(script, kodomo, needs);
  script.goTo(24);
  ward.equipment(script, kodomo, needs);
  ward.entitlements(script, kodomo, care.entitlements);
  ward.contacts(script, kodomo);
  ward.trialStay(script, kodomo);
  script.goTo(17);
  way.planConference(script, kodomo, { inDays: 4 });
  script.tell('dsn', 'conference.convened');
  script.goTo(13);
  way.holdConference(script, kodomo, {
    dischargeInDays: 20,
    items: [{ id: 'a1', what: '夜間・休日の連絡先を家族に渡す', owner: 'dsn', inDays: 10 }],
  });
  script.goTo(9);
  way.closePreparation(script, kodomo);
  script.tell('doctor', 'discharge.ordered', { note: '引き継ぎと訪問の日が決まりしだい退院。' });
  handOff(script);
  return { ...about(today), registeredBy: 'dsn', registeredOn: addDays(today, -DAYS_AGO), steps: script.steps };
}

function findStation(script: Script): void {
  script.tell('dsn', 'candidate.asked', {
    candidateId: 't-first',
    function: 'visitingNurse',
    organisation: 'org-aozora',
  });
  script.wait(2);
  script.tell('hvn2', 'candidate.answered', {
    candidateId: 't-first',
    answer: 'declined',
    declineReason: 'noCapacity',
    note: 'お声がけありがとうございます。来月まで新規の枠がなく、今回はお受けできません。次の機会にお役に立てればと思います。',
  });
  ward.enquiries(script, kodomo);
  script.wait(1);
  ward.consents(script, kodomo);
  script.wait(2);
  ward.answers(script, kodomo);
}

/** Three of the four critical sections are read and confirmed; on the feeding tube there is a question. */
function handOff(script: Script): void {
  script.goTo(6);
  way.sendHandoff(script, kodomo, {
    to: kodomo.station,
    sections: {
      contacts: '日中:退院支援室(平日8時30分〜17時)。夜間・休日:病棟の当直看護師。',
      condition: '胃瘻造設後の経過は良好で、状態は安定。いつもの体温は36.5〜37.0℃、脈拍は90〜110。',
      breathing: '呼吸の補助はなし。吸引は口と鼻、1日6回ほど。圧は20kPaまで。',
      deviceSettings: '吸引器1台(充電で約50分)。業者の24時間の連絡先を家族に渡した。',
      nutrition: '胃瘻、バルーン型14Fr。固定水4mL。注入は1日5回、1回150mLを30分で。白湯は注入のあとに20mL。',
      medicines: '抗けいれん薬を朝夕。飲み忘れに気づいたら4時間以内は1回分を入れる。',
      caregiving: '吸引と胃瘻の注入は、母と父がひとりでできる。',
      emergencies: 'けいれんが5分続くとき、胃瘻が抜けたときは、すぐに救急外来へ電話し、119番。搬送先は当院。',
      schemes: '小児慢性特定疾病、身体障害者手帳は申請済み。',
    },
  });
  script.goTo(4);
  for (const section of ['condition', 'breathing', 'medicines'])
    script.tell('hvn', 'handoff.sectionConfirmed', { handoffId: 'h1', section });
  script.goTo(3);
  script.tell('hvn', 'handoff.asked', {
    handoffId: 'h1',
    questionId: 'q1',
    section: 'nutrition',
    question: '固定水は4mLと書かれていますが、製品の表示は5mLです。どちらで管理すればよいですか。',
  });
}

const about = (today: Day): Pick<Story, 'no' | 'child' | 'reason'> => ({
  no: 'K-0098',
  child: {
    familyName: '上野',
    givenName: 'みお',
    familyKana: 'うえの',
    givenKana: 'みお',
    sex: 'female',
    bornOn: bornFor(today, { years: 4 }),
    needs,
    municipality: municipalityCode('藤沢市'),
    origin: 'ward',
  },
  reason: '胃瘻造設後の在宅移行の支援',
});
