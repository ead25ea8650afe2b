/** How somebody who comes of age decides: alone, with help, or by somebody whom a court appointed (成年後見). */
export const decisionWays = ['alone', 'withHelp', 'guardianAsked', 'guardianAppointed'] as const;

/** What somebody is asked on the way into adult care, by itself, its family and those who support it alike. */
export const readinessItems = [
  'explainsIllness',
  'explainsCare',
  'knowsWarningSigns',
  'namesMedicines',
  'takesMedicines',
  'knowsAllergies',
  'asksQuestions',
  'booksVisits',
  'talksAlone',
  'callsForHelp',
  'knowsEmergencyPlan',
  'caresForDevices',
  'ordersSupplies',
  'carriesPapers',
  'knowsSchemes',
  'knowsAdultClinic',
  'plansDays',
  'talksAboutBody',
  'hasSomebodyToTalkTo',
  'decidesWithHelp',
] as const;
export type ReadinessItem = (typeof readinessItems)[number];

/** From the least to the most. */
export const readinessLevels = ['notYet', 'aLittle', 'can'] as const;
export type ReadinessLevel = (typeof readinessLevels)[number];

/** Services of a child that a grown-up has elsewhere (小児の診療・サービス). */
export const childServices = [
  'neurology',
  'respiratory',
  'cardiology',
  'gastroenterology',
  'surgery',
  'urology',
  'orthopaedics',
  'otolaryngology',
  'dentistry',
  'rehabilitation',
  'psychology',
  'homeDoctor',
  'homeNursing',
  'pharmacy',
  'emergencyAdmission',
  'school',
  'supportPlanner',
  'respite',
] as const;
