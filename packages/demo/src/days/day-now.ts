import type { LoadedCase } from '@kaerimichi/casework';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import { type Moment, type ToSend, whyNot } from '../happenings/why-not.ts';
import type { DayAct, DayStep, DayTimes, ScriptedDay } from './scripted-day.ts';

/** Of one child something of a day does not happen: it does not fit what others made of the case. */
export type LeftOut = { readonly no: string; readonly child: string; readonly why: Words };

/** How far a scripted day has come, as the cases and the clock say: nothing of it is kept anywhere else. */
export type DayNow = {
  readonly done: number;
  readonly all: number;
  readonly times: DayTimes;
  /** null: it is over, or nothing that is left can happen. */
  readonly next: DayStep | null;
  /** Of the steps before the next one, what did not happen. */
  readonly leftOut: readonly LeftOut[];
};

/** Looks where a scripted day stands among cases of the world. What is done already, or cannot be, is passed over. */
export function dayNow(day: ScriptedDay, cases: readonly LoadedCase[], moment: Moment): DayNow {
  const times = timesOf(day, cases, moment);
  const leftOut: LeftOut[] = [];
  for (const [done, step] of day.steps.entries()) {
    const isPushed = isToPush(step, times);
    const due = step.acts.flatMap(act => dueIn(act, cases, times));
    const hindered = due.map(one => ({ ...one, why: whyNot(toSend(one.act, one.loaded, times), one.loaded, moment) }));
    const isFirst = done === 0 || times.begun !== null;
    if (isFirst && (isPushed || hindered.some(({ why }) => why === null)))
      return { done, all: day.steps.length, times, next: step, leftOut };
    leftOut.push(...hindered.flatMap(({ loaded, why }) => (why ? [{ ...namesOf(loaded), why }] : [])));
  }
  return { done: day.steps.length, all: day.steps.length, times, next: null, leftOut };
}

export const timesOf = (day: ScriptedDay, cases: readonly LoadedCase[], { at }: Pick<Moment, 'at'>): DayTimes => ({
  today: tokyoDay(at),
  begun: day.begunOn(cases),
});

/** Whether the day of a step is still to come. */
export const isToPush = ({ pushTo }: DayStep, { today, begun }: DayTimes): boolean =>
  pushTo !== undefined && begun !== null && pushTo(begun) > today;

const dueIn = (act: DayAct, cases: readonly LoadedCase[], times: DayTimes) =>
  cases.filter(loaded => act.isDue(loaded, times)).map(loaded => ({ act, loaded }));

/** An act as it would be sent. */
export const toSend = ({ by, type, body }: DayAct, loaded: LoadedCase, times: DayTimes): ToSend => ({
  by,
  sent: { type, ...body(loaded, times) },
});

export const namesOf = ({ no, identity }: LoadedCase) => ({
  no,
  child: [identity.familyName, identity.givenName].filter(Boolean).join(' '),
});
