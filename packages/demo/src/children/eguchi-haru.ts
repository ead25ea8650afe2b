import { addDays, type Day } from '@kaerimichi/discharge';
import { entitlementsFor } from '../cast.ts';
import { upToHandoff } from '../chapters/courses.ts';
import * as way from '../chapters/on-the-way.ts';
import { municipalityCode } from '../municipality-code.ts';
import { memberOf } from '../people.ts';
import { type Script, scriptFrom } from '../script.ts';
import type { Story } from '../story.ts';
import { bornFor, kodomo } from './kodomo.ts';

const DAYS_AGO = 51;
const needs = ['tracheostomy', 'ventilator'] as const;
const cast = {
  ...kodomo,
  others: [
    { org: 'org-gakko', by: 'school', part: 'school' },
    { org: 'org-shiomi', by: 'phn', part: 'publicHealthNurse' },
  ],
} as const;

/** 江口 はる: home since yesterday; today both nurses meet in his room for the first time. */
export function eguchiHaru(today: Day): Story {
  const script = scriptFrom(addDays(today, -DAYS_AGO), today);
  upToHandoff(script, cast, { needs, school: true, entitlements: entitlementsFor(needs) });
  script.goTo(4);
  way.acceptHandoff(script, cast, { visitInDays: 4 });
  script.goTo(3);
  way.leaveReady(script, cast, true);
  way.closeItems(script, cast, ['a1']);
  checkedBeforehand(script, addDays(today, 5));
  script.goTo(1);
  way.goHome(script, cast);
  script.tell('dsn', 'note.added', {
    note: '初回訪問はあす13時30分、松本が同行。アパート2階、駐車は建物の裏。呼吸器の予備回路は玄関の棚。',
  });
  return {
    no: 'K-0077',
    child: {
      familyName: '江口',
      givenName: 'はる',
      familyKana: 'えぐち',
      givenKana: 'はる',
      sex: 'male',
      bornOn: bornFor(today, { years: 6 }),
      needs,
      municipality: municipalityCode('藤沢市'),
      origin: 'ward',
    },
    reason: '気管切開・人工呼吸器での在宅移行の支援',
    registeredBy: 'dsn',
    registeredOn: addDays(today, -DAYS_AGO),
    steps: script.steps,
  };
}

/** What there was to see to before he went home, and what of it is still open at home. */
function checkedBeforehand(script: Script, dueOn: Day): void {
  script.tell('dsn', 'checklist.chosen', {
    ...{ templates: ['everyChild', ...needs], owner: memberOf('ward'), dueOn },
  });
  const done = {
    bagMask: 'ベッドの右の棚',
    cannulaBox: '同じ太さ2本と1つ細いもの1本',
    batteryHours: '外部バッテリーで6時間',
  };
  for (const [checkId, evidence] of Object.entries(done))
    script.tell('ward', 'checklist.itemSet', { checkId, state: 'checkDone', evidence });
  script.tell('ward', 'checklist.itemSet', { checkId: 'circuitSpare', state: 'checkDone' });
  script.tell('dsn', 'checklist.itemSet', { checkId: 'powerDrill', state: 'underWay', owner: memberOf('dsn') });
  script.tell('dsn', 'note.addressed', {
    visibility: 'ownHouse',
    note: '停電の練習は、ご家族がそろう日に病棟の西さんと自宅で行う予定。',
  });
}
