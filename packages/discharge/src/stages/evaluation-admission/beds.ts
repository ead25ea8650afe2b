import { addDays, daysBetween } from '@kaerimichi/rules/calendar';
import { type Deadline, deadlineRow } from '../../deadline-kinds.ts';
import type { CaseFacts } from '../../facts.ts';
import { type Day, itemId } from '../../vocabulary.ts';

type Evaluation = CaseFacts['evaluations'][number];

/** Longest stay for which days of a bed are kept: longer ones are admissions of another kind, and find a bed on the ward. */
export const BED_NIGHTS = 31;

const holdsBed = ({ status }: Evaluation): boolean => ['bedHeld', 'admitted', 'evaluated'].includes(status);

/**
 * One row for each day of a bed that a case holds, and one while it waits for a bed. They ask nobody for anything: that a
 * bed is held once a day is a constraint on these rows (docs/decisions/046), and a death or a closing gives it back as
 * it ends every other deadline.
 */
export const bedRows = ({ evaluations }: CaseFacts): Deadline[] =>
  evaluations.flatMap(evaluation => [...daysOf(evaluation), ...waitOf(evaluation)]);

function daysOf(evaluation: Evaluation): Deadline[] {
  const { bed, from, to } = evaluation;
  if (!bed || !from || !to || !holdsBed(evaluation)) return [];
  const nights = Math.min(Math.max(daysBetween(from, to), 0), BED_NIGHTS);
  return Array.from({ length: nights + 1 }, (_, at) => {
    const on = addDays(from, at);
    return deadlineRow('bedDay', bedRef(bed.house, bed.no, on), on);
  });
}

const waitOf = ({ id, status, waiting }: Evaluation): Deadline[] =>
  waiting && status === 'requested' ? [deadlineRow('bedWait', `${waiting.house}.${id}`, waiting.since)] : [];

/** How a day of a bed is called in its row: no id holds a full stop. */
const bedRef = (house: string, no: number, on: Day): string => `${house}.${no}.${on}`;

/** The bed that a row is about; null: no row of a bed. */
export function bedOfRef(ref: string): { readonly house: string; readonly no: number } | null {
  const [house = '', no = ''] = ref.split('.');
  return itemId.safeParse(house).success && /^\d+$/.test(no) ? { house, no: Number(no) } : null;
}
