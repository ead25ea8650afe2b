import { daysBetween } from '@kaerimichi/discharge';

export type Deadline = {
  readonly kind: 'overdue' | 'today' | 'soon' | 'due' | 'none';
  /** Days overdue or left; 0 today and without a deadline. */
  readonly days: number;
};

/** From this many days on a deadline is 「あとn日」. */
const SOON_DAYS = 3;

export function deadlineOf(on: string | undefined, today: string): Deadline {
  if (on === undefined) return { kind: 'none', days: 0 };
  const days = daysBetween(today, on);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today', days };
  return { kind: days <= SOON_DAYS ? 'soon' : 'due', days };
}
