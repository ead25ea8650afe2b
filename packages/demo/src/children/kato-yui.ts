import { addDays, type Day } from '@kaerimichi/discharge';
import * as home from '../chapters/at-home.ts';
import { upToHome } from '../chapters/courses.ts';
import { municipalityCode } from '../municipality-code.ts';
import { type Script, scriptFrom } from '../script.ts';
import type { Story } from '../story.ts';
import { bornFor, kodomoAtSchool } from './kodomo.ts';

const DAYS_AGO = 520;
const needs = ['niv'] as const;

/** 加藤 ゆい: she, her family and those who support her see her way into adult care differently. */
export function katoYui(today: Day): Story {
  const script = scriptFrom(addDays(today, -DAYS_AGO), today);
  upToHome(script, kodomoAtSchool, {
    needs,
    school: true,
    entitlements: ['chronicChildhoodDisease', 'dailyEquipment'],
  });
  home.firstVisit(script, kodomoAtSchool);
  home.followUps(script, kodomoAtSchool, 4);
  home.settle(script, kodomoAtSchool);
  script.goTo(130);
  home.renewOrder(script, kodomoAtSchool);
  script.goTo(110);
  grownUp(script);
  return { ...about(today), registeredBy: 'dsn', registeredOn: addDays(today, -DAYS_AGO), steps: script.steps };
}

function grownUp(script: Script): void {
  script.tell('dsn', 'adult.opened');
  script.goTo(80);
  script.tell('coord', 'readiness.answered', {
    by: 'family',
    ...{ explainsIllness: 'notYet', namesMedicines: 'can', booksVisits: 'notYet', talksAlone: 'notYet' },
    ...{ callsForHelp: 'aLittle', knowsSchemes: 'notYet', plansDays: 'notYet' },
    note: '「まだ先のことと思っている。いまの先生にみてほしい。」',
  });
  script.goTo(78);
  script.tell('coord', 'readiness.answered', {
    by: 'young',
    ...{ explainsIllness: 'aLittle', namesMedicines: 'aLittle', booksVisits: 'aLittle', talksAlone: 'can' },
    ...{ callsForHelp: 'can', knowsSchemes: 'notYet', plansDays: 'aLittle' },
    note: '「薬の名前は言える。予約は自分で取ってみたい。入院の話は自分にもしてほしい。」',
  });
  script.goTo(60);
  const map = (service: string, note: string, counterpart?: string) =>
    script.tell('coord', 'adult.serviceMapped', {
      ...{ service, state: 'candidate', note },
      ...(counterpart ? { counterpart } : {}),
    });
  map('neurology', '筋疾患の外来は月2回。', '汐見市立病院 脳神経内科');
  map('respiratory', '夜間の呼吸器は、在宅医と呼吸器内科のどちらが担うか相談中。');
}

const about = (today: Day): Pick<Story, 'no' | 'child' | 'reason'> => ({
  no: 'K-0031',
  child: {
    familyName: '加藤',
    givenName: 'ゆい',
    familyKana: 'かとう',
    givenKana: 'ゆい',
    sex: 'female',
    bornOn: bornFor(today, { years: 15, months: 7 }),
    needs,
    municipality: municipalityCode('藤沢市'),
    origin: 'ward',
  },
  reason: '筋疾患・夜間の呼吸器での在宅移行の支援',
});
