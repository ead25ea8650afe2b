import { addDays, type Day } from '@kaerimichi/discharge';
import * as phase from './phases.ts';
import type { Step, Story } from './story.ts';
import { type Walk, walkFrom } from './walk.ts';

type Child = Omit<Story, 'steps' | 'registeredOn' | 'bornOn'> & {
  readonly ageMonths: number;
  /** Days before today on which the case was registered. */
  readonly daysAgo: number;
  readonly school?: boolean;
  readonly tell: (walk: Walk) => Step[];
};

const upToPreparation = (walk: Walk) => [
  ...phase.screening(walk),
  ...phase.interview(walk),
  ...phase.planning(walk),
  ...phase.community(walk),
  ...phase.answers(walk),
];
const upToConference = (walk: Walk) => [
  ...upToPreparation(walk),
  ...phase.training(walk),
  ...phase.equipment(walk),
  ...phase.stay(walk),
  ...phase.convene(walk),
  ...phase.conference(walk),
];
const upToHandoff = (walk: Walk) => [...upToConference(walk), ...phase.close(walk), ...phase.handoff(walk)];
const upToDischarge = (walk: Walk) => [
  ...upToHandoff(walk),
  ...phase.acceptance(walk),
  ...phase.ready(walk),
  ...phase.discharge(walk),
];
const upToStable = (walk: Walk) => [...upToDischarge(walk), ...phase.visit(walk), ...phase.followUp(walk)];

