import type { LoadedCase } from '@kaerimichi/casework';
import type { Day, Words } from '@kaerimichi/discharge';

export type ScriptedDayId = 'typhoon' | 'holidays' | 'stationCloses';

/** Today, and the day on which the scripted day began in this world; null: nothing of it has happened yet. */
export type DayTimes = { readonly today: Day; readonly begun: Day | null };

/** What somebody does in one case or in many, as long as it is due there. */
export type DayAct = {
  /** By the name to sign in with. */
  readonly by: string;
  readonly type: string;
  /** Whether it is still to be done in a case as it stands: what a day has come to, the cases themselves say. */
  readonly isDue: (loaded: LoadedCase, times: DayTimes) => boolean;
  readonly body: (loaded: LoadedCase, times: DayTimes) => Readonly<Record<string, unknown>>;
};

/** What happens by one press: a day that comes, things that people do, or both. */
export type DayStep = {
  readonly what: Words;
  /** What to look at then. */
  readonly look: Words;
  /** Until when the clock is pushed first, counted from the day on which all began. */
  readonly pushTo?: (begun: Day) => Day;
  /** What somebody tries before, and is refused: its reasons are what is to be seen. */
  readonly tried?: DayAct;
  readonly acts: readonly DayAct[];
};

/** A day that goes otherwise than planned, played through by everybody whom it concerns (docs/decisions/034). */
export type ScriptedDay = {
  readonly id: ScriptedDayId;
  readonly title: Words;
  readonly about: Words;
  /** On which day it began in this world, as its cases say. */
  readonly begunOn: (cases: readonly LoadedCase[]) => Day | null;
  readonly steps: readonly DayStep[];
};
