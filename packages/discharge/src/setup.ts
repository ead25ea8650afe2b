import { assign, setup } from 'xstate';
import type { CaseEvent } from './event.ts';
import { type EventType, eventsByType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { toldBy } from './quiet-dates.ts';
import { type RequirementId, standingOf } from './requirements.ts';
import { isEarlierStage } from './stage-order.ts';
import { runningEvaluation } from './stages/evaluation-admission/running.ts';
import { nextStay } from './stages/preparing/requirements.ts';
import { withoutGoneTasks, withoutTurns } from './tasks/open-task.ts';
import { adultLevel } from './tracks/adult/level.ts';
import { isTrackReady } from './tracks/is-ready.ts';
import type { RoleId } from './vocabulary.ts';
import type { Words } from './words.ts';

export type ChartEvent = { [Type in EventType]: CaseEvent & { readonly type: Type } }[EventType];

/** What a stage says about itself: labels, owner and guide days have their defaults here; a rule set overrides them. */
export type StageMeta = {
  readonly label: Words;
  readonly column: string;
  readonly phase: 'P1' | 'P2' | 'P3' | 'P4' | '-';
  readonly forward: EventType | null;
  /** Role of the lead whose turn it is when nothing is missing. */
  readonly owner: RoleId;
  /** Usual length of the stage in days (目安); advice, never a limit. */
  readonly guideDays?: number;
};

/** Parameters of the one guard: requirement ids and, where a move has several targets, which of them is meant. */
export type MeetsParams = {
  readonly needs: readonly RequirementId[];
  /** Fields of the move that choose this target. */
  readonly when?: Readonly<Record<string, string>>;
  /** Stages from which the evaluation or readmission came, for this return target. */
  readonly cameFrom?: readonly string[];
  readonly stay?: 'home' | 'rehearsal';
  readonly unlessStage?: string;
  /** Adoption: only while the case has never been further than its first intake. */
  readonly isFirstIntake?: true;
};

const matches = (event: CaseEvent, when: MeetsParams['when']) =>
  Object.entries(when ?? {}).every(([field, value]) => event.body?.[field] === value);

/** Does this target belong to the case and the event at all, whatever its requirements? */
export function isMeant(facts: CaseFacts, event: CaseEvent | null, params: MeetsParams): boolean {
  if (event && !matches(event, params.when)) return false;
  if (params.unlessStage && facts.entry.stage === params.unlessStage) return false;
  const origin = facts.entry.stage === 'readmission' ? facts.readmission?.cameFrom : runningEvaluation(facts)?.cameFrom;
  if (params.cameFrom && !params.cameFrom.includes(origin ?? '')) return false;
  if (params.isFirstIntake && (facts.adopted || facts.round > 0)) return false;
  if (!params.stay) return true;
  const named = facts.stays.find(({ id, status }) => status === 'planned' && id === event?.body.stayId);
  return ((named ?? nextStay(facts))?.kind ?? 'home') === params.stay;
}

function meets(facts: CaseFacts, event: CaseEvent, params: MeetsParams): boolean {
  return isMeant(facts, event, params) && params.needs.every(id => standingOf(id, facts, event.on).how !== 'unmet');
}

/** The facts with an event in them; the chart's own initial event records nothing. */
export function recordEvent(facts: CaseFacts, event: CaseEvent): CaseFacts {
  const recorded = eventsByType.get(event.type)?.record(facts, event) ?? facts;
  return event.seq ? toldBy(withoutGoneTasks(recorded, event.on), event.on) : recorded;
}

/**
 * Asked for on the way home, and by nothing after it: a child that goes again has them recorded in a new round. Facts are
 * written whole with every event for years; the history keeps these.
 */
export const ofTheWayHome = [
  'interview',
  'inHouseConference',
  'stayNotPlanned',
  'dischargeDay',
  'dischargeOrder',
  'medicationTranscribed',
  'conditionStable',
  'municipalityInformed',
  'schoolInformed',
] as const satisfies readonly (keyof CaseFacts)[];

function atHome(facts: CaseFacts): CaseFacts {
  const kept = { ...facts };
  for (const name of ofTheWayHome) delete kept[name];
  return kept;
}

/** Enters a stage: a new round begins when planning or screening is entered from readmission, evaluation or reopening. */
export function enterStage(facts: CaseFacts, event: CaseEvent, stage: string): CaseFacts {
  if (!event.seq) return facts;
  const cameFrom = facts.entry.stage;
  const isNewRound =
    (stage === 'planning' || stage === 'screening') &&
    ['readmission', 'evaluationAdmission', 'closed'].includes(cameFrom);
  const round = facts.round + (isNewRound ? 1 : 0);
  const entry = { seq: event.seq, on: event.occurredOn ?? event.on, round, stage, cameFrom };
  const entered = { ...withoutTurns(stage === 'followUp' ? atHome(facts) : facts), round, entry };
  if (!facts.adopted || event.type === 'case.adopted' || !isEarlierStage(stage, facts.adopted.stage)) return entered;
  const { adopted: _ended, ...rest } = entered;
  return rest;
}

export const dischargeSetup = setup({
  types: {
    // XState takes its types from a value that is never read.
    // One field: `assign` merges into the context, and facts that an event removes must be gone.
    context: {} as { readonly facts: CaseFacts },
    events: {} as ChartEvent,
    input: {} as CaseFacts,
    meta: {} as StageMeta,
  },
  guards: {
    meets: ({ context, event }, params: MeetsParams) => meets(context.facts, event, params),
    // The chart's own initial event knows no day: then nothing is said either way.
    isReady: ({ context, event }, params: { id: RequirementId }) =>
      Boolean(event.on) && isTrackReady(context.facts, params.id, event.on),
    isNotReady: ({ context, event }, params: { id: RequirementId }) =>
      Boolean(event.on) && !isTrackReady(context.facts, params.id, event.on),
    adultAt: ({ context }, params: { level: string }) => adultLevel(context.facts) === params.level,
  },
  actions: {
    record: assign(({ context, event }) => ({ facts: recordEvent(context.facts, event) })),
    enter: assign(({ context, event }, params: { stage: string }) => ({
      facts: enterStage(context.facts, event, params.stage),
    })),
  },
});

export type DischargeSetup = typeof dischargeSetup;
