import type { z } from 'zod';
import { checklistEvents } from './checklists/events.ts';
import { documentEvents } from './documents/events.ts';
import type { EventDefinition } from './event.ts';
import { everywhereEvents } from './everywhere/events.ts';
import { handoffEvents } from './handoff/events.ts';
import type { Region } from './region.ts';
import { closedEvents, griefEvents } from './stages/closed/events.ts';
import { mergeEvents } from './stages/closed/merge-events.ts';
import { dischargedEvents } from './stages/discharged/events.ts';
import { evaluationEvents } from './stages/evaluation-admission/events.ts';
import { familyInterviewEvents } from './stages/family-interview/events.ts';
import { firstVisitEvents } from './stages/first-visit/events.ts';
import { followUpEvents } from './stages/follow-up/events.ts';
import { jointConferenceEvents } from './stages/joint-conference/events.ts';
import { planningEvents } from './stages/planning/events.ts';
import { preparingEvents } from './stages/preparing/events.ts';
import { readmissionEvents } from './stages/readmission/events.ts';
import { readyForDischargeEvents } from './stages/ready-for-discharge/events.ts';
import { screeningEvents } from './stages/screening/events.ts';
import { stableAtHomeEvents } from './stages/stable-at-home/events.ts';
import { trialStayEvents } from './stages/trial-stay/events.ts';
import { taskEvents } from './tasks/events.ts';
import { adultEvents } from './tracks/adult/events.ts';
import { communityEvents } from './tracks/community/events.ts';
import { entitlementEvents } from './tracks/entitlements/events.ts';
import { equipmentEvents } from './tracks/equipment/events.ts';
import { trainingEvents } from './tracks/training/events.ts';
import { wireSchema } from './wire-schema.ts';

type List = readonly { readonly type: string }[];

/**
 * Every event of a case, one definition each, and the region that its moves belong to. A new event is a line in its
 * stage's file.
 */
const lists = [
  { region: 'main', events: screeningEvents },
  { region: 'main', events: familyInterviewEvents },
  { region: 'main', events: planningEvents },
  { region: 'community', events: communityEvents },
  { region: 'training', events: trainingEvents },
  { region: 'equipment', events: equipmentEvents },
  { region: 'entitlements', events: entitlementEvents },
  { region: 'main', events: preparingEvents },
  { region: 'main', events: trialStayEvents },
  { region: 'main', events: jointConferenceEvents },
  { region: 'main', events: evaluationEvents },
  { region: 'main', events: readyForDischargeEvents },
  { region: 'main', events: handoffEvents },
  { region: 'main', events: dischargedEvents },
  { region: 'main', events: firstVisitEvents },
  { region: 'main', events: followUpEvents },
  { region: 'main', events: stableAtHomeEvents },
  { region: 'main', events: readmissionEvents },
  { region: 'adult', events: adultEvents },
  { region: 'main', events: everywhereEvents },
  { region: 'main', events: taskEvents },
  { region: 'main', events: checklistEvents },
  { region: 'main', events: documentEvents },
  { region: 'main', events: closedEvents },
  { region: 'main', events: mergeEvents },
  { region: 'main', events: griefEvents },
] as const satisfies readonly { readonly region: Region; readonly events: List }[];

export type EventType = (typeof lists)[number]['events'][number]['type'];

/** A definition with the region of the list it stands in. */
type Registered = EventDefinition<EventType> & { readonly region: Region };

// Each definition's functions take its own body; the registry hands them only events that its own schema parsed.
export const eventDefinitions = lists.flatMap(({ region, events }) =>
  events.map(definition => ({ ...definition, region })),
) as unknown as readonly Registered[];

export const eventsByType: ReadonlyMap<string, Registered> = new Map(
  eventDefinitions.map(definition => [definition.type, definition]),
);

/** Decided beside the chart, from stored history. */
export const outsideChart = ['move.undone', 'entry.corrected'] as const satisfies readonly EventType[];

const outside: readonly string[] = outsideChart;
export const isOutsideChart = (type: string): boolean => outside.includes(type);
/** Ends a case as a move does, although nobody sends it: two people merge two cases. */
const isMerging = (type: string) => type === ('case.merged' satisfies EventType);
const isKindMove = (type: string) =>
  isMerging(type) || (eventsByType.get(type)?.kind === 'move' && !isOutsideChart(type));

/** Ends a region beside the stages; the stage stays. */
export const isRegionMove = (type: string): boolean => isKindMove(type) && eventsByType.get(type)?.region !== 'main';
/** Leads from one stage to another, or closes the case. */
export const isStageMove = (type: string): boolean => isKindMove(type) && !isRegionMove(type);
/** What can be undone: a merge is of two cases, and one alone cannot be taken back. */
export const isMove = (type: string): boolean => isKindMove(type) && !isMerging(type);
/** What takes two people to correct: moves, and what protects a family from one person's hand. */
export const isByTwo = (type: string): boolean => !isOutsideChart(type) && eventsByType.get(type)?.byTwo === true;

const ofGrief: readonly string[] = griefEvents.map(({ type }) => type);
/** Care of the bereaved: accepted after a death, and at no other time. */
export const isOfGrief = (type: string): boolean => ofGrief.includes(type);

/** Begins a case; never sent to an existing one. */
export const registrationType = 'case.registered' satisfies EventType;

const schemas = new Map<string, z.ZodObject>();

/** The parser of what a client sends for one event type; undefined for an unknown type. */
export function wireSchemaOf(type: string): z.ZodObject | undefined {
  const known = schemas.get(type);
  const definition = known ? undefined : eventDefinitions.find(other => other.type === type);
  if (!definition) return known;
  // Made when it is first wanted: all of them together take a while of a start.
  const made = wireSchema(definition);
  schemas.set(type, made);
  return made;
}
