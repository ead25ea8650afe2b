import { addDays } from '@kaerimichi/rules/calendar';
import type { Day } from '../vocabulary.ts';
import type { HandoffStatus } from './status.ts';

/** Within so many hours the other side answers; shown to both ends, it holds nothing back (experience.md §5.11). */
export const REPLY_HOURS = 48;

/** Whose turn a handoff is; null: it is decided. */
export function sideToMove(status: HandoffStatus): 'sender' | 'receiver' | null {
  if (status === 'draft' || status === 'questioned') return 'sender';
  return status === 'sent' || status === 'opened' || status === 'answered' ? 'receiver' : null;
}

/** The instant until which an answer is hoped for, from the one at which the turn came. */
export const replyDueAt = (turnedAt: string, hours: number = REPLY_HOURS): string =>
  new Date(Date.parse(turnedAt) + hours * 3_600_000).toISOString();

/** The same to the day, where no more is known than the day on which the turn came. */
export const replyDueOn = (turnedOn: Day): Day => addDays(turnedOn, REPLY_HOURS / 24);
