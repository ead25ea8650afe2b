import type { CaseView } from '@kaerimichi/contracts';
import { parseDay } from '../../parts/parse-day.ts';
import { itemsOf } from '../form/items-of.ts';
import { textOf, type Values } from '../form/values.ts';

/** Day for which the meeting of a form is planned, where it is later than the day on which the form says it was held. */
export function plannedAhead(view: Pick<CaseView, 'facts'>, values: Values, today: string): string | null {
  const id = textOf(values.conferenceId);
  const planned = itemsOf(view, 'conferences').find(meeting => meeting.id === id)?.plannedOn;
  const heldOn = parseDay(textOf(values.occurredOn), today) ?? today;
  return typeof planned === 'string' && planned > heldOn ? planned : null;
}
