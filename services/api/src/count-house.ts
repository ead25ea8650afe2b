import { type CountedCase, countFacility, type FacilityCounted, parseEventBytes } from '@kaerimichi/casework';
import { addDays, addMonths, type Day, startOfTokyoDay } from '@kaerimichi/discharge';
import type { CountedType } from '@kaerimichi/store';
import type { ApiPorts } from './ports.ts';

/** A year of a large hospital: some five hundred cases with a dozen such events each. */
const MOST_READ = 10_000;
const held: readonly CountedType[] = [
  'conference.held',
  'factors.recorded',
  'readmission.begun',
  'evaluation.admitted',
  'entry.corrected',
  'move.undone',
];

export type HousePeriod = { readonly from: Day; readonly until: Day };

/** The year up to a day, which is in it. */
export const yearUntil = (until: Day): HousePeriod => ({ from: addDays(addMonths(until, -12), 1), until });

/** What an organisation counts of the cases that it leads: what was recorded of them in the year, and their teams. */
export async function countHouse(
  { countedEvents }: ApiPorts['store'],
  org: string,
  period: HousePeriod,
): Promise<FacilityCounted> {
  const since = startOfTokyoDay(period.from);
  const rows = await countedEvents.listLed(org, { types: held, since, limit: MOST_READ });
  const ids = [...new Set(rows.map(({ caseId }) => caseId))];
  // A conference may have been planned before the year began.
  const [planned, teams] = await Promise.all([
    countedEvents.listOf(ids, ['conference.planned']),
    countedEvents.teamsOf(ids),
  ]);
  const cases = new Map<string, CountedCase>(teams.map(({ caseId, team }) => [caseId, { team, events: [] }]));
  for (const { caseId, payload } of [...planned, ...rows]) {
    const one = cases.get(caseId);
    const event = parseEventBytes(payload);
    // What was held before the lead came here is the figure of another house.
    if (one && event.by.org === org) cases.set(caseId, { ...one, events: [...one.events, event] });
  }
  const inOrder = [...cases.values()].map(({ team, events }) => ({
    team,
    events: [...events].sort((a, b) => a.seq - b.seq),
  }));
  return countFacility(inOrder, period);
}
