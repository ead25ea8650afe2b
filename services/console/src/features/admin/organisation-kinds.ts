/** Kinds of organisations (people.md). */
export const organisationKinds = [
  'childrensHospital',
  'hospital',
  'clinic',
  'visitingNursingStation',
  'pharmacy',
  'municipality',
  'healthCentre',
  'consultationSupport',
  'school',
  'deviceVendor',
  'facility',
  'hub',
  'prefecture',
] as const;
