import type { FeeFacts } from '../fees/facts.ts';
import { findFee } from '../fees/fee-rules.ts';

/** A case under 令和8年: a girl of two, eighty-one days on a general ward, home with tracheostomy and ventilator. */
const stay = {
  wardFee: 'generalWard',
  dpc: false,
  notified: true,
  admittedOn: '2026-09-01',
  dischargedOn: '2026-11-20',
  destination: 'home',
  bornOn: '2024-03-10',
  consent: true,
  writtenInformation: true,
  keyPointsRecorded: true,
  claimedSameStay: [],
  claimedSameMonth: [],
  claimedSameDay: [],
  homeCare: ['tracheostomy', 'indwellingCatheter', 'ventilator'],
  byVideo: false,
} satisfies FeeFacts;
const support = {
  ...stay,
  wishesHome: true,
  factors: ['procedures'],
  screenedOn: '2026-09-03',
  familyTalkOn: '2026-09-07',
  planStartedOn: '2026-09-07',
  inHouseConferenceOn: '2026-09-07',
  conferenceStaff: ['wardNurse', 'wardSupportStaff', 'departmentNurse', 'departmentSocialWorker'],
  planExplainedOn: '2026-09-10',
  planGivenOn: '2026-09-10',
  destinationRecorded: true,
  earlierSupportOn: [],
} satisfies FeeFacts;
const beforeAdmission = {
  ...stay,
  supportPlanSharedOn: '2026-08-31',
  supportPlanGivenOn: '2026-09-01',
} satisfies FeeFacts;
const joint = {
  ...stay,
  guidedOn: '2026-11-10',
  hospitalStaff: ['doctor', 'nurse'],
  parties: ['homeDoctor', 'stationNurse', 'supportPlanner'],
  stations: 1,
  byHomeDoctorsOrder: true,
  earlierGuidanceOn: [],
} satisfies FeeFacts;
const liaison = {
  ...joint,
  wantsServices: true,
  patientChose: true,
  attachedCareFacility: false,
  wardNotifiesSupport1: true,
  byDepartment: true,
  standingCooperation: true,
} satisfies FeeFacts;
const afterwards = {
  ...stay,
  visitedOn: '2026-11-21',
  visitor: 'nurse',
  staysAt: 'home',
  earlierVisitsOn: [],
} satisfies FeeFacts;
const letter = {
  ...stay,
  providedOn: '2026-11-20',
  sameOwner: false,
  earlierLettersOn: [],
  careNeeded: true,
} satisfies FeeFacts;
const station = { ...joint, nursingOrder: true, table7: false, firstVisitOn: '2026-11-21' } satisfies FeeFacts;
const stationLetter = { ...station, ...letter, requested: true, forOwnArea: true } satisfies FeeFacts;
const stationVisit = {
  ...station,
  visitedOn: '2026-11-25',
  severeClass: 'super',
  specialOrder: false,
} satisfies FeeFacts;

/** Facts with which each fee is met. */
export const metCases: Readonly<Record<string, FeeFacts>> = {
  'a246.1': support,
  'a246.2': { ...support, screenedOn: '2026-09-07' },
  'a246.3': {
    ...support,
    nicuFeeThisStay: true,
    nicuFactors: ['under1500g'],
    planConsent: true,
    planStartedOn: '2026-09-30',
    emergencyContactGiven: true,
    reachableDayAndNight: true,
  },
  'a246.child': support,
  'a246.preAdmission': {
    ...beforeAdmission,
    admittedFrom: 'home',
    plannedAdmission: true,
    careNeedCertified: false,
    preAdmissionSteps: ['background', 'pressureUlcer', 'nutrition', 'medicines', 'factors', 'treatment', 'stay'],
    claimedSameStay: ['A246'],
  },
  'a246-3': {
    ...beforeAdmission,
    medicalCareScore: 16,
    cumulativeStayDays: 29,
    visitedOn: '2026-08-31',
    visitor: 'nurse',
    linkedReadmission: false,
    earlierPreAdmissionOn: [],
  },
  b004: { ...joint, supportClinic: false },
  'b004.special': { ...joint, supportClinic: false },
  b005: joint,
  'b005.doctors': joint,
  'b005.multi': joint,
  'b005-1-2.1': liaison,
  'b005-1-2.2': liaison,
  b007: { ...afterwards, visitedOn: '2026-11-20', longStayExpected: true },
  'b007-2': afterwards,
  'b007-2.accompanied': {
    ...afterwards,
    accompanied: ['stationNurse'],
    skillsTransferred: true,
    earlierAccompaniedOn: [],
  },
  'b007-3': { ...afterwards, visitor: 'dietitian', nutritionNeed: ['swallowing'], minutes: 20 },
  c100: {
    ...stay,
    trialStayOn: '2026-11-07',
    inHospitalRehearsal: false,
    guidanceGiven: true,
    returnedFromStay: true,
    earlierTrialGuidanceOn: [],
  },
  'b009.note1': letter,
  'b009.note8': { ...letter, dataAttached: true },
  'b009.note2': { ...letter, forOwnArea: true },
  'b009.note7': { ...letter, schoolGroup: true, attends: true, sameDoctor: false },
  'station.jointGuidance': station,
  'station.special': station,
  'station.dischargeDay': {
    ...station,
    visitedOn: '2026-11-20',
    visitor: 'nurse',
    needJudged: false,
    minutes: 90,
    severeClass: 'super',
    specialOrder: false,
  },
  'station.information1': stationLetter,
  'station.information2': { ...stationLetter, attends: true, severeClass: 'none' },
  'station.information3': { ...stationLetter, throughDoctor: true },
  'station.long': { ...stationVisit, minutes: 91, longVisitsThisWeekOn: [] },
  'station.several': { ...stationVisit, visitsThatDay: 2 },
  'station.infant': stationVisit,
};

const yearEarlier = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(yearEarlier);
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    ? `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`
    : value;
};
/** The same case a year earlier, under 令和6年. */
export const inR6 = (facts: FeeFacts): FeeFacts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, yearEarlier(value)])) as FeeFacts;

export const ASKED_ON = '2026-12-01';
export function askFee(id: string, facts: FeeFacts, on = ASKED_ON) {
  const outcome = findFee(id)?.ask({ ...facts, on });
  if (!outcome?.ok) throw new Error(`${id}: ${JSON.stringify(outcome)}`);
  return outcome.answer;
}
