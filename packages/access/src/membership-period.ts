import type { Day } from '@kaerimichi/discharge';

/** First and last day of a membership; `untilOn` null: open. */
export type MembershipPeriod = { readonly fromOn: Day; readonly untilOn: Day | null };

/** Whether a membership is over on a day; one that only begins later is not. */
export const isOver = ({ untilOn }: Pick<MembershipPeriod, 'untilOn'>, day: Day): boolean =>
  untilOn !== null && untilOn < day;

/** Whether a membership holds on a day, its first and last ones included. */
export const holdsOn = (period: MembershipPeriod, day: Day): boolean => period.fromOn <= day && !isOver(period, day);
