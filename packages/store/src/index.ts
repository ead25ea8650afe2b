export type { KeptAccessLog, StoredAccess, TakenDocument } from './access-log.ts';
export { createDatabase, dropDatabase, urlOf } from './administration/databases.ts';
export type { Deployment } from './administration/deployment.ts';
export type { ReaderPlaces, Readiness } from './administration/readiness.ts';
export { withOwner } from './administration/with-owner.ts';
export type { Board, BoardFilters, ClosedPage, ClosedPlace } from './board/board.ts';
export type { CaseHandoffs } from './board/handoffs-of.ts';
export type { Found, Search } from './board/search.ts';
export type { CaseVisits } from './board/visits-of.ts';
export { boundedMap } from './bounded-map.ts';
export type { BehindCase, BehindCases, CarriedCase } from './cases/behind-cases.ts';
export type { ArmedCase, Deadlines, DueDeadline, ListedDeadline } from './cases/deadlines.ts';
export type { GivenLink, GuestLink, GuestLinks, SeatPlace } from './conferences/guest-links.ts';
export { type CountedEvent, type CountedEvents, type CountedType, countedTypes } from './counts/counted-events.ts';
export type { BedsOfHouses, HouseBeds } from './counts/house-beds.ts';
export type { SaidStandards, StandardsOfHouses } from './counts/house-standards.ts';
export type {
  Centre,
  Facilities,
  FacilityCounts,
  FacilityWish,
  ListedFacility,
  PlacedFacility,
} from './facilities/facilities.ts';
export type { NewFacilityImport, PutFacilities } from './facilities/put-facilities.ts';
export type { HandoffPackets, Packet, PrintedPacket } from './handoffs/handoff-packets.ts';
export type { Draft, Drafts, DraftVersion, ImportedDraft, ListedDraft, NewImport, PutDraft } from './imports/drafts.ts';
export type { FormDraft, FormDrafts, NewFormDraft } from './inbox/form-drafts.ts';
export type { Inbox, Reading } from './inbox/inbox.ts';
export type { MailAddresses, MailStanding } from './mail/mail-addresses.ts';
export type { ClaimedMail, Mails } from './mail/mails.ts';
export type { ClaimedLook, MailReader, NamedNotice, NoticeChannel, NoticeLooks } from './mail/notice-looks.ts';
export type { ToldElsewhere } from './mail/told-elsewhere.ts';
export type { MergePair, MergeProposal, MergeRound, MergeState, Merges, MergeWish } from './merges/merges.ts';
export type { ComparedCase, ComparedChild } from './merges/similar-cases.ts';
export { grantApplicationRole, hasApplicationRights } from './migration/grant-application-role.ts';
export { hasWaitingMigrations, type Migrated, migrate } from './migration/migrate.ts';
export { schemaDifference } from './migration/schema-difference.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export type { CommitListener } from './outbox/commit-line.ts';
export type { Lead } from './outbox/lead.ts';
export { OUTBOX_START, type Outbox, type OutboxEntry, type OutboxLag, type OutboxPlace } from './outbox/outbox.ts';
export type { CommittedEvent } from './outbox/recent-commits.ts';
export type { WakeKind, WakeListener } from './outbox/wake-line.ts';
export type { BrowserSubscription, PushSubscriptions } from './outside/push-subscriptions.ts';
export type { ClaimedPush, Pushes } from './outside/pushes.ts';
export type { ClaimedDelivery, WebhookDeliveries } from './outside/webhook-deliveries.ts';
export type { ClaimedWebhook, WebhookLooks } from './outside/webhook-looks.ts';
export type { StoredDelivery, StoredWebhook, Webhooks } from './outside/webhooks.ts';
export { LAST_ADMINISTRATOR } from './people/administrators.ts';
export type { DutyRosters, StoredDuty } from './people/duty-rosters.ts';
export type { Guardian, GuardianRights, Guardians, Invitation } from './people/guardians.ts';
export {
  CHANGED_MEANWHILE,
  type Membership,
  type MembershipChanges,
  type Memberships,
  type MembershipTerms,
  type NewMembership,
  termsOf,
} from './people/memberships.ts';
export type {
  NewOrganisation,
  Organisation,
  OrganisationChanges,
  Organisations,
  OrganisationTold,
} from './people/organisations.ts';
export type { PasswordSlips, SlipHolder } from './people/password-slips.ts';
export type { FirstMembership, NewPerson, People, Person, PersonChanges } from './people/people.ts';
export { PROPOSALS_OF_ONE, type Proposal } from './people/proposals.ts';
export type { SetupLinks } from './people/setup-links.ts';
export type { SignIn, SignInAccount } from './people/sign-in.ts';
export type { StoredSubstitution } from './people/substitutes.ts';
export { checkDurability } from './postgres/check-durability.ts';
export { joinEmbeddedPostgres } from './postgres/join-embedded-postgres.ts';
export { refuseWhileRunning, removeEmbeddedPostgres } from './postgres/remove-embedded-postgres.ts';
export { noteAddress, runningAddress } from './postgres/running-address.ts';
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './postgres/start-embedded-postgres.ts';
export { diskFull, type RefusalCode, StartRefused } from './postgres/start-refused.ts';
export type { NewReferral, Referral, ReferralDecision, ReferralState, Referrals } from './referrals/referrals.ts';
export {
  BELIEVED_MS,
  type LedCase,
  type PublishedRuleSet,
  type RuleSetDraft,
  type RuleSets,
} from './rule-sets/rule-sets.ts';
export type { RuleKept, RulesKept } from './rule-sets/rules-kept.ts';
export type { NewScreen, Screens, StoredScreen } from './screens/screens.ts';
export type { Seen, SeenNote } from './seen/seen.ts';
export type { SessionLimits, Sessions } from './sessions/sessions.ts';
export type { Store } from './store.ts';
export { StoreBusy } from './store-busy.ts';
export { type Counts, exportAll } from './transfer/export-all.ts';
export { ImportRefused, importAll } from './transfer/import-all.ts';
export { verifyBeside } from './verify/verify-beside.ts';
export {
  type FaultCode,
  type Finding,
  type KeptCase,
  type Verification,
  type VerifyOptions,
  verifyChains,
} from './verify/verify-chains.ts';
export { type NewView, type SavedViews, type StoredView, VIEWS_OF_ONE } from './views/saved-views.ts';
export { NotTheDemo } from './world/replace-world.ts';
export type { WorldWaiting } from './world/waiting-rows.ts';
export type { Worlds } from './world/worlds.ts';
export type { World, WorldGuardian, WorldPerson } from './world/write-world.ts';
