import type { CaseFacts } from './facts.ts';
import { stageMetas } from './position.ts';
import type { stageOrder } from './stage-order.ts';

/**
 * The way home in five steps, as a family is told it: 1 talking it over, 2 getting ready, 3 arranging the day, 4 going
 * home and the first visit, 5 living at home.
 */
export type FamilyStep = 1 | 2 | 3 | 4 | 5;

type OnTheWay = (typeof stageOrder)[number];

const stepOfStage: Readonly<Record<OnTheWay | 'readmission', FamilyStep>> = {
  screening: 1,
  familyInterview: 1,
  planning: 1,
  preparing: 2,
  trialStay: 2,
  jointConference: 3,
  readyForDischarge: 3,
  discharged: 4,
  firstVisit: 4,
  followUp: 5,
  stableAtHome: 5,
  // A child that is in hospital again for a while has its home all the same.
  readmission: 5,
};

/** Where a family is on the way; null once the case is closed. An evaluation lies where the child came from. */
export function familyStepOf(stage: string, { evaluations }: Pick<CaseFacts, 'evaluations'>): FamilyStep | null {
  if (stage === 'evaluationAdmission') return evaluations.at(-1)?.origin === 'ward' ? 3 : 5;
  return new Map<string, FamilyStep>(Object.entries(stepOfStage)).get(stage) ?? null;
}

/** Every stage in which a family is told where it stands. */
export const familyStages: readonly string[] = [...stageMetas.keys()].filter(stage => stage !== 'closed');
