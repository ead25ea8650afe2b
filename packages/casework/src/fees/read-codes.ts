import type { CareNeed, TeamFunction } from '@kaerimichi/discharge';
import type { FeeFacts } from '@kaerimichi/rules';

type Codes<Name extends keyof FeeFacts> = NonNullable<FeeFacts[Name]> extends readonly (infer Code)[] ? Code : never;
type CodeTable<Code> = Readonly<Record<string, Code | undefined>>;

/** Discharge barriers, as the notice of A246 names them. */
export const factorCodes: CodeTable<Codes<'factors'>> = {
  malignancyOrRespiratory: 'cancerDementiaPneumonia',
  emergencyAdmission: 'emergency',
  communication: 'specialCommunication',
  severeBehaviour: 'severeBehaviour',
  poverty: 'poverty',
  adlDecline: 'lowerAdl',
  toileting: 'toileting',
  caregivingInsufficient: 'careInsufficient',
  medicalProcedures: 'procedures',
  repeatedAdmissions: 'repeatedAdmissions',
  malnutrition: 'malnutrition',
  youngCarer: 'youngCarer',
  siblingCarer: 'caredForByChild',
  familyUnreachable: 'unreachable',
  other: 'other',
};
export const nicuFactorCodes: CodeTable<Codes<'nicuFactors'>> = {
  congenitalAnomaly: 'malformation',
  chromosomal: 'chromosome',
  birthWeightUnder1500: 'under1500g',
  neonatalAsphyxia: 'asphyxia',
  lifeThreatening: 'lifeThreatening',
};

/** Care that says itself which guidance it falls under; of the others a person decides. */
export const homeCareCodes: Readonly<Partial<Record<CareNeed, Codes<'homeCare'>>>> = {
  ventilator: 'ventilator',
  tracheostomy: 'tracheostomy',
  oxygen: 'oxygen',
  nasalTube: 'nasalTube',
  gastrostomy: 'gastrostomy',
  stoma: 'stoma',
};
/** Care about which no fee asks. */
export const otherCare: readonly CareNeed[] = ['suction', 'insulin', 'seizureRescue'];

/** Who was there for the hospital, and for the others: a function, not a licence. */
export const hospitalStaffCodes: Readonly<Partial<Record<TeamFunction, Codes<'hospitalStaff'>>>> = {
  attendingDoctor: 'doctor',
  dischargeNurse: 'nurse',
  wardNurse: 'nurse',
};
export const partyCodes: Readonly<Partial<Record<TeamFunction, Codes<'parties'>>>> = {
  homePhysician: 'homeDoctor',
  visitingNurse: 'stationNurse',
  pharmacist: 'pharmacist',
  supportPlanner: 'supportPlanner',
  publicHealthNurse: 'publicHealthNurse',
  school: 'school',
  deviceVendor: 'vendor',
};

/** The codes of a list that a table knows, each once. */
export const inTable = <Code>(codes: readonly string[], table: CodeTable<Code>): Code[] => [
  ...new Set(codes.flatMap(code => table[code] ?? [])),
];
