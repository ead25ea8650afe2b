import { holidays } from './holidays.ts';
import type { ScriptedDay } from './scripted-day.ts';
import { stationCloses } from './station-closes.ts';
import { typhoon } from './typhoon.ts';

/** Days to be played through, each for itself: where one was played before, begin anew. */
export const scriptedDays: readonly ScriptedDay[] = [typhoon, holidays, stationCloses];
