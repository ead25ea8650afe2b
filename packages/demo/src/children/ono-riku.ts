import { addDays, type Day } from '@kaerimichi/discharge';
import { entitlementsFor } from '../cast.ts';
import * as home from '../chapters/at-home.ts';
import { upToHome } from '../chapters/courses.ts';
import { municipalityCode } from '../municipality-code.ts';
import { type Script, scriptFrom } from '../script.ts';
import type { Story } from '../story.ts';
import { bornFor, kodomoAtSchool } from './kodomo.ts';

const DAYS_AGO = 330;
const needs = ['niv', 'gastrostomy'] as const;

/** 大野 りく: at home for long, now two days in hospital to see how the care at home does, and to let his family sleep. */
export function onoRiku(today: Day): Story {
  const script = scriptFrom(addDays(today, -DAYS_AGO), today);
  upToHome(script, kodomoAtSchool, { needs, school: true, entitlements: entitlementsFor(needs) });
  home.firstVisit(script, kodomoAtSchool);
  home.followUps(script, kodomoAtSchool, 4);
  home.settle(script, kodomoAtSchool);
  shortStay(script);
  script.goTo(10);
  home.admitForEvaluation(script, kodomoAtSchool, { bed: 1 });
  homeAndHospital(script);
  script.wait(1);
  script.tell('ward', 'note.added', { note: '注入は家と同じ速さで吐かずに入っている。夜間の体位変換は2回。' });
  return { ...about(today), registeredBy: 'dsn', registeredOn: addDays(today, -DAYS_AGO), steps: script.steps };
}

const e1 = { evaluationId: 'e1' };

/** His nights at home, written by the nurse who visits, beside those on the ward. */
function homeAndHospital(script: Script): void {
  script.tell('hvn', 'evaluation.measured', {
    ...{ ...e1, where: 'atHome', fatigue: 4, fatigueNote: '夜に4回起きて、マスクを直している。' },
    ...{ spo2Asleep: '91', co2: '52', pulse: '88', ventilation: '12/5', leak: '38', turns: '3', nightCalls: '4' },
  });
  script.tell('ward', 'evaluation.visited', {
    ...{ ...e1, means: 'byVideo', findings: 'マスクの下の皮膚に赤み。加湿器は枕元、電源は延長コード。' },
    bring: 'いつものマスクと回路、注入の物品、夜の日誌',
  });
  script.tell('ward', 'evaluation.measured', {
    ...{ ...e1, where: 'inHospital', fatigue: 2 },
    ...{ spo2Asleep: '95', co2: '46', pulse: '82', ventilation: '12/5', leak: '22', turns: '2', nightCalls: '2' },
    note: 'マスクの当て方を母と確かめる。',
  });
}

/** The last nights away from home: sixty-two days ago. */
function shortStay(script: Script): void {
  script.goTo(64);
  home.renewOrder(script, kodomoAtSchool);
  script.tell('dsn', 'note.added', { note: '短期入所(療育園ほほえみ)2泊。マスクの説明書を渡した。' });
  script.tell('dsn', 'whereabouts.recorded', { place: 'facility' });
  script.goTo(62);
  script.tell('dsn', 'whereabouts.recorded', { place: 'home' });
}

const about = (today: Day): Pick<Story, 'no' | 'child' | 'reason'> => ({
  no: 'K-0120',
  child: {
    familyName: '大野',
    givenName: 'りく',
    familyKana: 'おおの',
    givenKana: 'りく',
    sex: 'male',
    bornOn: bornFor(today, { years: 9 }),
    needs,
    municipality: municipalityCode('茅ヶ崎市'),
    origin: 'ward',
  },
  reason: '夜間の呼吸器と胃瘻での在宅移行の支援',
});
