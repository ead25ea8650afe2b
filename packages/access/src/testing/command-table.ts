/**
 * Who sends what, written apart from the role files and from CASL, by hand from people.md and pathway.md: F in cases of
 * the own organisation, P as a partner with consent, A with consent but only asked, N where only the number is shared,
 * w with `mayWaive` only, I in the one case to which a guardian was invited.
 * Columns: discharge nurse, ward nurse, doctor, visiting nurse, coordinator, public health nurse, planner, school, vendor,
 * family.
 */
export const commandColumns = [
  'dischargeNurse',
  'wardNurse',
  'doctor',
  'visitingNurse',
  'coordinator',
  'publicHealthNurse',
  'supportPlanner',
  'school',
  'deviceVendor',
  'family',
] as const;

export const commandTable = `
case.adopted            F   -   F   -   F   -   -   -   -   -
birth.recorded          F   -   F   -   F   -   -   -   -   -
child.named             F   -   F   -   F   -   -   -   -   -
referral.received       F   -   F   -   F   -   -   -   -   -
factors.recorded        F   F   F   -   F   -   -   -   -   -
screening.completed     F   -   F   -   F   -   -   -   -   -
interview.held          F   F   F   -   F   -   -   -   -   -
wish.recorded           F   -   F   -   F   -   -   -   -   -
consent.recorded        F   -   -   -   F   -   -   -   -   -
consent.withdrawn       F   -   -   -   F   -   -   -   -   I
interview.completed     F   -   -   -   F   -   -   -   -   -
planning.returned       F   -   -   -   F   -   -   -   -   -
inHouseConference.held  F   F   -   -   F   -   -   -   -   -
plan.written            F   -   -   -   F   -   -   -   -   -
plan.explained          F   F   -   -   F   -   -   -   -   -
plan.handedOver         F   F   -   -   F   -   -   -   -   -
preparation.begun       F   -   -   -   F   -   -   -   -   -
preparation.resumed     F   -   -   -   F   -   -   -   -   -
candidate.asked         F   -   -   -   FP  -   -   -   -   -
candidate.answered      FPAN -    PAN  PAN  FPAN PAN  PAN  PAN  PAN -
skill.assessed          F   F   -   -   -   -   -   -   -   -
skill.selfRated         F   F   -   -   F   -   -   -   -   I
drill.held              F   F   -   -   -   -   -   -   -   -
device.chosen           F   -   -   -   F   -   -   -   -   -
device.tried            F   F   -   -   F   -   -   -   -   -
home.checked            F   -   -   -   F   -   -   -   -   -
entitlement.updated     F   -   -   -   F   -   -   -   -   -
contacts.recorded       F   -   -   P   F   -   -   -   -   -
trialStay.planned       F   -   -   -   F   -   -   -   -   -
trialStay.permitted     -   -   F   -   -   -   -   -   -   -
trialStay.notPlanned    F   -   -   -   F   -   -   -   -   -
trialStay.begun         F   -   -   -   F   -   -   -   -   -
trialStay.returned      F   F   -   -   F   -   -   -   -   -
trialStay.noted         F   F   -   -   F   -   -   -   -   I
conference.convened     F   -   -   -   F   -   -   -   -   -
conference.polled       F   -   -   -   FP  -   -   -   -   -
conference.askedAgain   F   -   -   -   FP  -   -   -   -   -
conference.answered     FP  FP  FP  P   FP  P   P   -   -   I
conference.planned      F   -   -   -   FP  -   -   -   -   -
conference.agendaWritten F  -   -   -   FP  -   -   -   -   -
conference.noted        FP  FP  FP  P   FP  P   P   -   -   -
conference.held         F   -   -   -   F   -   -   -   -   -
minutes.drafted         F   -   F   -   F   -   -   -   -   -
minutes.approved        -   -   F   -   -   -   -   -   -   -
minutes.shared          F   -   -   -   F   -   -   -   -   -
minutes.confirmed       FP  FP  FP  P   FP  P   P   -   -   I
minutes.supplemented    F   -   F   -   F   -   -   -   -   -
actionItem.assigned     F   -   -   -   FP  -   -   -   -   -
actionItem.closed       F   -   -   P   FP  -   -   -   -   I
dischargeDay.planned    F   -   -   -   F   -   -   -   -   -
preparation.closed      F   -   -   -   F   -   -   -   -   -
evaluation.requested    F   -   FP  -   FP  -   -   -   -   -
evaluation.waitlisted   F   -   F   -   F   -   -   -   -   -
evaluation.bedHeld      F   -   F   -   F   -   -   -   -   -
evaluation.withdrawn    F   -   F   -   F   -   -   -   -   -
evaluation.visited      F   F   F   -   -   -   -   -   -   -
evaluation.measured     F   F   F   P   -   -   -   -   -   -
evaluation.admitted     F   -   F   -   -   -   -   -   -   -
evaluation.recorded     F   -   F   -   -   -   -   -   -   -
evaluation.closed       F   -   F   -   -   -   -   -   -   -
handoff.composed        F   -   -   -   F   -   -   -   -   -
handoff.sent            F   -   -   -   F   -   -   -   -   -
handoff.answered        F   -   -   -   F   -   -   -   -   -
handoff.withdrawn       F   -   -   -   F   -   -   -   -   -
handoff.talkedOver      F   -   -   -   F   -   -   -   -   -
handoff.reviewAnswered  F   -   -   -   F   -   -   -   -   -
handoff.opened          FPA  -    PA   PA   F    -    -    -    -    -
handoff.sectionConfirmed FPA  -    PA   PA   F    -    -    -    -    -
handoff.asked           FPA  -    PA   PA   F    -    -    -    -    -
handoff.accepted        FPA  -    PA   PA   F    -    -    -    -    -
handoff.declined        FPA  -    PA   PA   F    -    -    -    -    -
handoff.taughtBack      FPA  -    PA   PA   F    -    -    -    -    -
handoff.reviewed        FPA  -    PA   PA   F    -    -    -    -    -
order.issued            -   -   FP  -   -   -   -   -   -   -
discharge.ordered       -   -   F   -   -   -   -   -   -   -
condition.assessed      -   -   F   -   -   -   -   -   -   -
medication.transcribed  F   F   F   -   -   -   -   -   -   -
outpatient.dated        F   -   -   -   F   -   -   -   -   -
municipality.informed   F   -   -   -   F   -   -   -   -   -
school.informed         F   -   -   -   F   -   -   -   -   -
visit.planned           F   F   -   P   F   -   -   -   -   -
discharge.done          F   -   -   -   F   -   -   -   -   -
discharge.postponed     F   -   -   -   F   -   -   -   -   -
firstVisit.begun        F   -   -   P   F   -   -   -   -   -
visit.recorded          F   F   -   P   F   -   -   -   -   -
visit.signed            F   F   -   P   -   -   -   -   -   -
visit.versionChosen     F   F   -   P   -   -   -   -   -   -
visit.missingAnswered   F   -   -   -   -   -   -   -   -   -
difference.resolved     F   -   -   P   F   -   -   -   -   -
firstVisit.closed       F   -   -   P   F   -   -   -   -   -
firstVisit.notPlanned   F   -   -   -   F   -   -   -   -   -
firstVisit.refused      F   -   -   P   F   -   -   -   -   -
followUp.evaluated      F   -   FP  P   FP  -   -   -   -   -
followUp.familyAnswered F   -   F   P   FP  -   -   -   -   I
followUp.closed         F   -   F   -   F   -   -   -   -   -
readmission.begun       FP  -   FP  P   F   -   -   -   -   -
readmission.reviewed    F   -   FP  -   F   -   -   -   -   -
readmission.ended       F   -   F   -   F   -   -   -   -   -
adult.opened            F   -   -   -   FP  -   -   -   -   -
readiness.answered      F   -   -   P   FP  -   -   -   -   I
adult.serviceMapped     F   -   -   -   FP  -   -   -   -   -
adult.jointClinicDated  F   -   F   -   FP  -   -   -   -   -
adult.decisionSupported F   -   -   -   FP  -   -   -   -   -
readiness.keptPrivate   -   -   -   -   -   -   -   -   -   I
adult.visitHeld         F   -   F   -   FP  -   -   -   -   -
adult.reasonSigned      F   -   F   -   FP  -   -   -   -   -
adult.transferred       F   -   -   -   FP  -   -   -   -   -
adult.stayed            F   -   -   -   FP  -   -   -   -   -
case.completed          F   -   -   -   F   -   -   -   -   -
case.closed             F   -   -   -   F   -   -   -   -   -
case.reopened           F   -   -   -   F   -   -   -   -   -
child.died              F   -   FP  -   -   -   -   -   -   -
grief.contacted         F   -   FP  -   FP  -   -   -   -   -
grief.closed            F   -   -   -   FP  -   -   -   -   -
hold.added              F   F   FP  P   FP  -   -   -   -   -
hold.removed            F   F   FP  P   FP  -   -   -   -   -
note.added              FP  FP  FP  P   FP  P   P   -   -   -
note.addressed          FP  FP  FP  P   FP  P   P   -   -   -
note.revised            FP  FP  FP  P   FP  P   P   -   -   -
mention.answered        FP  FP  FP  P   FP  P   P   -   -   -
task.assigned           FPA  FPA  FPA  PA   FPA  -    -    -    -   -
task.dueMoved           FPA  FPA  FPA  PA   FPA  -    -    -    -   -
task.reminded           FPA  FPA  FPA  PA   FPA  -    -    -    -   -
checklist.chosen        F   -   -   -   F   -   -   -   -   -
checklist.itemsAdded    F   F   -   -   F   -   -   -   -   -
checklist.itemSet       F   F   F   P   FP  -   -   -   -   -
document.approved       F   F   F   -   F   -   -   -   -   -
document.issued         F   F   F   -   F   -   -   -   -   -
document.withdrawn      F   F   F   -   F   -   -   -   -   -
whereabouts.recorded    F   F   F   P   FP  -   -   -   -   -
weight.recorded         F   F   FP  P   -   -   -   -   -   -
account.recorded        F   -   -   -   -   -   -   -   -   -
entry.corrected         FPA  FPA  FPA  PA   FPA  -    -    -    -    -
move.undone             FPA  FPA  FPA  PA   FPA  -    -    -    -    -
lead.offered            F   -   F   -   F   -   -   -   -   -
lead.accepted           PAN  -    PAN  -    PAN  -    -    -    -    -
requirement.waived      Fw  Fw  Fw  -   -   -   -   -   -   -
requirement.waiverRefused Fw  Fw  Fw  -   -   -   -   -   -   -
requirement.waiverAsked F   F   F   -   F   -   -   -   -   -
case.registered         -   -   -   -   -   -   -   -   -   -
case.merged             -   -   -   -   -   -   -   -   -   -
case.absorbed           -   -   -   -   -   -   -   -   -   -
adult.prompted          -   -   -   -   -   -   -   -   -   -
due.neared              -   -   -   -   -   -   -   -   -   -
due.reminded            -   -   -   -   -   -   -   -   -   -
due.escalated           -   -   -   -   -   -   -   -   -   -
answer.reminded         -   -   -   -   -   -   -   -   -   -
answer.escalated        -   -   -   -   -   -   -   -   -   -
fact.begun              -   -   -   -   -   -   -   -   -   -
fact.lapsed             -   -   -   -   -   -   -   -   -   -
rules.adopted           -   -   -   -   -   -   -   -   -   -
conference.guestAnswered -  -   -   -   -   -   -   -   -   -
minutes.guestConfirmed  -   -   -   -   -   -   -   -   -   -
handoff.paperAcknowledged -  -   -   -   -   -   -   -   -   -
document.drafted        -   -   -   -   -   -   -   -   -   -
attachment.added        -   -   -   -   -   -   -   -   -   -
attachment.removed      -   -   -   -   -   -   -   -   -   -
`;
