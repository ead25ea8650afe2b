/** Events grouped by what people do; a role file names groups, so that a role reads like a job. */
export const intake = [
  'case.adopted',
  'birth.recorded',
  'child.named',
  'referral.received',
  'factors.recorded',
  'screening.completed',
] as const;
export const family = [
  'interview.held',
  'wish.recorded',
  'consent.recorded',
  'consent.withdrawn',
  'interview.completed',
] as const;
export const planning = [
  'planning.returned',
  'inHouseConference.held',
  'plan.written',
  'plan.explained',
  'plan.handedOver',
  'preparation.begun',
] as const;
export const preparing = [
  'preparation.resumed',
  'candidate.asked',
  'candidate.answered',
  'skill.assessed',
  'skill.selfRated',
  'drill.held',
  'device.chosen',
  'device.tried',
  'home.checked',
  'entitlement.updated',
  'contacts.recorded',
  'trialStay.planned',
  'trialStay.notPlanned',
  'trialStay.begun',
  'trialStay.returned',
  'trialStay.noted',
] as const;
export const conference = [
  'conference.convened',
  'conference.polled',
  'conference.askedAgain',
  'conference.planned',
  'conference.agendaWritten',
  'conference.held',
  'minutes.drafted',
  'minutes.shared',
  'minutes.supplemented',
  'actionItem.assigned',
  'actionItem.closed',
  'dischargeDay.planned',
  'preparation.closed',
] as const;
export const evaluation = [
  'evaluation.requested',
  'evaluation.waitlisted',
  'evaluation.bedHeld',
  'evaluation.withdrawn',
  'evaluation.visited',
  'evaluation.measured',
  'evaluation.admitted',
  'evaluation.recorded',
  'evaluation.closed',
] as const;
export const sending = [
  'handoff.composed',
  'handoff.sent',
  'handoff.answered',
  'handoff.withdrawn',
  'handoff.talkedOver',
  'handoff.reviewAnswered',
] as const;
export const receiving = [
  'handoff.opened',
  'handoff.sectionConfirmed',
  'handoff.asked',
  'handoff.accepted',
  'handoff.declined',
  'handoff.taughtBack',
  'handoff.reviewed',
] as const;
export const leaving = [
  'medication.transcribed',
  'outpatient.dated',
  'municipality.informed',
  'school.informed',
  'visit.planned',
  'discharge.done',
  'discharge.postponed',
] as const;
export const visits = [
  'firstVisit.begun',
  'visit.recorded',
  'visit.signed',
  'visit.versionChosen',
  'visit.missingAnswered',
  'difference.resolved',
  'firstVisit.closed',
  'firstVisit.notPlanned',
  'firstVisit.refused',
] as const;
/** What only whoever was there, or wrote the handoff, can say of a visit. */
export const ofBothNurses = ['visit.signed', 'visit.versionChosen', 'visit.missingAnswered'] as const;
export const atHome = [
  'followUp.evaluated',
  'followUp.familyAnswered',
  'followUp.closed',
  'readmission.begun',
  'readmission.reviewed',
  'readmission.ended',
] as const;
export const adult = [
  'adult.opened',
  'readiness.answered',
  'adult.serviceMapped',
  'adult.jointClinicDated',
  'adult.decisionSupported',
  'adult.visitHeld',
  'adult.reasonSigned',
  'adult.transferred',
  'adult.stayed',
] as const;
export const ending = [
  'case.completed',
  'case.closed',
  'case.reopened',
  'child.died',
  'grief.contacted',
  'grief.closed',
] as const;
/** What there is to check before a child goes home. */
export const checklists = ['checklist.chosen', 'checklist.itemsAdded', 'checklist.itemSet'] as const;
/** Tasks: who does them and by when; that one waits for another's. */
export const tasks = ['task.assigned', 'task.dueMoved', 'task.reminded'] as const;
/** Writes to others, and answers them. */
export const notes = ['note.added', 'note.addressed', 'note.revised', 'mention.answered'] as const;
export const everyday = ['hold.added', 'hold.removed', ...notes, 'whereabouts.recorded'] as const;
/** Whoever is asked to a conference: says when they can come, writes down what is decided there, confirms the minutes. */
export const attending = ['conference.answered', 'conference.noted', 'minutes.confirmed'] as const;
/** Whoever has the child before them and a scale. */
export const measuring = ['weight.recorded'] as const;
/** What the hospital's accounts say of the stay. */
export const accounting = ['account.recorded'] as const;
/** Hands the lead over; the other side answers with `lead.accepted`. */
export const leading = ['lead.offered'] as const;
export const beingOffered = ['lead.accepted'] as const;
/** All that an organisation may send that was asked and has not accepted yet, whatever it would send as a partner. */
export const whileAsked = [
  ...receiving,
  ...beingOffered,
  ...tasks,
  'candidate.answered',
  'entry.corrected',
  'move.undone',
] as const;
/** Puts right what was written wrongly: every clinical role, wherever it sees more than the number. */
export const correcting = ['entry.corrected', 'move.undone'] as const;
/** What a young person keeps to itself: sent by nobody else. */
const ofYoungPerson = ['readiness.keptPrivate'] as const;
/**
 * What a guardian decides: that its own task is done, when it can come, that it read the minutes, that a consent ends; and
 * what it alone can tell: how sure it feels of what it practises, how the days of a stay at home went, how it goes months
 * after the discharge, and how far the young person has come.
 */
