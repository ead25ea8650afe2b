import { addDays, addMonths, type Day } from '@kaerimichi/discharge';
import type { Cast } from '../cast.ts';

/** Who cares for the children that the story is about. */
export const kodomo: Cast = {
  nurse: 'dsn',
  doctor: 'doctor',
  ward: 'ward',
  station: { org: 'org-nozomi', by: 'hvn' },
  clinic: { org: 'org-hidamari', by: null },
  others: [],
  hub: true,
};

/** The same for those who go to school: it and the welfare planner take part. */
export const kodomoAtSchool: Cast = {
  ...kodomo,
  others: [
    { org: 'org-gakko', by: 'school', part: 'school' },
    { org: 'org-soudan', by: 'planner', part: 'supportPlanner' },
  ],
};

/** A birthday some days ago, so that the age stands for the whole month to come but those days. */
const SINCE_BIRTHDAY = 5;

/** The day on which somebody of this age was born. */
export const bornFor = (today: Day, { years = 0, months = 0 }: { years?: number; months?: number }): Day =>
  addDays(addMonths(today, -(12 * years + months)), -SINCE_BIRTHDAY);
