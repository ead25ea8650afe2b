import type { TaskChange } from '@kaerimichi/contracts';
import { parseDay } from '../../parts/parse-day.ts';
import { parseTime } from '../../parts/parse-time.ts';

/** What is typed in the sheet that changes tasks. */
export type ChangeValues = {
  readonly owner: string;
  readonly isForGood: boolean;
  readonly untilDay: string;
  /** As typed; `parseTime` reads it. */
  readonly untilTime: string;
  readonly note: string;
  readonly dueOn: string;
  readonly reason: string;
};

export type ChangeKind = TaskChange['is'];

/** Why a change cannot be sent as it is; null: it can. */
type WhyNotYet = 'owner' | 'until' | 'day' | 'reason' | null;

/** The change as it is sent, or what is missing. Times are Japanese ones. */
export function changeOf(
  is: ChangeKind,
  { owner, isForGood, untilDay, untilTime, note, dueOn, reason }: ChangeValues,
  today: string,
): { readonly change: TaskChange } | { readonly missing: NonNullable<WhyNotYet> } {
  if (is === 'due') {
    const day = parseDay(dueOn, today);
    if (!day || day < today) return { missing: 'day' };
    return reason.trim() === '' ? { missing: 'reason' } : { change: { is, dueOn: day, reason: reason.trim() } };
  }
  if (owner === '') return { missing: 'owner' };
  const said = note.trim() === '' ? {} : { note: note.trim() };
  if (isForGood) return { change: { is, owner, ...said } };
  const returnsAt = instantOf(parseDay(untilDay, today), parseTime(untilTime));
  return returnsAt ? { change: { is, owner, returnsAt, ...said } } : { missing: 'until' };
}

function instantOf(day: string | null, time: string | null): string | null {
  if (!day || !time) return null;
  return new Date(`${day}T${time}:00.000+09:00`).toISOString();
}
