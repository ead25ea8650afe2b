import { addDays, type Day } from '@kaerimichi/discharge';
import { entitlementsFor, proceduresFor } from '../cast.ts';
import * as ward from '../chapters/in-hospital.ts';
import { municipalityCode } from '../municipality-code.ts';
import { memberOf } from '../people.ts';
import { type Script, scriptFrom } from '../script.ts';
import type { Story } from '../story.ts';
import { bornFor, kodomo } from './kodomo.ts';

const DAYS_AGO = 24;
const needs = ['oxygen', 'nasalTube'] as const;
const care = { needs, school: false, entitlements: entitlementsFor(needs) };

/** 青木 ひな: everything runs, but the father works at night and has not finished learning. */
export function aokiHina(today: Day): Story {
  const script = scriptFrom(addDays(today, -DAYS_AGO), today);
  ward.screening(script, kodomo, { source: 'nicu', factors: ['birthWeightUnder1500', 'medicalProcedures'] });
  script.wait(3);
  ward.interview(script, kodomo, { note: '夜勤の父と、上の子の送り迎えをする母。家で家族そろって眠りたい。' });
  script.wait(2);
  ward.planning(script, kodomo, { ...care, goal: '酸素と経鼻栄養を家族だけで続けられるようにする。' });
  script.wait(2);
  ward.enquiries(script, kodomo);
  script.wait(1);
  ward.consents(script, kodomo);
  script.wait(2);
  ward.answers(script, kodomo);
  learn(script);
  script.goTo(3);
  script.tell('dsn', 'hold.added', {
    holdId: 'hold1',
    code: 'familyCircumstances',
    owner: memberOf('dsn'),
    recheckOn: addDays(today, 4),
    note: '父の夜勤が続いている。休みが決まりしだい手技の練習を入れる。',
  });
  return { ...about(today), registeredBy: 'dsn', registeredOn: addDays(today, -DAYS_AGO), steps: script.steps };
}

/** The mother does everything alone; the father is two steps short. */
function learn(script: Script): void {
  const assess = (procedure: string, caregiver: string, level: number, note?: string) =>
    script.tell('ward', 'skill.assessed', { procedure, caregiver, level, ...(note ? { note } : {}) });
  script.goTo(8);
  for (const { procedure } of proceduresFor(needs)) assess(procedure, 'mother', 3);
  script.goTo(7);
  for (const { procedure } of proceduresFor(needs)) assess(procedure, 'mother', 4);
  script.goTo(5);
  assess('oxygenOperation', 'father', 3, '流量の変更を声に出して確かめている。あと一度見守る。');
  assess('resuscitation', 'father', 3, '夜勤明けで、見守りのもとで途中まで。次の休みに続きを行う。');
}

const about = (today: Day): Pick<Story, 'no' | 'child' | 'reason'> => ({
  no: 'K-0151',
  child: {
    familyName: '青木',
    givenName: 'ひな',
    familyKana: 'あおき',
    givenKana: 'ひな',
    sex: 'female',
    bornOn: bornFor(today, { months: 8 }),
    gestationWeeks: 27,
    needs,
    municipality: municipalityCode('藤沢市'),
    origin: 'nicu',
  },
  reason: 'NICUからの在宅移行の支援',
});
