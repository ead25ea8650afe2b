export {
  addDays,
  addMonths,
  ageOn,
  correctedBirth,
  daysBetween,
  dayWords,
  EARLIEST_BIRTH,
  fiscalYearFrom,
  lastGoingHome,
  legalAge,
  legalAgeReachedOn,
  restDay,
  startOfTokyoDay,
  tokyoDay,
  tokyoTime,
} from '@kaerimichi/rules/calendar';
export { type Fit, isFitting } from './about.ts';
export type { FullCard } from './card.ts';
export * from './checklists/check-states.ts';
export {
  additionsTo,
  type Check,
  categoryOfCheck,
  categoryOfTemplate,
  checksOf,
  isOpenCheck,
  templatesFor,
} from './checklists/checklist.ts';
export { houseCheckIdOf, isHouseCheck } from './checklists/house-checks.ts';
export {
  type CheckSection,
  checkSections,
  type TemplateId,
  templateChecks,
  templateIds,
  templateRelease,
} from './checklists/templates.ts';
export { codeWords, wordsOf } from './code-words.ts';
export { type ColumnId, columns } from './columns.ts';
export { consentFor, consentsFor, isConsentValid, isShared, sharesChild, toldBy } from './consent.ts';
export {
  type DeadlineKind,
  deadlineKind,
  deadlineKinds,
  deadlineRelease,
  firingKinds,
  timeEventOf,
} from './deadline-kinds.ts';
export * from './event.ts';
export * from './facts.ts';
export { fold } from './fold.ts';
export { answerClocks, answerHoursOf, answerPhase } from './handoff/answer-hours.ts';
export { asksFirstVisit } from './handoff/first-visit.ts';
export { isOpenBy } from './handoff/open-by.ts';
export {
  isCallWanted,
  isReviewOpen,
  isReviewToDo,
  isReviewWanted,
  isToTalkOver,
  REVIEW_DAYS,
  toTalkOver,
} from './handoff/open-points.ts';
export { isPaperCurrent, type PaperAnswer, paperAnswers, paperWays } from './handoff/paper.ts';
export * from './handoff/section-list.ts';
export { handoffSection } from './handoff/sections.ts';
export { type HandoffStatus, type HandoffStep, handoffAccepts } from './handoff/status.ts';
export { type TeachBackTopic, teachBack, teachBackOf } from './handoff/teach-back.ts';
export { replyDueAt, replyDueOn, sideToMove } from './handoff/turn.ts';
export { homeSince } from './home-since.ts';
export * from './item-facts.ts';
export * from './notes/note-types.ts';
export * from './notice-kinds.ts';
export { checkOccurredOn, happenedOn } from './occurred-on.ts';
export { PAPER_DAYS } from './paper-days.ts';
export { SEAT_DAYS, seatDueOn } from './plan-dates.ts';
export { quietHorizon } from './quiet-dates.ts';
export * from './requirement.ts';
export { joinRowTexts, rowTextName, splitTexts } from './row-texts.ts';
export * from './rule-sets/case-rules.ts';
export { checkWordsIn } from './rule-sets/check-words.ts';
export * from './rule-sets/rule-changes.ts';
export { type RuleSetContent, ruleSetContent, rulesOf } from './rule-sets/rule-set.ts';
export {
  type Agreement,
  type ComparedField,
  compareChildren,
  comparedFields,
  type KnownChild,
  mayBeOneChild,
} from './same-child.ts';
export { answerKinds, isEscalated, isMovedByHand, type Phase, phaseOf } from './sla-days.ts';
export { BED_NIGHTS, bedOfRef } from './stages/evaluation-admission/beds.ts';
export { type MeasureId, type MeasureKind, measureIds, measures } from './stages/evaluation-admission/measures.ts';
export { runningEvaluation } from './stages/evaluation-admission/running.ts';
export { staleHandoffs } from './stages/evaluation-admission/stale-handoffs.ts';
export {
  areaStates,
  type VisitArea,
  type VisitSide,
  visitAreas,
} from './stages/first-visit/visit-area-list.ts';
export { askedPoint } from './stages/follow-up/asked-point.ts';
export * from './stages/follow-up/asked-points.ts';
export {
  type Fits,
  fits,
  isGuestSeat,
  isUnanswered,
  isUnconfirmed,
  objectionToAskingAgain,
  rolesWithSeats,
  type Seat,
} from './stages/joint-conference/seats.ts';
export * from './stamp.ts';
export * from './tasks/task-key.ts';
export { adultLevels } from './tracks/adult/level.ts';
export * from './tracks/adult/readiness.ts';
export { readinessWords } from './tracks/adult/readiness-words.ts';
export { mayKeepPrivate, OWN_ANSWERS_FROM } from './tracks/adult/young-adult-events.ts';
export { askedProcedures, bestCellOf, countAlone } from './tracks/training/counted.ts';
export { drillKinds } from './tracks/training/events.ts';
export { devicesFor } from './tracks/training/learnt-on.ts';
export {
  ALONE,
  awaitsSecond,
  isOfFamily,
  outsideLearners,
  type Skill,
  skillRef,
  standsAlone,
} from './tracks/training/stands-alone.ts';
export { kanaLine, visibleLine, visibleText } from './visible-text.ts';
export * from './vocabulary.ts';
export { isTurnOf, isTurnOfPerson } from './whose-turn.ts';
export * from './wire-schema.ts';
export * from './words.ts';
