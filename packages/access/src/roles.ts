import type { RoleId } from '@kaerimichi/discharge';
import type { Role } from './role.ts';
import { admin } from './roles/admin.ts';
import { coordinator } from './roles/coordinator.ts';
import { deviceVendor } from './roles/device-vendor.ts';
import { dischargeNurse } from './roles/discharge-nurse.ts';
import { display } from './roles/display.ts';
import { doctor } from './roles/doctor.ts';
import { family } from './roles/family.ts';
import { prefecture } from './roles/prefecture.ts';
import { publicHealthNurse } from './roles/public-health-nurse.ts';
import { school } from './roles/school.ts';
import { supportPlanner } from './roles/support-planner.ts';
import { visitingNurse } from './roles/visiting-nurse.ts';
import { wardNurse } from './roles/ward-nurse.ts';

/** Every role, one file each: the matrix of people.md as data, in one place. */
export const roles: Readonly<Record<RoleId, Role>> = {
  dischargeNurse,
  wardNurse,
  doctor,
  visitingNurse,
  coordinator,
  publicHealthNurse,
  supportPlanner,
  school,
  deviceVendor,
  family,
  prefecture,
  admin,
  display,
};
