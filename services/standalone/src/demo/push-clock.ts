import { type Day, daysBetween, tokyoDay } from '@kaerimichi/discharge';
import type { DeskPorts } from './open-demo-desk.ts';

/**
 * Has the clock of the whole program run ahead to a later day; the same day where it is none, and the day it is then. The
 * deployment keeps it, so that a start goes on where the demo was. Whoever is signed in stays so.
 */
export async function pushClock({ store, clock }: DeskPorts, to: Day): Promise<Day> {
  const days = daysBetween(tokyoDay(clock.now()), to);
  if (days > 0) {
    await store.deployment.runAhead(clock.aheadDays() + days);
    // First the rows: a session that is read in between is only seen later than it was.
    await store.sessions.runAhead(days);
    clock.runAhead(clock.aheadDays() + days);
    await store.sessions.lookAgain();
  }
  return tokyoDay(clock.now());
}
