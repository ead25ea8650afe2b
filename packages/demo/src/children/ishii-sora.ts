import { addDays, type Day } from '@kaerimichi/discharge';
import { entitlementsFor, type Learnt, proceduresFor } from '../cast.ts';
import * as ward from '../chapters/in-hospital.ts';
import * as way from '../chapters/on-the-way.ts';
import { municipalityCode } from '../municipality-code.ts';
import { type Script, scriptFrom } from '../script.ts';
import type { Story } from '../story.ts';
import { bornFor, kodomo } from './kodomo.ts';

const DAYS_AGO = 62;
const needs = ['tracheostomy', 'ventilator', 'oxygen'] as const;
const care = { needs, school: false, entitlements: entitlementsFor(needs) };
const cast = { ...kodomo, others: [{ org: 'org-kiki', by: 'vendor', part: 'deviceVendor' }] } as const;

/** At first one who suctions was thought to be enough; the conference wanted a second for the nights. */
const suctionBy = (caregivers: number): Learnt[] =>
  proceduresFor(needs).map(learnt => (learnt.procedure === 'suctionTracheal' ? { ...learnt, caregivers } : learnt));

/** 石井 そら: the first joint conference is over; its minutes and the father's suctioning stand between her and home. */
export function ishiiSora(today: Day): Story {
  const script = scriptFrom(addDays(today, -DAYS_AGO), today);
  ward.screening(script, cast, { source: 'nicu' });
  script.wait(2);
  ward.interview(script, cast, {
    interpreter: true,
    note: 'ポルトガル語の通訳を入れて面談した。母は日常の会話はできる。',
  });
  script.wait(2);
  ward.planning(script, cast, {
    ...care,
    procedures: suctionBy(1),
    goal: '呼吸器と吸引を家族と訪問看護で支え、家で暮らす。',
    problems: '説明と同意の場には通訳が要る。夜間に吸引できるのは母ひとり。',
  });
  script.wait(3);
  ward.enquiries(script, cast);
  script.wait(1);
  ward.consents(script, cast);
  script.wait(2);
  ward.answers(script, cast);
  script.goTo(40);
  learnAll(script);
  script.goTo(24);
  ward.equipment(script, cast, needs);
  tryVentilators(script);
  ward.entitlements(script, cast, care.entitlements);
  ward.contacts(script, cast);
  script.goTo(18);
  ward.trialStay(script, cast, { nights: 2 });
  script.goTo(13);
  way.planConference(script, cast, { inDays: 9 });
  script.tell('dsn', 'conference.convened');
  firstConference(script);
  return { ...about(today), registeredBy: 'dsn', registeredOn: addDays(today, -DAYS_AGO), steps: script.steps };
}

/** Two ventilators were tried side by side; the quieter one was chosen, and run on its battery until it stopped. */
function tryVentilators(script: Script): void {
  const tried = { kind: 'ventilator', decision: 'beingTried' };
  script.tell('ward', 'device.tried', {
    ...{ ...tried, trialNo: 1, model: 'みほん呼吸器 A', fit: 'good', noise: 'good', weight: 'fair' },
    ...{ decision: 'chosen', familySays: '夜に静かで、眠れそう。', reason: '音が小さく、トリガーがよく合った。' },
  });
  script.tell('ward', 'device.tried', {
    ...{ ...tried, trialNo: 2, model: 'みほん呼吸器 B', fit: 'fair', noise: 'poor', weight: 'good' },
    ...{ decision: 'notChosen', familySays: '軽いのはよいが、音が気になる。', reason: '夜間の音で眠りが浅かった。' },
  });
  script.tell('dsn', 'device.chosen', {
    ...{ deviceId: 'd-ventilator', kind: 'ventilator', electric: true, model: 'みほん呼吸器 A', lot: 'MH-2203' },
    ...{ atHome: true, consumables: true, vendorPhone24h: true, watts: 90, batteryMinutes: 260 },
    ...{ settings: 'SIMV 回数20 PIP 18 PEEP 5', vendor: 'みほん機器(デモ)', phone24h: '045-000-0199' },
    ...{ spares: '回路1組、外部バッテリー1個', installedOn: script.day(), nextServiceOn: script.day(75) },
  });
  script.tell('ward', 'drill.held', {
    ...{ drill: 'powerFailure', caregiver: 'mother', withoutHelp: true },
    note: '電源を抜いてから外部バッテリーに替えるまで2分。',
  });
  script.tell('ward', 'skill.selfRated', {
    ...{ procedure: 'suctionTracheal', caregiver: 'mother', selfRating: 3 },
    note: '夜に一人のときだけ少し不安。',
  });
}

function learnAll(script: Script): void {
  const learn = (procedure: string, caregiver: string, level = 4, note?: string) =>
    script.tell('ward', 'skill.assessed', { procedure, caregiver, level, ...(note ? { note } : {}) });
  for (const { procedure, caregivers } of suctionBy(1))
    for (const caregiver of ['mother', 'father'].slice(0, caregivers)) {
      learn(procedure, caregiver);
      script.tell('dsn', 'skill.assessed', { procedure, caregiver, level: 4 });
    }
  learn('suctionTracheal', 'father', 2, '看護師といっしょに行った。');
}

/** Four days ago; what it decided is what is still open. */
function firstConference(script: Script): void {
  script.goTo(4);
  way.holdConference(script, cast, {
    dischargeInDays: 12,
    items: [
      { id: 'a1', what: '2回目の会議の通訳を予約する', owner: 'dsn', inDays: 6 },
      { id: 'a2', what: '家の電気の契約を確かめる', owner: 'family', inDays: 8 },
    ],
    minutes:
      '出席:主治医、病棟、退院支援、のぞみ訪問看護、ひだまりクリニック、母。\n決まったこと:吸引は父も「ひとりで」になってから退院する。2回目の会議にはポルトガル語の通訳を手配する。\n宿題:通訳の予約(松本)、家の電気の契約の確認(母)。',
  });
  script.goTo(2);
  ward.writePlan(script, cast, {
    ...care,
    procedures: suctionBy(2),
    goal: '呼吸器と吸引を家族と訪問看護で支え、家で暮らす。夜間の吸引は父母で分ける。',
  });
  script.tell('ward', 'skill.assessed', {
    procedure: 'suctionTracheal',
    caregiver: 'father',
    level: 3,
    note: '見守りでできた。日勤帯にあと1回確かめる。',
  });
  script.tell('ward', 'weight.recorded', { grams: 8_250 });
  script.goTo(1);
  way.planConference(script, cast, { id: 'k2', inDays: 4 });
}

const about = (today: Day): Pick<Story, 'no' | 'child' | 'reason'> => ({
  no: 'K-0142',
  child: {
    familyName: '石井',
    givenName: 'そら',
    familyKana: 'いしい',
    givenKana: 'そら',
    sex: 'female',
    bornOn: bornFor(today, { years: 1, months: 2 }),
    gestationWeeks: 27,
    needs,
    municipality: municipalityCode('藤沢市'),
    origin: 'nicu',
  },
  reason: '気管切開・人工呼吸器での在宅移行の支援',
});
