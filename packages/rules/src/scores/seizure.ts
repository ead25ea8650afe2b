import { addMonths } from '../calendar/day.ts';
import { type Remark, remark } from '../remark.ts';
import type { MedicalCareFacts } from './medical-care-facts.ts';

/** Whether seizure rescue counts: instructed by a physician, and an attack within about a year (項目14の注). */
export type SeizureReading = {
  readonly counts: boolean;
  readonly needsReview: readonly Remark[];
  readonly notes: readonly Remark[];
};

const YEAR = 12;
/** 「概ね1年以内」: beyond a year and up to here the physician judges. */
const ABOUT_A_YEAR = 14;

export function readSeizure({ seizure, assessedOn }: MedicalCareFacts): SeizureReading {
  if (!seizure) return { counts: true, needsReview: [unknown], notes: [] };
  if (!seizure.physicianInstruction) return { counts: false, needsReview: [], notes: [notInstructed] };
  const since = (months: number) => seizure.lastAttackOn >= addMonths(assessedOn, -months);
  if (since(YEAR)) return { counts: true, needsReview: [], notes: [] };
  if (since(ABOUT_A_YEAR)) return { counts: false, needsReview: [about], notes: [] };
  return { counts: false, needsReview: [], notes: [longAgo] };
}

const unknown = remark(
  'seizureConditions',
  '項目14は、医師から発作時の指示があり、過去おおむね1年以内に発作がある場合だけ数えます。どちらも確かめてください。',
  'Item 14 counts only with a physician’s instruction and an attack within about a year: check both.',
);
const notInstructed = remark(
  'seizureNotInstructed',
  '医師から発作時の処置の指示がないため、項目14は数えていません。',
  'Item 14 is not counted: no physician’s instruction for attacks.',
);
const about = remark(
  'seizureAboutAYear',
  '最後の発作から1年を少し過ぎています。「概ね1年以内」にあたるかは医師が判断します（いまは数えていません）。',
  'The last attack is a little more than a year ago: whether this is about a year is for the physician (not counted now).',
);
const longAgo = remark(
  'seizureLongAgo',
  '最後の発作がおおむね1年より前のため、項目14は数えていません。',
  'Item 14 is not counted: the last attack is more than about a year ago.',
);
