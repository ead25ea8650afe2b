export { abilityOf } from './ability.ts';
export { type LogSight, logSightOf, namedInLog, seesSignIns } from './access-log.ts';
export { actsAs, type Standing } from './acts-as.ts';
export { attachableTo, mayRemoveFile, seesFile } from './attachments.ts';
export { type Audience, audienceOf, audiences, everyAudience, showCard } from './audience.ts';
export { byUrgency, TASK_DAYS_AHEAD } from './by-urgency.ts';
export {
  accessOf,
  cardAccess,
  categoryRights,
  knowsEntry,
  type Rights,
  readsEntry,
  readsWhole,
  showingHospitalNumber,
  showingTeam,
  showsHospitalNumber,
  showsName,
  type WrittenEntry,
  withinRights,
} from './case-access.ts';
export {
  countsItsHouse,
  eventsBy,
  isOffered,
  mayAdminister,
  mayCorrect,
  mayFound,
  mayImport,
  mayImportFacilities,
  mayInvite,
  mayInviteGuests,
  mayLead,
  mayRefer,
  mayRegister,
  maySend,
  readsProof,
  registers,
  seesBoard,
  seesCounts,
  seesHandoffs,
  seesHouseCounts,
  seesResources,
} from './commands.ts';
export { ageCuts, type CountedCases, countsReport, type Tally } from './counts/counts-report.ts';
export { mayReplace } from './counts/may-replace.ts';
export { type AccessContext, accessChanged, deriveAccess } from './derive-access.ts';
export { type DocumentRule, keepsDocument, offersDocument } from './documents.ts';
export { dutyTold, keepsDuty } from './duty.ts';
export { type Enquiry, enquiryFor } from './enquiry.ts';
export { knownEventTypes, neverSent } from './event-groups.ts';
export { seesFees } from './fees.ts';
export {
  diaryStays,
  type GuardiansOwn,
  guardiansOwn,
  knowsWay,
  maySendThis,
  mayStillSend,
  type WantedEvent,
  type WhyNobody,
  type WhyNoCode,
  whyNobody,
  whyNoCode,
} from './guardian.ts';
export { UNANSWERED } from './handoff-tasks.ts';
export { maySetCheck, mayWrite } from './may-write.ts';
export { holdsOn, isOver, type MembershipPeriod } from './membership-period.ts';
export { isAdministered, type MembershipFault, membershipFaults, rolesToGive, whyNoSlip } from './membership-rules.ts';
export {
  agreementTold,
  coordinatesMerges,
  isToldToLeads,
  type MergeAct,
  type MergeStanding,
  mergeActs,
  proposesMerge,
  readsMerges,
  seesMerge,
  waitsForReopening,
} from './merging.ts';
export { isNoteFor, mayReviseNote } from './note-audience.ts';
export { organisationViewers } from './organisation-viewers.ts';
export { readsOverrides, readsOverridesOf } from './overrides.ts';
export { permissionsDocument } from './permissions-document.ts';
export { type CardReader, projectCard, type SeenCard, visibilityKey } from './project-card.ts';
export { projectDeadlines } from './project-deadlines.ts';
export { projectFacts, seesFact } from './project-facts.ts';
export { mayReadSource, projectSource, type SeenPart, type SourcePart, sourceParts } from './project-source.ts';
export { projectTasks } from './project-tasks.ts';
export { projectWaiting, type Waiting } from './project-waiting.ts';
export { type ReferralSight, type ReferralStanding, referralSight } from './referring.ts';
export type { Right } from './role.ts';
export { roles } from './roles.ts';
export { rolesOfKind } from './roles-of-kind.ts';
export { changesView, readsView, scopesToSave, type ViewScope, type ViewStanding } from './saved-views.ts';
export {
  type ConfirmingLock,
  changeTakesTwo,
  confirmingLock,
  enablingTakesTwo,
  foundingTakesTwo,
  foundsNow,
  givingTakesTwo,
  keepsFromActingAlone,
  mayConfirm,
  mayTakeAway,
  type OtherFounder,
  type PasswordHands,
  standsDown,
  WATCHED_DAYS,
} from './second-person.ts';
export { keyOf, ownTasks, type Whose } from './set-tasks.ts';
export {
  MOST_AWAY_DAYS,
  mayEndSubstitution,
  maySubstitute,
  type Substitution,
  type SubstitutionFault,
  standsInFor,
  substitutionFaults,
} from './substitute.ts';
export type { Task, TaskSource, TaskStep } from './task.ts';
export { tellsEditing } from './tells-editing.ts';
export * from './tells-present.ts';
export { type ToldDeadline, toldOfDeadline } from './told-of-deadline.ts';
export * from './viewer.ts';
export { viewerAt, WALL_SIGHT_MS } from './wall.ts';
