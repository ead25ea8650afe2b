export { type CardIdentity, cardOf } from './card-of.ts';
export type { Deadline } from './deadline-kinds.ts';
export { stepOfDeadline } from './deadline-steps.ts';
export { deadlinesOf, dueOf, rowsToRepair } from './deadlines.ts';
export { type Accepted, beforeRegistration, type CaseState, type Decision, decide, type Refused } from './decide.ts';
export {
  type Correction,
  type CorrectionObjection,
  correctionObjections,
  decideCorrection,
  type KnownHistory,
  knownWhole,
  restsOnContent,
} from './decide-correction.ts';
export { decideUndo, UNDO_SECONDS, type UndoTarget } from './decide-undo.ts';
export { describePathway } from './describe-pathway.ts';
export { pathwayVersion } from './discharge.ts';
export {
  type EventType,
  eventDefinitions,
  eventsByType,
  isOfGrief,
  isOutsideChart,
  outsideChart,
  wireSchemaOf,
} from './events.ts';
export { openWaiverAsks } from './everywhere/waiver-asks.ts';
export { type FamilyStep, familyStages, familyStepOf } from './family-step.ts';
export { correctionsIn, foldFacts, type OutlinedEvent, outlineOf, type PastEvent } from './fold-facts.ts';
export { canOpen, type StoredState, upgradeState } from './migrations/upgrade-state.ts';
export { allMoves, type Move, movesFrom } from './moves.ts';
export { type Named, namedIn } from './named-in.ts';
export { openTurns } from './open-turns.ts';
export { pathwayDocument } from './pathway-document.ts';
export { columnOf, type Position, positionOf, stageMetas } from './position.ts';
export type { PathwayProof } from './proof/proof.ts';
export { type Done, explainObjection, type Unmet } from './reasons.ts';
export { type Redecided, redecide, replay } from './redecide.ts';
export { halfWaived, requirements, standingOf } from './requirements.ts';
export { changesFor, type Override, overridesOf, toReconsider, type WaiverMade } from './rule-sets/overrides.ts';
export { type OwnValues, ownValues } from './rule-sets/own-values.ts';
export { isTouched, previewRules, type RuleEffect } from './rule-sets/preview-rules.ts';
export { type RuleSetFault, ruleSetFaults, whyOn } from './rule-sets/rule-set-faults.ts';
export { bringingRules, rulesWith } from './rule-sets/rules-adopted.ts';
export { type BackwardPlan, type PlanDays, type PlanStep, planBack, planDays } from './schedule/plan-back.ts';
export { takenOver } from './stages/closed/merge-events.ts';
export { type OpenMove, openMovesOf, type TransitionView, transitionsOf } from './transitions.ts';
export { conditionsOf, type WayAhead, waysAhead, waysFrom } from './ways-ahead.ts';
export { compareStandings, type Difference, type Standing, type Tried, tryEvents } from './what-if/what-if.ts';
