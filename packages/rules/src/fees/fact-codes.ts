/** Ward fees (入院料) by what they bundle. */
export const wardFees = [
  'A307-1',
  'A307-2',
  'A307-3',
  'A307-4',
  'A307-5',
  'A302',
  'A302-2',
  'A303-2',
  'generalWard',
  'communityWard',
  'longTermWard',
  'otherWard',
] as const;
export const destinations = [
  'home',
  'hospital',
  'staffedFacility',
  'childFacility',
  'otherFacility',
  'attachedFacility',
  'died',
] as const;
export const stayedAt = ['home', 'hospital', 'geriatricFacility', 'dietitianFacility', 'otherFacility'] as const;

/** 退院困難な要因 ア–チ; `unreachable` is タ of R8, `other` タ of R6 and チ of R8. */
export const factors = [
  'cancerDementiaPneumonia',
  'emergency',
  'careNeedNotApplied',
  'specialCommunication',
  'severeBehaviour',
  'abuse',
  'poverty',
  'lowerAdl',
  'toileting',
  'careInsufficient',
  'procedures',
  'repeatedAdmissions',
  'malnutrition',
  'youngCarer',
  'caredForByChild',
  'unreachable',
  'other',
] as const;
export const nicuFactors = ['malformation', 'chromosome', 'under1500g', 'asphyxia', 'lifeThreatening'] as const;
export const conferenceStaff = [
  'wardNurse',
  'wardSupportStaff',
  'departmentNurse',
  'departmentSocialWorker',
  'departmentStaff',
] as const;

/** A246 通知(21) ア–ク. */
export const careSteps = [
  'background',
  'services',
  'pressureUlcer',
  'nutrition',
  'medicines',
  'factors',
  'treatment',
  'stay',
] as const;
export const hospitalStaff = ['doctor', 'nurse', 'pharmacist', 'dietitian', 'therapist', 'socialWorker'] as const;
export const parties = [
  'homeDoctor',
  'homeNurse',
  'homeAssistantNurse',
  'homePharmacist',
  'homeDietitian',
  'homeTherapist',
  'homeSocialWorker',
  'dentist',
  'dentalHygienist',
  'pharmacist',
  'stationNurse',
  'stationTherapist',
  'stationAssistantNurse',
  'careManager',
  'supportPlanner',
  'publicHealthNurse',
  'school',
  'vendor',
  'childGuidanceCentre',
] as const;
export const visitors = ['doctor', 'nurse', 'assistantNurse', 'therapist', 'dietitian', 'other'] as const;
export const nutritionNeeds = ['specialDiet', 'cancer', 'swallowing', 'lowNutrition'] as const;

/** States and guidance fees that 別表第八 and 別表第三の一の三 name, and the tubes about which they leave a judgement. */
export const homeCareItems = [
  'narcoticInjection',
  'chemotherapy',
  'inotrope',
  'tracheostomy',
  'trachealCannula',
  'indwellingCatheter',
  'drain',
  'peritonealDialysis',
  'hemodialysis',
  'oxygen',
  'centralNutrition',
  'elementalTubeFeeding',
  'selfCatheterization',
  'ventilator',
  'cpap',
  'painControl',
  'pulmonaryHypertension',
  'refractorySkin',
  'stoma',
  'deepPressureUlcer',
  'dripInfusion',
  'gastrostomy',
  'nasalTube',
  'paediatricTubeFeeding',
  'terminalCancer',
] as const;

/** What may bar a fee when it is claimed in the same stay, month or day. */
export const barringFees = [
  'A000',
  'A001',
  'A002',
  'A246',
  'A246.preAdmission',
  'A246.liaisonPlan',
  'A246-3',
  'B001-9',
  'B002',
  'B003',
  'B004',
  'B005',
  'B005.multi',
  'B005-1-2.1',
  'B005-1-2.2',
  'C000',
  'C001',
  'C001-2',
  'C005',
  'C005-1-2',
  'C009',
  'C013',
  'H003-2.admissionVisit',
  'I012',
  'I016',
  'homeGuidance',
] as const;
export type BarringFee = (typeof barringFees)[number];
