import type { FacilityKind } from '@kaerimichi/discharge';

/** Words by which lists name what somebody does; the first that occurs decides. */
const kinds: readonly (readonly [RegExp, FacilityKind])[] = [
  [/訪問看護/, 'visitingNursing'],
  [/放課後等デイサービス/, 'afterSchoolDay'],
  [/児童発達支援|障害児通所|障がい児通所|保育所等訪問/, 'childDevelopment'],
  [/移動支援|同行援護|行動援護/, 'mobilitySupport'],
  [/福祉用具/, 'equipmentRental'],
  [/短期入所/, 'shortStay'],
  [/相談/, 'consultation'],
  [/居宅介護$|重度訪問介護|訪問介護/, 'homeHelp'],
  [/生活介護|通所介護/, 'dayCare'],
  [/すこやか福祉センター|保健センター|保健福祉センター/, 'healthWelfareCentre'],
];

export const kindOfService = (service: string): FacilityKind =>
  kinds.find(([words]) => words.test(service.normalize('NFKC')))?.[1] ?? 'welfareService';

/** 機関区分 of 医療情報ネット. */
const institutions: Readonly<Record<string, FacilityKind>> = {
  1: 'hospital',
  2: 'clinic',
  3: 'dentalClinic',
  4: 'medicalInstitution',
  5: 'pharmacy',
};
export const kindOfInstitution = (code: string): FacilityKind | null =>
  institutions[code.normalize('NFKC').trim()] ?? null;
