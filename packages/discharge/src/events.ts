import { z } from 'zod';
import { type EventDefinition, wireSchema } from './event.ts';
import { everywhereEvents } from './everywhere/events.ts';
import { handoffEvents } from './handoff/events.ts';
import { closedEvents } from './stages/closed/events.ts';
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
import { adultEvents } from './tracks/adult/events.ts';
import { communityEvents } from './tracks/community/events.ts';
import { entitlementEvents } from './tracks/entitlements/events.ts';
import { equipmentEvents } from './tracks/equipment/events.ts';
import { trainingEvents } from './tracks/training/events.ts';

/** Every event of a case, one definition each. A new one is a line in its stage's file and nothing else. */
const definitions = [
  ...screeningEvents,
  ...familyInterviewEvents,
  ...planningEvents,
  ...communityEvents,
  ...trainingEvents,
  ...equipmentEvents,
  ...entitlementEvents,
  ...preparingEvents,
  ...trialStayEvents,
  ...jointConferenceEvents,
  ...evaluationEvents,
  ...readyForDischargeEvents,
  ...handoffEvents,
  ...dischargedEvents,
  ...firstVisitEvents,
  ...followUpEvents,
  ...stableAtHomeEvents,
  ...readmissionEvents,
  ...adultEvents,
  ...everywhereEvents,
  ...closedEvents,
] as const;

export type EventType = (typeof definitions)[number]['type'];

// Each definition's functions take its own body; the registry hands them only events that its own schema parsed.
export const eventDefinitions = definitions as unknown as readonly EventDefinition<EventType>[];

export const eventsByType: ReadonlyMap<string, EventDefinition<EventType>> = new Map(
  eventDefinitions.map(definition => [definition.type, definition]),
);

/** Decided beside the chart, from stored history. */
export const outsideChart = ['move.undone', 'entry.corrected'] as const satisfies readonly EventType[];

const outside: readonly string[] = outsideChart;
const isKindMove = (type: string) => eventsByType.get(type)?.kind === 'move' && !outside.includes(type);

/** Ends the adult region; the stage stays. */
export const isRegionMove = (type: string): boolean => isKindMove(type) && type.startsWith('adult.');
/** Leads from one stage to another, or closes the case. */
export const isStageMove = (type: string): boolean => isKindMove(type) && !isRegionMove(type);
/** What can be undone. */
export const isMove = (type: string): boolean => isKindMove(type);
/** What takes two people to correct: moves, and what protects a family from one person's hand. */
export const isByTwo = (type: string): boolean => !outside.includes(type) && eventsByType.get(type)?.byTwo === true;

/** Begins a case; never sent to an existing one. */
export const registrationType = 'case.registered' satisfies EventType;

const schemas = new Map(eventDefinitions.map(definition => [definition.type as string, wireSchema(definition)]));

/** The parser of what a client sends for one event type; undefined for an unknown type. */
export const wireSchemaOf = (type: string): z.ZodObject | undefined => schemas.get(type);

/** The parser of any event as a client sends it. */
export const anyWireEvent = z.discriminatedUnion(
  'type',
  // discriminatedUnion wants a non-empty tuple; the registry is never empty.
  [...schemas.values()] as unknown as [z.ZodObject, ...z.ZodObject[]],
);
