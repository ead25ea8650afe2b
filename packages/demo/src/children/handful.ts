import { addDays, type Day } from '@kaerimichi/discharge';
import { entitlementsFor } from '../cast.ts';
import * as home from '../chapters/at-home.ts';
import { upToHome, upToPlan } from '../chapters/courses.ts';
import * as ward from '../chapters/in-hospital.ts';
import { municipalityCode } from '../municipality-code.ts';
import { type Script, scriptFrom } from '../script.ts';
import type { Child, Story } from '../story.ts';
import { bornFor, kodomo } from './kodomo.ts';

type Short = {
  readonly no: string;
  readonly daysAgo: number;
  readonly child: Omit<Child, 'bornOn' | 'municipality'>;
  readonly months: number;
  write(script: Script): void;
};

const attended = ['attendingDoctor', 'dischargeNurse', 'wardNurse'];

/** Four more of the children's hospital: with the six they are a world small enough to be written in a moment. */
const shorts: readonly Short[] = [
  {
    no: 'K-40417',
    daysAgo: 1,
    months: 3,
    child: {
      ...{ familyName: '木村', givenName: 'そうた', familyKana: 'きむら', givenKana: 'そうた', sex: 'male' },
      ...{ needs: ['nasalTube'], origin: 'nicu' },
    },
    write: script => script.tell('dsn', 'referral.received', { source: 'nicu' }),
  },
  {
    no: 'K-70263',
    daysAgo: 5,
    months: 30,
    child: {
      ...{ familyName: '原', givenName: 'つむぎ', familyKana: 'はら', givenKana: 'つむぎ', sex: 'female' },
      ...{ needs: ['suction', 'gastrostomy'], origin: 'ward' },
    },
    write(script) {
      ward.screening(script, kodomo);
      script.wait(3);
      script.tell('dsn', 'interview.held', {
        outcome: 'held',
        childPresent: true,
        note: '家での暮らしの希望を聞いた。',
      });
    },
  },
  {
    no: 'K-15930',
    daysAgo: 8,
    months: 64,
    child: {
      ...{ familyName: '森田', givenName: 'あおい', familyKana: 'もりた', givenKana: 'あおい', sex: 'male' },
      ...{ needs: ['oxygen'], origin: 'ward' },
    },
    write(script) {
      upToPlan(script, kodomo);
      script.tell('dsn', 'interview.completed');
      script.tell('dsn', 'inHouseConference.held', { attended });
      ward.writePlan(script, kodomo, { needs: ['oxygen'], school: false, entitlements: entitlementsFor(['oxygen']) });
    },
  },
  {
    no: 'K-88204',
    daysAgo: 90,
    months: 20,
    child: {
      ...{ familyName: '清水', givenName: 'れん', familyKana: 'しみず', givenKana: 'れん', sex: 'male' },
      ...{ needs: ['tracheostomy', 'suction'], origin: 'otherHospital' },
    },
    write(script) {
      const needs = ['tracheostomy', 'suction'] as const;
      upToHome(script, kodomo, { needs, school: false, entitlements: entitlementsFor(needs) });
      home.firstVisit(script, kodomo);
      home.followUps(script, kodomo, 2);
    },
  },
];

export const handful = (today: Day): Story[] =>
  shorts.map(({ no, daysAgo, months, child, write }) => {
    const registeredOn = addDays(today, -daysAgo);
    const script = scriptFrom(registeredOn, today);
    write(script);
    const whole = { ...child, bornOn: bornFor(today, { months }), municipality: municipalityCode('藤沢市') };
    return { no, child: whole, reason: '在宅移行の支援', registeredBy: 'dsn', registeredOn, steps: script.steps };
  });
