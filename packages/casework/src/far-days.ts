import { addMonths, type Day } from '@kaerimichi/discharge';
import type { Issue } from './to-issues.ts';

/** As far as plans of a child reach. */
const MOST_MONTHS = 240;

/** What is wrong with a day that a plan is asked about: it has passed, or lies further ahead than any plan. */
export function farDay(path: string, on: Day | undefined, today: Day): Issue[] {
  if (on === undefined || (on >= today && on <= addMonths(today, MOST_MONTHS))) return [];
  const message = on < today ? passed : tooFar;
  return [{ path, message }];
}

const passed = { ja: 'きょうか、きょうより後の日にしてください。', en: 'Today or later, please.' };
const tooFar = { ja: '20年より先の日です。', en: 'The day lies more than 20 years ahead.' };
