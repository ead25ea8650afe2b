import { describe, expect, it } from 'vitest';
import { changeTable as table } from '../testing/change-table.ts';
import { askFee, metCases } from '../testing/fee-case.ts';

describe('A246', () => {
  // Admission 9/1 is day one: three days end on 9/3, seven on 9/7, fourteen on 9/14, a month on 9/30.
  table('a246.1', [
    [{ screenedOn: '2026-09-04' }, 'needsReview'],
    [{ familyTalkOn: '2026-09-08' }, 'needsReview'],
    [{ planStartedOn: '2026-09-08' }, 'lost', '2026-09-08'],
    [{ inHouseConferenceOn: '2026-09-08' }, 'lost', '2026-09-08'],
    [{ planStartedOn: undefined }, 'lost', '2026-09-08'],
    [{ planStartedOn: '2026-08-31' }, 'missing'],
    [{ factors: [] }, 'missing'],
    [{ factors: ['unreachable'] }, 'met'],
    [{ wishesHome: false }, 'missing'],
    [{ destination: 'died' }, 'lost', '2026-11-20'],
    [{ destination: 'hospital' }, 'met'],
    [{ earlierSupportOn: ['2026-10-01'] }, 'lost', '2026-10-01'],
    [{ claimedSameStay: ['B005'] }, 'missing'],
    [{ claimedSameStay: ['B005'], preparationConfirmed: true }, 'met'],
    [{ conferenceStaff: ['wardNurse', 'departmentNurse', 'departmentSocialWorker'] }, 'missing'],
    [{ conferenceStaff: ['wardNurse', 'wardSupportStaff', 'departmentNurse'] }, 'missing'],
    [{ conferenceStaff: ['wardNurse', 'wardSupportStaff', 'departmentNurse'], contentShared: true }, 'met'],
    [{ wardFee: 'longTermWard', familyTalkOn: '2026-09-14', enteredWardOn: '2026-09-01' }, 'met'],
    [{ wardFee: 'longTermWard', familyTalkOn: '2026-09-15', enteredWardOn: '2026-09-01' }, 'needsReview'],
    [{ wardFee: 'longTermWard', enteredWardOn: '2026-11-06' }, 'met'],
    [{ wardFee: 'longTermWard', enteredWardOn: '2026-11-07' }, 'needsReview'],
    [{ wardFee: 'longTermWard', enteredWardOn: '2026-11-08' }, 'lost', '2026-11-20'],
    [{ wardFee: 'longTermWard', enteredWardOn: '2026-09-01', destination: 'hospital' }, 'lost', '2026-11-20'],
  ]);
  table('a246.1', [[{ planStartedOn: undefined }, 'missing']], '2026-09-07');
  table('a246.1', [[{ planStartedOn: undefined }, 'lost', '2026-09-08']], '2026-09-08');
  table('a246.2', [
    [{ screenedOn: '2026-09-08' }, 'needsReview'],
    [{ familyTalkOn: '2026-09-30', inHouseConferenceOn: '2026-09-30' }, 'met'],
    [{ planStartedOn: '2026-09-08' }, 'lost', '2026-09-08'],
  ]);
  table('a246.3', [
    [{ screenedOn: '2026-09-08' }, 'lost', '2026-09-08'],
    [{ familyTalkOn: '2026-09-08' }, 'lost', '2026-09-08'],
    [{ planStartedOn: '2026-10-01' }, 'lost', '2026-10-01'],
    [{ nicuFeeThisStay: false, transferredWithClaim: true }, 'met'],
    [{ nicuFeeThisStay: false, transferredWithClaim: false }, 'missing'],
    [{ nicuFeeThisStay: false }, 'missing'],
    [{ planConsent: false }, 'missing'],
    [{ reachableDayAndNight: false }, 'missing'],
    [{ conferenceStaff: ['wardNurse', 'departmentNurse'] }, 'missing'],
  ]);
  // Fifteen is reached on the day before the birthday.
  table('a246.child', [
    [{ bornOn: '2011-11-22' }, 'met'],
    [{ bornOn: '2011-11-21' }, 'needsReview'],
    [{ bornOn: '2011-11-20' }, 'lost', '2026-11-19'],
  ]);
  table('a246.preAdmission', [
    [{ preAdmissionSteps: ['background', 'stay', 'nutrition'] }, 'met'],
    [{ preAdmissionSteps: ['background', 'nutrition'] }, 'missing'],
    [{ careNeedCertified: true }, 'missing'],
    [{ admittedFrom: 'hospital' }, 'lost', '2026-09-01'],
    [{ plannedAdmission: false }, 'lost', '2026-09-01'],
    [{ supportPlanSharedOn: '2026-09-01' }, 'lost', '2026-09-01'],
    [{ supportPlanGivenOn: '2026-09-02' }, 'lost', '2026-09-02'],
    [{ claimedSameStay: ['A246', 'A246-3'] }, 'lost', '2026-12-01'],
  ]);
  it('pays 200 for a part of the steps, 1,000 on a community ward in R8, 1,300 on a long-term ward', () => {
    expect(
      askFee('a246.preAdmission', {
        ...metCases['a246.preAdmission'],
        preAdmissionSteps: ['background', 'stay', 'nutrition'],
      }).amount?.value,
    ).toBe(200);
    expect(askFee('a246.1', { ...metCases['a246.1'], wardFee: 'communityWard' }).amount?.value).toBe(1000);
    expect(
      askFee('a246.1', { ...metCases['a246.1'], wardFee: 'longTermWard', enteredWardOn: '2026-09-01' }).amount?.value,
    ).toBe(1300);
  });
  table('a246-3', [
    [{ medicalCareScore: 15 }, 'missing'],
    [{ cumulativeStayDays: 30 }, 'lost', '2026-09-01'],
    [{ visitedOn: '2026-09-01' }, 'lost', '2026-09-01'],
    [{ linkedReadmission: true }, 'lost', '2026-12-01'],
    [{ earlierPreAdmissionOn: ['2025-04-01'] }, 'lost', '2025-04-01'],
    [{ claimedSameDay: ['C001'] }, 'lost', '2026-12-01'],
    [{ byVideo: true }, 'missing'],
    [{ byVideo: true, videoConsent: true, notifiedVideo: true }, 'met'],
    [{ byVideo: true, videoConsent: false, notifiedVideo: true }, 'missing'],
  ]);
});

