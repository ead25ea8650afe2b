import { a246Support1 } from './a246-1.ts';
import { a246Support2 } from './a246-2.ts';
import { a246Support3 } from './a246-3.ts';
import { a2463Visit } from './a246-3-visit.ts';
import { a246Child } from './a246-child.ts';
import { a246PreAdmission } from './a246-pre-admission.ts';
import { b004 } from './b004.ts';
import { b004Special } from './b004-special.ts';
import { b005 } from './b005.ts';
import { b00512First, b00512Second } from './b005-1-2.ts';
import { b005Doctors } from './b005-doctors.ts';
import { b005Multi } from './b005-multi.ts';
import { b007 } from './b007.ts';
import { b0072 } from './b007-2.ts';
import { b0072Accompanied } from './b007-2-accompanied.ts';
import { b0073 } from './b007-3.ts';
import { b009Attached, b009Institution, b009Municipality, b009School } from './b009.ts';
import { c100 } from './c100.ts';
import type { FeeRule } from './fee.ts';
import { stationDischargeDay } from './station-discharge-day.ts';
import { stationGuidance, stationSpecial } from './station-guidance.ts';
import { stationInformation1, stationInformation2, stationInformation3 } from './station-information.ts';
import { stationInfant, stationLong, stationSeveral } from './station-visits.ts';

/** Every fee, one line each. */
export const feeRules: readonly FeeRule[] = [
  a246Support1,
  a246Support2,
  a246Support3,
  a246Child,
  a246PreAdmission,
  a2463Visit,
  b004,
  b004Special,
  b005,
  b005Doctors,
  b005Multi,
  b00512First,
  b00512Second,
  b007,
  b0072,
  b0072Accompanied,
  b0073,
  c100,
  b009Institution,
  b009Attached,
  b009Municipality,
  b009School,
  stationGuidance,
  stationSpecial,
  stationDischargeDay,
  stationInformation1,
  stationInformation2,
  stationInformation3,
  stationLong,
  stationSeveral,
  stationInfant,
];

export const findFee = (id: string): FeeRule | null => feeRules.find(rule => rule.id === id) ?? null;
