import type { OrganisationKind, RoleId } from '@kaerimichi/discharge';

const hospital: readonly RoleId[] = ['dischargeNurse', 'wardNurse', 'doctor'];

/** Roles that an organisation of each kind may give, besides its administrators (people.md). */
const given: Readonly<Record<OrganisationKind, readonly RoleId[]>> = {
  childrensHospital: hospital,
  hospital,
  clinic: ['doctor', 'visitingNurse'],
  visitingNursingStation: ['visitingNurse'],
  pharmacy: [],
  municipality: ['publicHealthNurse', 'supportPlanner'],
  healthCentre: ['publicHealthNurse'],
  consultationSupport: ['supportPlanner'],
  school: ['school'],
  deviceVendor: ['deviceVendor'],
  facility: hospital,
  hub: ['coordinator'],
  prefecture: ['prefecture'],
};

/** Roles that a membership of such an organisation may have. */
export const rolesOfKind = (kind: OrganisationKind): readonly RoleId[] => [...given[kind], 'admin'];