describe('joint guidance', () => {
  table('b004', [
    [{ supportClinic: true, houseCallsDayAndNight: true, contactDocumentGiven: true }, 'met'],
    [{ supportClinic: true, houseCallsDayAndNight: true, contactDocumentGiven: false }, 'missing'],
    [{ parties: ['stationNurse'] }, 'missing'],
    [{ parties: ['homeAssistantNurse'] }, 'met'],
    [{ claimedSameDay: ['C001'] }, 'lost', '2026-12-01'],
    [{ wardFee: 'A307-1' }, 'met'],
  ]);
  table('b005', [
    [{ parties: ['stationNurse'] }, 'met'],
    [{ parties: ['stationAssistantNurse'] }, 'missing'],
    [{ parties: ['publicHealthNurse', 'school', 'vendor'] }, 'missing'],
    [{ parties: ['stationNurse'], byHomeDoctorsOrder: false }, 'missing'],
    [{ parties: ['homeDoctor'], byHomeDoctorsOrder: false }, 'met'],
    [{ byVideo: true }, 'missing'],
    [{ byVideo: true, videoConsent: true }, 'met'],
    [{ guidedOn: '2026-11-20' }, 'met'],
    [{ guidedOn: '2026-11-21' }, 'lost', '2026-11-21'],
    [{ destination: 'hospital' }, 'lost', '2026-11-20'],
    [{ destination: 'childFacility' }, 'lost', '2026-11-20'],
    [
      {
        destination: 'childFacility',
        claimedSameStay: ['A246'],
        planGivenOn: '2026-09-10',
        planSharedWithHomeCare: true,
      },
      'met',
    ],
    [{ claimedSameStay: ['A246'], planGivenOn: '2026-09-10' }, 'missing'],
    [{ claimedSameStay: ['A246.liaisonPlan'] }, 'lost', '2026-12-01'],
    // Twice for 別表第三の一の三, one of the two between doctors or nurses.
    [{ earlierGuidanceOn: ['2026-10-01'] }, 'met'],
    [{ earlierGuidanceOn: ['2026-10-01', '2026-11-01'] }, 'lost', '2026-11-01'],
    [{ earlierGuidanceOn: ['2026-10-01'], homeCare: ['tracheostomy'] }, 'lost', '2026-10-01'],
    [{ earlierGuidanceOn: ['2026-10-01'], homeCare: ['tracheostomy', 'gastrostomy'] }, 'needsReview'],
    [{ earlierGuidanceOn: ['2026-10-01'], homeCare: ['selfCatheterization', 'stoma'] }, 'lost', '2026-10-01'],
    [{ earlierGuidanceOn: ['2026-10-01'], homeCare: [], highlyManaged: true }, 'needsReview'],
    [{ earlierGuidanceOn: ['2026-10-01'], hospitalStaff: ['therapist'] }, 'needsReview'],
  ]);
  table('b005.doctors', [
    [{ hospitalStaff: ['nurse'] }, 'missing'],
    [{ claimedSameDay: ['B005.multi'] }, 'lost', '2026-12-01'],
  ]);
  table('b005.multi', [
    [{ parties: ['homeDoctor', 'homeNurse', 'stationNurse'] }, 'missing'],
    [
      { parties: ['homeDoctor', 'stationNurse', 'publicHealthNurse', 'school', 'vendor', 'childGuidanceCentre'] },
      'missing',
    ],
    [{ parties: ['homeDoctor', 'dentist', 'dentalHygienist'] }, 'missing'],
    [{ parties: ['homeDoctor', 'dentist', 'pharmacist'] }, 'met'],
    [{ parties: ['homeDoctor', 'stationNurse'], stations: 2 }, 'needsReview'],
    [{ parties: ['homeDoctor', 'stationNurse', 'careManager'] }, 'met'],
    [{ hospitalStaff: ['socialWorker'] }, 'missing'],
    [{ claimedSameDay: ['B005-1-2.1'] }, 'lost', '2026-12-01'],
  ]);
  table('b005-1-2.1', [
    [{ parties: ['publicHealthNurse'] }, 'missing'],
    [{ parties: ['careManager'] }, 'met'],
    [{ attachedCareFacility: true }, 'lost', '2026-12-01'],
    [{ earlierGuidanceOn: ['2026-10-01'] }, 'met'],
    [{ earlierGuidanceOn: ['2026-10-01', '2026-10-20'] }, 'lost', '2026-10-20'],
    [{ claimedSameStay: ['B005-1-2.2'] }, 'lost', '2026-12-01'],
    [{ claimedSameDay: ['B005.multi'] }, 'lost', '2026-12-01'],
  ]);
  table('b005-1-2.2', [
    [{ standingCooperation: false }, 'missing'],
    [{ byDepartment: false }, 'missing'],
    [{ wardNotifiesSupport1: false }, 'missing'],
    [{ claimedSameStay: ['B005-1-2.1'] }, 'lost', '2026-12-01'],
  ]);
});

