import { stageMetas } from '../position.ts';
import { aCase, type Story } from './a-case.ts';

/** Ends other than the one that the usual way leads to, in the words of whoever closes. */
const early = {
  withdrawn: 'ご家族の希望で取り下げ',
  noSupportNeeded: '支援は不要と判断',
  transferredToHospital: '圏外の病院へ転院',
  facility: '施設に入所',
  movedOut: '県外へ転居',
} as const;

/** A move that is taken back within its ten seconds leaves the case where it was: so one child tells of many. */
function takenBack(child: Story, by: string, type: string, body: object): Story {
  child.sends(by, type, { ...body });
  return child.sends(by, 'move.undone', { seq: child.seq() }, { seconds: 5 });
}

/** From where a child stands every early end, each taken back, and the death that is not. */
function everyEnding(child: Story): Story {
  for (const [how, reason] of Object.entries(early)) takenBack(child, 'dsn', 'case.closed', { how, reason });
  return child.sends('doctor', 'child.died', { place: 'hospital' });
}

/** A child in each stage, its own facts recorded, so that an end asks for nothing more. */
const standing: Readonly<Record<string, () => Story>> = {
  screening: () => aCase(),
  familyInterview: () => aCase().goesTo('familyInterview'),
  planning: () => aCase().goesTo('planning'),
  preparing: () => aCase().goesTo('preparing'),
  trialStay: () =>
    aCase().sends('dsn', 'case.adopted', {
      ...{ stage: 'trialStay', since: '@-1', source: 'paper', stay: { id: 's1', from: '@-1', to: '@1' } },
    }),
  jointConference: () => aCase().goesTo('jointConference'),
  readyForDischarge: () => aCase().goesTo('readyForDischarge').prepares(),
  discharged: () => aCase().goesTo('discharged'),
  firstVisit: () => aCase().goesTo('firstVisit'),
  followUp: () => aCase().goesTo('followUp'),
  stableAtHome: () => aCase().goesTo('stableAtHome'),
  evaluationAdmission: () =>
    aCase()
      .goesTo('stableAtHome')
      .sends('dsn', 'evaluation.requested', { evaluationId: 'e1', purposes: ['familyRest'] })
      .sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'home' }),
  readmission: () => aCase().goesTo('followUp').sends('dsn', 'readmission.begun', { planned: false, cause: '肺炎' }),
};

const withStay = { stay: { id: 's1', from: '@-1', to: '@1' } };
const adopted = ['screening', 'familyInterview', 'planning', 'preparing', 'trialStay', 'jointConference'] as const;
const adoptedLater = ['readyForDischarge', 'discharged', 'firstVisit', 'followUp', 'stableAtHome'] as const;

const kebab = (stage: string): string => stage.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** Where a case ends before its time, and where it may be taken over from: each arrow of the chart at least once. */
export const storiesOfEarlyEndings: Readonly<Record<string, () => Story>> = {
  ...Object.fromEntries(
    Object.entries(standing).map(([stage, stand]) => [`every-ending-of-${kebab(stage)}`, () => everyEnding(stand())]),
  ),
  'adopted-into-every-stage': () => {
    const child = aCase();
    for (const stage of [...adopted, ...adoptedLater])
      takenBack(child, 'dsn', 'case.adopted', {
        ...{ stage, since: '@-1', source: 'paper' },
        ...(stage === 'trialStay' ? withStay : {}),
      });
    return child.goesTo('familyInterview');
  },
};

/** Stages of which no story here tells an early end: none, or the chart has a new one. */
export const untoldStages = (): string[] =>
  [...stageMetas.keys()].filter(stage => stage !== 'closed' && !Object.hasOwn(standing, stage));
