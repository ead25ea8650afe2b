export type * from './aftercare/aftercare-seen.ts';
export type * from './answers-seen.ts';
export { type BoardPulse, boardDifference, pulseOf } from './board-difference.ts';
export { canonicalJson, chainHash, emptyHead, saltedHash } from './canonical.ts';
export type * from './casework.ts';
export type { HouseCheckWords } from './check-words.ts';
export type * from './checklists-seen.ts';
export type * from './conferences/conferences-seen.ts';
export type { GuestSeat } from './conferences/guest.ts';
export { type CountedCase, countFacility, type FacilityCounted } from './counters/count-facility.ts';
export { createCasework } from './create-casework.ts';
export type * from './documents-seen.ts';
export { causeFor, fieldsFor, HIDDEN } from './entry-kind.ts';
export { parseEventBytes, toEventBytes } from './event-bytes.ts';
export type * from './family-seen.ts';
export type { HouseStandards } from './fees/account-facts.ts';
export { type FeeConditionSeen, type FeeSeen, notifiableFees } from './fees/list-fees.ts';
export type * from './handoff-seen.ts';
export { inLanes } from './in-lanes.ts';
export type * from './inbox-ports.ts';
export { asViewer, type FoundTask, foundIn, openCases, type TaskToTell, tasksToTell } from './open-tasks.ts';
export { type OrganisationNotice, organisationNotices } from './organisation-notices.ts';
export * from './outcome.ts';
export { owningOrgs, owningRoles } from './owning-orgs.ts';
export { parseEvent } from './parse-event.ts';
export { type PlannedEvent, planEvent, planTimeEvent, type TimeEvent } from './plan-event.ts';
export { openedCase, planRegistration, type RegistrationStamp } from './plan-registration.ts';
export * from './ports.ts';
export type * from './preparation/preparation-seen.ts';
export { anybodyOf } from './preview-case.ts';
export {
  type ChangesToTell,
  type InboxRead,
  noticeKeyOf,
  readInbox,
  type TurnToTell,
} from './read-inbox.ts';
export { draftTaken, referralTaken } from './register-case.ts';
export { cardFor, fullKana, fullName } from './state-of.ts';
export { type Candidate, type Suggested, suggestRecipients } from './suggest-recipients.ts';
export { type SaidTask, type SaidWaiting, tasksOf, waitingOf } from './tasks-of.ts';
export { type Beginning, type Teller, type ToldStep, tellCase } from './tell-case.ts';
export { bothLanguages, issuePath, toIssues } from './to-issues.ts';
export { type ToldChange, toldChanges } from './told-changes.ts';
