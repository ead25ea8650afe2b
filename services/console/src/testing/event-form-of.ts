import type { Pathway } from '@kaerimichi/contracts';
import { describePathway } from '@kaerimichi/discharge/chart';

const { events } = describePathway();

/** What the pathway says of an event's form. */
export function eventFormOf(type: string): Pathway['events'][number]['form'] {
  const event = events.find(other => other.type === type);
  if (!event) throw new Error(`no event ${type}`);
  return event.form;
}
