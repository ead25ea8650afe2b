import { type AnyActorRef, createActor, type SnapshotFrom } from 'xstate';
import { objectionToItem } from './about.ts';
import { checkDays } from './check-days.ts';
import { type DeadlineDifference, deadlineChanges, deadlinesOf } from './deadlines.ts';
import { dischargeMachine } from './discharge.ts';
import type { CaseEvent, Effect, Objection } from './event.ts';
import { eventsByType, outsideChart, registrationType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { movesFrom } from './moves.ts';
import { checkOccurredOn } from './occurred-on.ts';
import { type Position, positionOf } from './position.ts';
import { explainObjection, explainOwnWaiver, explainRequirement, type Unmet } from './reasons.ts';
import { isWaivedOnlyBy } from './requirements.ts';
import { type ChartEvent, isMeant } from './setup.ts';

/** What is stored of a case's place in the pathway. */
export type CaseState = { readonly value: unknown; readonly facts: CaseFacts };

export type Accepted = {
  readonly ok: true;
  readonly state: CaseState;
  readonly position: Position;
  readonly effects: readonly Effect[];
  readonly deadlines: readonly DeadlineDifference[];
};

/** Refusal as a value. `requirementsUnmet`: what is missing; `wrongStage`: the event does not belong here now. */
export type Refused = {
  readonly ok: false;
  readonly kind: 'requirementsUnmet' | 'wrongStage';
  readonly reasons: readonly Unmet[];
};

export type Decision = Accepted | Refused;

type Snapshot = SnapshotFrom<typeof dischargeMachine>;

// `transition()` builds an actor for each call (45 of its 51 µs); the machine itself needs only a scope to hand to
// actions, and this chart's actions are all assignments.
const idle = createActor(dischargeMachine, { input: {} as CaseFacts });
const scope = {
  self: idle as AnyActorRef,
  logger: () => undefined,
  id: 'decide',
  sessionId: 'decide',
  defer: () => undefined,
  system: idle.system,
  stopChild: () => undefined,
  emit: () => undefined,
  actionExecutor: () => undefined,
} as unknown as Parameters<typeof dischargeMachine.transition>[2];

// A snapshot is immutable and belongs to one stored state: kept beside it, a warm case is not restored again.
const snapshots = new WeakMap<CaseState, Snapshot>();

function snapshotOf(state: CaseState): Snapshot {
  const known = snapshots.get(state);
  if (known) return known;
  // resolveState wants the machine's own literal type; the value was written by it and restoring throws on a stranger.
  const value = state.value as Parameters<typeof dischargeMachine.resolveState>[0]['value'];
  const snapshot = dischargeMachine.resolveState({ value, context: { facts: state.facts } });
  snapshots.set(state, snapshot);
  return snapshot;
}

function stateOf(snapshot: Snapshot): CaseState {
  const state = { value: snapshot.value, facts: snapshot.context.facts };
  snapshots.set(state, snapshot);
  return state;
}

const wrongStage = (...reasons: readonly Unmet[]): Refused => ({ ok: false, kind: 'wrongStage', reasons });

/** What an event does to a case: the only place where it is decided. No clock, no IO; the same input, the same answer. */
export function decide(state: CaseState, event: CaseEvent): Decision {
  const definition = eventsByType.get(event.type);
  if (!definition || (outsideChart as readonly string[]).includes(event.type)) return wrongStage(notHere(state, event));
  // Registration comes first, once.
  if ((event.type === registrationType) !== (state.facts.entry.seq === 0)) return wrongStage(notHere(state, event));
  const snapshot = snapshotOf(state);
  // An event in the wrong place is silently ignored by a chart, and even then its eventless transitions run: ask first.
  const chartEvent = event as ChartEvent;
  if (!snapshot.can(chartEvent)) return refusalOf(state, event);
  const onDays = checkOccurredOn(event) ?? checkDays(state.facts, event);
  const objections = onDays ? [onDays] : objectionsTo(state, event);
  if (objections.length > 0) return wrongStage(...objections.map(explainObjection));
  const alone = definition.kind === 'move' ? waivedAlone(state, event) : [];
  if (alone.length > 0) return { ok: false, kind: 'requirementsUnmet', reasons: alone };
  return acceptedState(state, dischargeMachine.transition(snapshot, chartEvent, scope), definition.effects);
}

function acceptedState(before: CaseState, after: Snapshot, effects: readonly Effect[]): Accepted {
  const state = stateOf(after);
  return {
    ok: true,
    state,
    position: positionOf(state.value),
    effects,
    // A history that is decided again never asks for them: a tenth of that work.
    get deadlines() {
      return changesBetween(before.facts, state.facts);
    },
  };
}

/** Deadline rows that follow from a change of facts. */
export function changesBetween(before: CaseFacts, after: CaseFacts): DeadlineDifference[] {
  return deadlineChanges(deadlinesOf(before), deadlinesOf(after));
}

/** All that speaks against an event where the case stands; only of an item that is there more is said. */
function objectionsTo({ facts }: CaseState, event: CaseEvent): readonly Objection[] {
  const definition = eventsByType.get(event.type);
  if (!definition) return [];
  const { notYet, about, objection } = definition;
  // What an event may leave out, a device on which somebody practised, is asked about where it is named.
  const named = about && event.body[about.field];
  const ofItem = about && named !== undefined ? objectionToItem(facts, about, String(named)) : null;
  return [notYet?.(facts) ?? ofItem ?? objection?.(facts, event) ?? null].flat().filter(one => one !== null);
}

/** Conditions of the move that is meant. */
const needsOf = (state: CaseState, event: CaseEvent) =>
  movesFrom(state.value).find(move => move.event === event.type && isMeant(state.facts, event, move.params))?.params
    .needs ?? [];

/** Four eyes: whoever passes a condition over does not walk through alone. */
function waivedAlone(state: CaseState, event: CaseEvent): Unmet[] {
  const { facts } = state;
  if (facts.waivers.length === 0) return [];
  const needs = needsOf(state, event);
  return needs
    .filter(id => isWaivedOnlyBy(event.by.person, { id, facts, on: event.on }))
    .map(id => explainOwnWaiver(id, { facts, on: event.on, needs }));
}

/** Explains a refusal: the unmet requirements of the target that was meant, else why the event does not belong here. */
function refusalOf(state: CaseState, event: CaseEvent): Refused {
  const moves = movesFrom(state.value).filter(move => move.event === event.type);
  const needs = needsOf(state, event);
  const asked = { facts: state.facts, on: event.on, needs };
  const reasons = needs.flatMap(id => explainRequirement(id, asked).unmet ?? []);
  if (reasons.length > 0) return { ok: false, kind: 'requirementsUnmet', reasons };
  const objections = moves.length > 0 ? objectionsTo(state, event).map(explainObjection) : [];
  return objections.length > 0 ? wrongStage(...objections) : wrongStage(notHere(state, event));
}

function notHere(state: CaseState, event: CaseEvent): Unmet {
  return {
    code: 'stage.event',
    text: { ja: 'いまの段階ではこの操作はできません。', en: 'This does not belong to the present stage.' },
    params: { event: event.type, stage: positionOf(state.value).stage },
    waivable: 'no',
  };
}

/** The state of a case before its first event. */
export function beforeRegistration(facts: CaseFacts): CaseState {
  const initial = dischargeMachine.getInitialSnapshot(scope, facts);
  return stateOf(initial);
}
