import type { CaseFacts } from '../../facts.ts';
import { type Day, teamFunctions } from '../../vocabulary.ts';

export type Skill = CaseFacts['skills'][number];

/** 見守り: whoever does a procedure watched has done it. */
const WATCHED = 3;
export const ALONE = 4;

/** Who learns beside the family: school nurses, helpers. Whoever lives with the child is not relieved by them. */
export const outsideLearners = ['schoolNurse', 'teacher', 'helper', 'careStaff'] as const;

const withoutNumber = (learner: string): string => learner.replace(/-\d+$/, '');

const ofTheTeam: readonly string[] = [
  ...outsideLearners,
  ...teamFunctions.filter(part => part !== 'family' && part !== 'child'),
];

/** Whether a learner lives with the child, as far as its code says: `mother`, `grandparent-2`; nobody of the team. */
export const isOfFamily = (learner: string): boolean => !ofTheTeam.includes(withoutNumber(learner));

/**
 * Whether somebody does a procedure alone on a day: assessed so, seen twice, on the device that is there now, and not to
 * be checked again by then.
 */
export const standsAlone = (
  {
    level,
    lapsedOn,
    until,
    firstBy,
    otherModel,
  }: Pick<Skill, 'level' | 'lapsedOn' | 'until' | 'firstBy' | 'otherModel'>,
  on: Day,
): boolean => level === ALONE && !firstBy && !otherModel && !lapsedOn && !(until && until < on);

/** Assessed as alone, and a second nurse, or another day, is waited for. */
export const awaitsSecond = ({ level, firstBy }: Pick<Skill, 'level' | 'firstBy'>): boolean =>
  level === ALONE && firstBy !== undefined;

type Assessed = { readonly on: Day; readonly person: string };

/**
 * Whether 「ひとりで」 counts with this assessment (experience.md §5.8): a second nurse saw it too, or the caregiver was seen
 * to do it on an earlier or later day, watched at least. What was learnt on another device counts for nothing.
 */
export function isSeenTwice(before: Skill | undefined, now: Assessed): boolean {
  if (!before || before.otherModel || before.level < WATCHED) return false;
  if (before.on !== now.on) return true;
  return before.level === ALONE && before.firstBy !== now.person;
}

/** One cell of the matrix: a procedure that somebody does on a device, or on whatever there is. */
type Cell = Pick<Skill, 'procedure' | 'caregiver' | 'deviceModel'>;

/** By which a deadline names a cell. */
export const skillRef = ({ procedure, caregiver, deviceModel }: Cell): string =>
  [procedure, caregiver, ...(deviceModel ? [deviceModel] : [])].join('.');

/** What was assessed before in a cell; before a device was named, on whatever there was. */
export function assessedBefore(skills: readonly Skill[], cell: Cell): Skill | undefined {
  const own = skills.filter(skill => skill.procedure === cell.procedure && skill.caregiver === cell.caregiver);
  return (
    own.find(skill => skill.deviceModel === cell.deviceModel) ?? own.find(skill => skill.deviceModel === undefined)
  );
}
