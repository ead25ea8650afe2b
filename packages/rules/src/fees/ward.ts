import type { RuleSetId } from '../rule-set.ts';
import { bundled, type Condition, met, needs, review, type Verdict } from './condition.ts';
import type { wardFees } from './fact-codes.ts';
import { words } from './predicates.ts';

/** What a hospital would claim beside the ward fee. */
export type Part = 'support1' | 'support2' | 'support3' | 'preAdmission' | 'medicalManagement' | 'homeGuidance';
type Ward = (typeof wardFees)[number];
type Pays = 'yes' | 'no' | 'ask';

// A307 注11–13, A302・A302-2・A303 注2: what the ward fee leaves out, it pays beside itself.
const children: Readonly<Record<Part, Pays>> = {
  support1: 'yes',
  support2: 'no',
  support3: 'yes',
  preAdmission: 'yes',
  medicalManagement: 'no',
  homeGuidance: 'yes',
};
const newborn: typeof children = { ...children, preAdmission: 'no', medicalManagement: 'yes' };
const general: typeof children = { ...children, support2: 'yes', medicalManagement: 'yes' };
const unread = (sure: Partial<typeof children>): typeof children => ({
  support1: 'ask',
  support2: 'ask',
  support3: 'ask',
  preAdmission: 'ask',
  medicalManagement: 'ask',
  homeGuidance: 'ask',
  ...sure,
});
const wards: Readonly<Record<Ward, typeof children>> = {
  'A307-1': children,
  'A307-2': children,
  'A307-3': children,
  'A307-4': children,
  'A307-5': children,
  A302: newborn,
  'A302-2': newborn,
  'A303-2': newborn,
  generalWard: general,
  communityWard: unread({ support1: 'yes' }),
  longTermWard: unread({ support1: 'yes', support2: 'yes' }),
  otherWard: unread({}),
};

function paysBeside(ward: Ward, part: Part, set: RuleSetId): Pays {
  // R8 rewrote 注13: its 「医学管理等（Ｂ０１１－５…を除く。）」 reads as paid beside; R6 names no 医学管理等 at all.
  if (ward === 'A307-5' && part === 'medicalManagement' && set === 'R8') return 'ask';
  if (ward === 'communityWard' && part === 'support1' && set === 'R6') return 'ask';
  return wards[ward][part];
}

const verdicts: Readonly<Record<Pays, Verdict>> = {
  yes: met,
  no: bundled,
  ask: review('この入院料に含まれるかは本文で確かめてください', 'Check in the text whether this ward fee includes it'),
};

/** The first condition of every fee of a hospital for an inpatient: the ward fee does not include it. */
export const wardPays = (part: Part): Condition =>
  needs(
    'ward.notBundled',
    words('入院料に含まれていない', 'Not included in the ward fee'),
    ['wardFee', 'dpc'],
    ({ wardFee, dpc }, { set }) =>
      dpc
        ? review('DPCでは包括の範囲を確かめてください', 'Under DPC, check what is included')
        : verdicts[paysBeside(wardFee, part, set)],
  );
