import { addDays, type Day, day, EARLIEST_BIRTH } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Issue } from '../problem.ts';

/** A little more than the weeks of any pregnancy, and as long after its term as a birth may stay unrecorded. */
const MOST_AHEAD = 310;
const MOST_PAST = 60;

// What is no day is another fault, told by the schema.
const known = day.optional().catch(undefined);
const given = z.looseObject({ bornOn: known, expectedOn: known });

/** Days of birth that cannot be meant, seen from today in Tokyo. */
export function birthDayIssues(body: unknown, today: Day): Issue[] {
  const { bornOn, expectedOn } = given.safeParse(body).data ?? {};
  const wrong = (path: string, message: string) => ({ path, message });
  return [
    ...(bornOn && bornOn < EARLIEST_BIRTH
      ? [wrong('bornOn', `${EARLIEST_BIRTH} より前です。 / Before ${EARLIEST_BIRTH}.`)]
      : []),
    ...(bornOn && bornOn > today ? [wrong('bornOn', 'まだ来ていない日です。 / The day has not come yet.')] : []),
    ...(expectedOn && expectedOn > addDays(today, MOST_AHEAD)
      ? [wrong('expectedOn', `${MOST_AHEAD} 日より先です。 / More than ${MOST_AHEAD} days ahead.`)]
      : []),
    ...(expectedOn && expectedOn < addDays(today, -MOST_PAST)
      ? [wrong('expectedOn', `${MOST_PAST} 日より前です。 / More than ${MOST_PAST} days past.`)]
      : []),
  ];
}