describe('visits', () => {
  table('b007', [
    [{ visitedOn: '2026-09-01' }, 'met'],
    [{ visitedOn: '2026-11-21' }, 'lost', '2026-11-21'],
    [{ longStayExpected: false }, 'missing'],
    [{ destination: 'staffedFacility' }, 'lost', '2026-11-20'],
    [{ earlierVisitsOn: ['2026-09-14'] }, 'met'],
    [{ earlierVisitsOn: ['2026-09-15'] }, 'lost', '2026-09-15'],
    [{ earlierVisitsOn: ['2026-09-14', '2026-10-01'] }, 'lost', '2026-10-01'],
    [{ claimedSameStay: ['H003-2.admissionVisit'] }, 'lost', '2026-12-01'],
  ]);
  table('b007-2', [
    [{ visitedOn: '2026-11-20' }, 'missing'],
    [{ visitedOn: '2026-12-19' }, 'met'],
    [{ visitedOn: '2026-12-20' }, 'needsReview'],
    [{ visitedOn: '2026-12-21' }, 'lost', '2026-12-20'],
    [{ homeCare: ['gastrostomy'] }, 'needsReview'],
    [{ homeCare: ['paediatricTubeFeeding'] }, 'needsReview'],
    [{ homeCare: ['elementalTubeFeeding'] }, 'met'],
    [{ homeCare: ['refractorySkin'] }, 'met'],
    [{ homeCare: [] }, 'missing'],
    [{ visitor: 'assistantNurse' }, 'missing'],
    [{ staysAt: 'geriatricFacility' }, 'missing'],
    [{ earlierVisitsOn: ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'] }, 'met'],
    [{ earlierVisitsOn: ['2026-11-26', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'] }, 'lost', '2026-11-26'],
    [{ claimedSameDay: ['C000'] }, 'lost', '2026-12-01'],
  ]);
  it('of R6 has no 難治性皮膚疾患 in table 8', () => {
    const facts = { ...metCases['b007-2'], homeCare: ['refractorySkin' as const] };
    expect(askFee('b007-2', { ...facts, dischargedOn: '2026-05-20', visitedOn: '2026-05-31' }).status).toBe('missing');
    expect(askFee('b007-2', { ...facts, dischargedOn: '2026-05-20', visitedOn: '2026-06-01' }).status).toBe('met');
  });
  table('b007-2.accompanied', [
    [{ accompanied: ['stationAssistantNurse'] }, 'met'],
    [{ accompanied: ['publicHealthNurse'] }, 'missing'],
    [{ earlierAccompaniedOn: ['2026-11-22'] }, 'lost', '2026-11-22'],
  ]);
  table('b007-3', [
    [{ minutes: 19 }, 'needsReview'],
    [{ visitor: 'nurse' }, 'missing'],
    [{ staysAt: 'dietitianFacility' }, 'missing'],
    [{ earlierVisitsOn: ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'] }, 'lost', '2026-11-25'],
    [{ claimedSameMonth: ['C009'] }, 'lost', '2026-12-01'],
  ]);
  table('c100', [
    [{ inHospitalRehearsal: true }, 'lost', '2026-12-01'],
    [{ destination: 'hospital' }, 'lost', '2026-11-20'],
    [{ dischargedOn: undefined }, 'missing'],
    [{ returnedFromStay: false }, 'missing'],
    [{ earlierTrialGuidanceOn: ['2026-10-10'] }, 'lost', '2026-10-10'],
    [{ claimedSameDay: ['homeGuidance'] }, 'lost', '2026-12-01'],
  ]);
  it('with a trial stay pays 200 more under six', () => {
    expect(askFee('c100', { ...metCases.c100, bornOn: '2020-11-09' }).amount?.value).toBe(320);
    expect(askFee('c100', { ...metCases.c100, bornOn: '2020-11-07' }).amount?.value).toBe(120);
    expect(askFee('c100', { ...metCases.c100, bornOn: undefined }).amount).toBeUndefined();
  });
});

describe('letters', () => {
  table('b009.note1', [
    [{ sameOwner: true }, 'lost', '2026-12-01'],
    [{ earlierLettersOn: ['2026-11-01'] }, 'lost', '2026-11-01'],
    [{ earlierLettersOn: ['2026-10-31'] }, 'met'],
    [{ claimedSameStay: ['A246.liaisonPlan'] }, 'lost', '2026-12-01'],
  ]);
  table('b009.note8', [
    [{ providedOn: '2026-12-31' }, 'met'],
    [{ providedOn: '2027-01-01' }, 'lost', '2027-01-01'],
    [{ dataAttached: false }, 'missing'],
  ]);
  table('b009.note2', [
    [{ providedOn: '2026-11-06' }, 'met'],
    [{ providedOn: '2026-11-05' }, 'missing'],
    [{ providedOn: '2026-12-04' }, 'met'],
    [{ providedOn: '2026-12-05' }, 'lost', '2026-12-05'],
    // City and support office in one month are one.
    [{ earlierLettersOn: ['2026-11-19'] }, 'lost', '2026-11-19'],
    [{ sameOwner: true }, 'lost', '2026-12-01'],
    [{ destination: 'otherFacility' }, 'lost', '2026-11-20'],
    [{ claimedSameStay: ['B005-1-2.1'], providedOn: '2026-11-19' }, 'lost', '2026-11-19'],
    [{ claimedSameStay: ['B005-1-2.1'], providedOn: '2026-11-21' }, 'met'],
  ]);
  // 18 is reached on 3/31 by whoever is born on 4/1: that very day is the last.
  table('b009.note7', [
    [{ bornOn: '2009-04-01', providedOn: '2027-03-31' }, 'met'],
    [{ bornOn: '2009-04-01', providedOn: '2027-04-01' }, 'lost', '2027-04-01'],
    [{ bornOn: '2009-04-02', providedOn: '2028-03-31' }, 'met'],
    [{ bornOn: '2009-04-02', providedOn: '2028-04-01' }, 'lost', '2028-04-01'],
    [{ sameDoctor: true }, 'lost', '2026-12-01'],
    [{ attends: false }, 'missing'],
  ]);
});