export const ofGuardian = [
  'actionItem.closed',
  'consent.withdrawn',
  'conference.answered',
  'minutes.confirmed',
  'skill.selfRated',
  'trialStay.noted',
  'followUp.familyAnswered',
  'readiness.answered',
  ...ofYoungPerson,
] as const;
/** Only a doctor sends these (people.md, pathway.md). */
export const doctorOnly = [
  'trialStay.permitted',
  'minutes.approved',
  'order.issued',
  'discharge.ordered',
  'condition.assessed',
] as const;
/** Makes a kept version of a paper valid, or takes it back; a doctor's paper is approved by a doctor. */
export const keepingDocuments = ['document.approved', 'document.issued', 'document.withdrawn'] as const;
/** Makes an exception: only memberships with `mayWaive`, so no role file names it. */
export const makingExceptions = ['requirement.waived', 'requirement.waiverRefused'] as const;
/** Asks whoever may make it for one. */
export const askingForWaivers = ['requirement.waiverAsked'] as const;

/** Written by a route of its own, or by the clock: nobody sends these to a case. */
export const neverSent = [
  'case.registered',
  'case.merged',
  'case.absorbed',
  'adult.prompted',
  'due.neared',
  'due.reminded',
  'due.escalated',
  'answer.reminded',
  'answer.escalated',
  'fact.lapsed',
  'fact.begun',
  'rules.adopted',
  'conference.guestAnswered',
  'minutes.guestConfirmed',
  'handoff.paperAcknowledged',
  'document.drafted',
  'attachment.added',
  'attachment.removed',
] as const;

export const sendableEvents = [
  ...intake,
  ...family,
  ...planning,
  ...preparing,
  ...conference,
  ...evaluation,
  ...sending,
  ...receiving,
  ...leaving,
  ...visits,
  ...atHome,
  ...adult,
  ...ending,
  ...everyday,
  ...measuring,
  ...accounting,
  ...attending,
  ...tasks,
  ...checklists,
  ...keepingDocuments,
  ...correcting,
  ...leading,
  ...beingOffered,
  ...doctorOnly,
  ...askingForWaivers,
  ...makingExceptions,
  ...ofYoungPerson,
] as const;
export type SendableEvent = (typeof sendableEvents)[number];

/** Every event type that this room knows, for comparison with the pathway's own list. */
export const knownEventTypes: readonly string[] = [...sendableEvents, ...neverSent];
