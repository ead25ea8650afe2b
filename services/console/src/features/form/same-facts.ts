import type { EventBody } from '../../api/send-event.ts';
import { isSame } from './is-same.ts';
import type { FieldSpec } from './schema.ts';

/** What somebody else recorded; no body where the viewer may not read it. */
export type Past = { readonly type: string; readonly body: Readonly<Record<string, unknown>> | null };

/** Fields that say which of several facts of a kind is meant, where no id does: one skill of one caregiver. */
export const whichOfSeveral: Readonly<Record<string, readonly string[]>> = {
  'skill.assessed': ['procedure', 'caregiver'],
  'skill.selfRated': ['procedure', 'caregiver'],
  'drill.held': ['drill', 'caregiver'],
  'device.tried': ['kind', 'trialNo'],
  'entitlement.updated': ['kind'],
  'contacts.recorded': ['when'],
  'followUp.evaluated': ['point'],
  'readiness.answered': ['by'],
  'adult.serviceMapped': ['service'],
  'adult.visitHeld': ['service'],
  'visit.recorded': ['side'],
  'visit.signed': ['side'],
  'handoff.sectionConfirmed': ['section'],
};
/** Events of different kinds that write one fact, the child's care needs. */
const withNeeds = ['plan.written', 'factors.recorded'];
/** References to what is no fact of the case. */
const outside = ['orgs', 'members'];

/** Fields of an event that name the item it is about; they say where, not what, and are nobody's choice. */
export function itemFieldsOf(type: string, fields: readonly FieldSpec[]): string[] {
  const ids = fields.filter(field => field.kind === 'newId' || (field.kind === 'item' && !outside.includes(field.ref)));
  return [...ids.map(({ name }) => name), ...(whichOfSeveral[type] ?? [])];
}

/** Whether what somebody recorded meanwhile touches the facts that this event is about. */
export function touchesSameFacts(mine: EventBody, past: Past, items: readonly string[]): boolean {
  // What a correction takes back may be anything.
  if (past.type === 'entry.corrected') return true;
  const { body } = past;
  if (past.type === mine.type) return body === null || items.every(name => isSame(mine[name], body[name]));
  if (withNeeds.includes(past.type) && withNeeds.includes(mine.type)) return true;
  const ids = items.filter(name => name.endsWith('Id') && mine[name] !== undefined);
  return body !== null && ids.some(name => isSame(mine[name], body[name]));
}
