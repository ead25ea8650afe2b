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
  way.holdConference(script, kodomo, { dischargeInDays: 20, items: [{ id: 'a1', owner: 'dsn', inDays: 10 }] });
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

/** Three of the four critical sections are read and confirmed; on the fifth there is a question. */
function handOff(script: Script): void {
  script.goTo(6);
  way.sendHandoff(script, kodomo, {
    to: kodomo.station,
    content:
      '連絡先:退院支援室。状態:安定。吸引:口鼻、1日6回ほど。\n栄養:胃瘻、バルーン型14Fr、固定水4mL、注入は1日5回。\n薬:別紙のとおり。緊急時:救急外来へ。',
  });
  script.goTo(4);
  for (const section of [2, 3, 6]) script.tell('hvn', 'handoff.sectionConfirmed', { handoffId: 'h1', section });
  script.goTo(3);
  script.tell('hvn', 'handoff.asked', {
    handoffId: 'h1',
    questionId: 'q1',
    section: 5,
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
