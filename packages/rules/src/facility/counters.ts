import type { Day } from '../calendar/meant-day.ts';
import { askCounter, type Counter, type CounterAnswer, type FacilityCounts } from './counter.ts';
import { partnersMet } from './partners.ts';
import { plannerContacts } from './planner-contacts.ts';
import { screenedWithin3, screenedWithin7 } from './screenings.ts';
import { conferencesOfThree } from './three-parties.ts';

/** What a house counts of itself, one line each. */
export const counters: readonly Counter[] = [
  partnersMet,
  plannerContacts,
  screenedWithin3,
  screenedWithin7,
  conferencesOfThree,
];

/** Every counter of the revision in force on a day. */
export const askCounters = (counts: FacilityCounts, on: Day): CounterAnswer[] =>
  counters.flatMap(counter => askCounter(counter, counts, on) ?? []);
