import type { BodyOf } from '../../api/route.ts';
import type { routes } from '../../api/routes.ts';

type Kind = BodyOf<typeof routes.addOrganisation>['kind'];
type Role = BodyOf<typeof routes.addPerson>['role'];
type Flag = BodyOf<typeof routes.addPerson>['flags'][number];

/** Kinds of organisations (people.md). */
export const organisationKinds: readonly Kind[] = [
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
];

/** Roles that a membership can give. */
export const roles: readonly Role[] = [
  'dischargeNurse',
  'wardNurse',
  'doctor',
  'visitingNurse',
  'coordinator',
  'publicHealthNurse',
  'supportPlanner',
  'school',
  'deviceVendor',
  'prefecture',
  'admin',
];

export const flags: readonly Flag[] = ['mayWaive', 'privacyOfficer', 'orgAdmin'];

/** As the server asks (安全管理ガイドライン 6.0). */
export const LEAST_PASSWORD = 13;

/** The chosen value, when it is one of the choices. */
export const chosenOf = <T extends string>(choices: readonly T[], value: string): T | undefined =>
  choices.find(choice => choice === value);