/** Six children told in full (experience.md §14) and a few quieter ones; all invented. */
const children: readonly Child[] = [
  {
    no: 'K-0151',
    familyName: '青木',
    givenName: 'ひな',
    familyKana: 'あおき',
    givenKana: 'ひな',
    sex: 'female',
    gestationWeeks: 28,
    ageMonths: 8,
    needs: ['oxygen', 'nasalTube'],
    origin: 'nicu',
    daysAgo: 21,
    tell: walk => [
      ...upToPreparation(walk),
      ...phase.training(walk).slice(0, 1),
      walk.step(20, 'dsn', 'hold.added', {
        holdId: 'hold1',
        code: 'familyCircumstances',
        owner: 'dsn',
        recheckOn: walk.at(24),
        note: '父の夜勤が続いている。',
      }),
    ],
  },
  {
    no: 'K-0142',
    familyName: '石井',
    givenName: 'そら',
    familyKana: 'いしい',
    givenKana: 'そら',
    sex: 'female',
    gestationWeeks: 36,
    ageMonths: 14,
    needs: ['tracheostomy', 'ventilator', 'oxygen'],
    origin: 'nicu',
    daysAgo: 38,
    tell: walk => [
      ...upToConference(walk),
      walk.step(35, 'dsn', 'hold.added', {
        holdId: 'hold1',
        code: 'equipment',
        owner: 'dsn',
        recheckOn: walk.at(39),
        note: '予備の回路を待っている。',
      }),
      walk.step(36, 'dsn', 'conference.planned', {
        conferenceId: 'k2',
        conferenceKind: 'joint',
        plannedOn: walk.at(40),
      }),
    ],
  },
  {
    no: 'K-0120',
    familyName: '大野',
    givenName: 'りく',
    familyKana: 'おおの',
    givenKana: 'りく',
    sex: 'male',
    ageMonths: 110,
    needs: ['niv', 'gastrostomy'],
    origin: 'ward',
    daysAgo: 300,
    school: true,
    tell: walk => [
      ...upToStable(walk),
      walk.step(290, 'dsn', 'evaluation.requested', {
        evaluationId: 'e1',
        purposes: ['careReview', 'familyRest'],
        from: walk.at(296),
        to: walk.at(303),
      }),
      walk.step(292, 'dsn', 'evaluation.bedHeld', { evaluationId: 'e1', from: walk.at(296), to: walk.at(303) }),
      walk.step(296, 'doctor', 'evaluation.admitted', { evaluationId: 'e1', origin: 'home' }),
    ],
  },
  {
    no: 'K-0098',
    familyName: '上野',
    givenName: 'みお',
    familyKana: 'うえの',
    givenKana: 'みお',
    sex: 'female',
    ageMonths: 50,
    needs: ['gastrostomy', 'suction'],
    origin: 'ward',
    daysAgo: 42,
    tell: walk => [
      ...upToHandoff(walk),
      ...[2, 3, 6].map(section => walk.step(38, 'hvn', 'handoff.sectionConfirmed', { handoffId: 'h1', section })),
      walk.step(39, 'hvn', 'handoff.asked', {
        handoffId: 'h1',
        questionId: 'q1',
        section: 5,
        question: '固定水の量は4mLでよいですか。製品の表示と違います。',
      }),
    ],
  },
  {
    no: 'K-0077',
    familyName: '江口',
    givenName: 'はる',
    familyKana: 'えぐち',
    givenKana: 'はる',
    sex: 'male',
    ageMonths: 74,
    needs: ['tracheostomy', 'ventilator'],
    origin: 'ward',
    daysAgo: 43,
    school: true,
    tell: walk => [...upToDischarge(walk), walk.step(43, 'hvn', 'firstVisit.begun')],
  },
  {
    no: 'K-0031',
    familyName: '加藤',
    givenName: 'ゆい',
    familyKana: 'かとう',
    givenKana: 'ゆい',
    sex: 'female',
    ageMonths: 187,
    needs: ['niv'],
    origin: 'ward',
    daysAgo: 400,
    school: true,
    tell: walk => [
      ...upToStable(walk),
      walk.step(300, 'dsn', 'adult.opened'),
      walk.step(310, 'coord', 'readiness.answered', { by: 'family' }),
      walk.step(311, 'coord', 'readiness.answered', { by: 'young' }),
      walk.step(320, 'coord', 'adult.serviceMapped', { service: 'neurology', state: 'candidate' }),
    ],
  },
  {
    familyName: '木村',
    givenName: 'そうた',
    familyKana: 'きむら',
    givenKana: 'そうた',
    sex: 'male',
    ageMonths: 3,
    needs: ['nasalTube'],
    origin: 'nicu',
    daysAgo: 1,
    tell: walk => phase.screening(walk).slice(0, 1),
  },
  {
    familyName: '原',
    givenName: 'つむぎ',
    familyKana: 'はら',
    givenKana: 'つむぎ',
    sex: 'female',
    ageMonths: 30,
    needs: ['suction', 'gastrostomy'],
    origin: 'ward',
    daysAgo: 5,
    tell: walk => [...phase.screening(walk), ...phase.interview(walk).slice(0, 1)],
  },
  {
    familyName: '森田',
    givenName: 'あおい',
    familyKana: 'もりた',
    givenKana: 'あおい',
    sex: 'male',
    ageMonths: 64,
    needs: ['oxygen'],
    origin: 'ward',
    daysAgo: 7,
    tell: walk => [...phase.screening(walk), ...phase.interview(walk), ...phase.planning(walk).slice(0, 2)],
  },
  {
    familyName: '清水',
    givenName: 'れん',
    familyKana: 'しみず',
    givenKana: 'れん',
    sex: 'male',
    ageMonths: 20,
    needs: ['tracheostomy', 'suction'],
    origin: 'otherHospital',
    daysAgo: 120,
    tell: walk => [...upToDischarge(walk), ...phase.visit(walk), ...phase.followUp(walk).slice(0, 2)],
  },
];

/** The stories with their days, relative to the day of seeding. */
export function demoStories(today: Day): Story[] {
  return children.map(({ ageMonths, daysAgo, school = false, tell, ...child }) => {
    const registeredOn = addDays(today, -daysAgo);
    const walk = walkFrom(registeredOn, { needs: child.needs, school });
    const bornOn = addDays(today, -Math.round(ageMonths * 30.44));
    return { ...child, bornOn, registeredOn, steps: tell(walk).filter(({ on }) => on <= today) };
  });
}
