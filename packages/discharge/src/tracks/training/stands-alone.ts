import type { CaseFacts } from '../../facts.ts';
import type { Day } from '../../vocabulary.ts';

type Skill = Pick<CaseFacts['skills'][number], 'level' | 'lapsedOn' | 'until'>;

const ALONE = 4;

/** Whether somebody does a procedure alone on a day: assessed so, and not to be checked again by then. */
export const standsAlone = ({ level, lapsedOn, until }: Skill, on: Day): boolean =>
  level === ALONE && !lapsedOn && !(until && until < on);
