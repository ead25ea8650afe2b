import type { RequirementId } from '../requirements.ts';

/**
 * How many business days a condition usually takes from the day on which it can be begun (0: on the same day), and which
 * conditions come before it. Guide values, as a nurse plans with them; no notice says them.
 */
export type LeadTime = { readonly days: number; readonly after: readonly RequirementId[] };

const takes = (days: number, ...after: readonly RequirementId[]): LeadTime => ({ days, after });

/** Of every condition on the way home, up to the discharge; each names only conditions above it. */
export const leadTimes = {
  factorsRecorded: takes(1),
  interviewHeld: takes(3, 'factorsRecorded'),
  wishRecorded: takes(0, 'interviewHeld'),
  hospitalConsentRecorded: takes(0, 'interviewHeld'),
  inHouseConferenceHeld: takes(3, 'wishRecorded'),
  planWritten: takes(2, 'inHouseConferenceHeld', 'hospitalConsentRecorded'),
  planExplained: takes(2, 'planWritten'),
  planHandedOver: takes(0, 'planExplained'),
  communityCandidatesAsked: takes(3, 'planHandedOver'),
  communityReady: takes(10, 'communityCandidatesAsked'),
  trainingReady: takes(20, 'planHandedOver'),
  equipmentReady: takes(10, 'planHandedOver'),
  powerPlanned: takes(2, 'equipmentReady'),
  entitlementsReady: takes(10, 'planHandedOver'),
  conferenceHeld: takes(5, 'communityReady'),
  trialStaySucceeded: takes(5, 'trainingReady', 'equipmentReady'),
  lastConferenceAfterLastStay: takes(3, 'trialStaySucceeded', 'conferenceHeld'),
  minutesApproved: takes(3, 'lastConferenceAfterLastStay', 'conferenceHeld'),
  actionItemsOwned: takes(0, 'lastConferenceAfterLastStay', 'conferenceHeld'),
  dischargeDayPlanned: takes(0, 'lastConferenceAfterLastStay', 'conferenceHeld'),
  conditionStable: takes(1, 'trialStaySucceeded'),
  firstVisitDated: takes(1, 'communityReady', 'dischargeDayPlanned'),
  nursingOrderCoversFirstVisit: takes(2, 'firstVisitDated'),
  contactsDayAndNight: takes(1, 'communityReady'),
  consentEveryRecipient: takes(2, 'communityReady'),
  handoffAccepted: takes(3, 'minutesApproved', 'consentEveryRecipient'),
  municipalityInformed: takes(1, 'dischargeDayPlanned'),
  schoolInformed: takes(1, 'dischargeDayPlanned'),
  firstOutpatientDated: takes(1, 'dischargeDayPlanned'),
  medicationTranscribed: takes(1, 'dischargeDayPlanned'),
  doctorOrderedDischarge: takes(1, 'conditionStable', 'minutesApproved', 'dischargeDayPlanned'),
} as const satisfies Partial<Record<RequirementId, LeadTime>>;

export type PlannedId = keyof typeof leadTimes;
export const plannedIds = Object.keys(leadTimes) as readonly PlannedId[];
const isPlannedId = (id: string): id is PlannedId => Object.hasOwn(leadTimes, id);

/** What comes before each. */
export const stepsBefore: ReadonlyMap<PlannedId, readonly PlannedId[]> = new Map(
  plannedIds.map(id => [id, leadTimes[id].after.filter(isPlannedId)]),
);
