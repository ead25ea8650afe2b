import { addDays, addMonths } from '@kaerimichi/rules/calendar';
import type { CaseFacts } from '../../facts.ts';
import { homeSince } from '../../home-since.ts';
import type { Day } from '../../vocabulary.ts';
import { type AskedPoint, askedPoints } from './asked-points.ts';

/** A family is asked from two weeks before the day: at home it is answered when there is a quiet hour. */
const DAYS_BEFORE = 14;
/** And for two months at most after month 6: whoever did not answer by then is not asked for ever. */
const DAYS_AFTER = 60;

const months: Readonly<Record<AskedPoint, number>> = { month1: 1, month3: 3, month6: 6 };

/** The month after the discharge about which a family is asked on a day; null: about none, or no more. */
export function askedPoint(facts: CaseFacts, on: Day): AskedPoint | null {
  const since = homeSince(facts);
  if (facts.closing || since === null) return null;
  const dueOf = (point: AskedPoint) => addMonths(since, months[point]);
  const last = askedPoints.at(-1);
  if (last && on > addDays(dueOf(last), DAYS_AFTER)) return null;
  return askedPoints.findLast(point => addDays(dueOf(point), -DAYS_BEFORE) <= on) ?? null;
}
