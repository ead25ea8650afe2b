import { addDays } from '../calendar/day.ts';
import type { Day } from '../calendar/meant-day.ts';
import { type Condition, lost, met, needs, review, unknown } from './condition.ts';
import { done, holds, notThat, notWith, onceAMonth, words } from './predicates.ts';
import { wardPays } from './ward.ts';

/** Conditions that the letters of 診療情報提供料(Ⅰ) (B009) share. */
const inside = wardPays('medicalManagement');

/**
 * The ward fee of an inpatient includes the letter; after the day of discharge none is claimed any more, and whether a
 * letter for that stay is still inside it is not written.
 */
export const wardPaysLetter: Condition = {
  ...inside,
  facts: ['wardFee', 'dpc', 'providedOn', 'dischargedOn'],
  judge: asked => {
    const { providedOn, dischargedOn } = asked.facts;
    const verdict = inside.judge(asked);
    const after = providedOn !== undefined && dischargedOn !== undefined && providedOn > dischargedOn;
    return verdict.is === 'bundled' && after
      ? review(
          '退院後の情報提供が入院料に含まれるかは本文にありません',
          'The text does not say whether a letter after discharge is included',
        )
      : verdict;
  },
};

export const provided = done(
  'providedOn',
  'letter.provided',
  words('文書で情報を提供した', 'Information provided in writing'),
);
export const consent = holds(
  'consent',
  'letter.consent',
  words('患者・家族の同意がある', 'Consent of patient or family'),
);
export const copyKept = holds(
  'keyPointsRecorded',
  'b009.copy',
  words('文書の写しを診療録に添付した', 'Copy kept in the chart'),
);
export const noRelation = notThat(
  'sameOwner',
  'b009.noRelation',
  words(
    '特別の関係でなく、自治体立病院から同じ自治体への提供でない',
    'No related body, nor the municipality that owns the hospital',
  ),
);
export const monthly = onceAMonth(
  'earlierLettersOn',
  'providedOn',
  'letter.monthly',
  words('同じ区分で月1回までである', 'Once a month for this kind'),
);
export const noLiaisonPlan = notWith(
  'claimedSameStay',
  ['A246.liaisonPlan'],
  'b009.notLiaisonPlan',
  words('地域連携診療計画加算を算定していない', 'Liaison plan add-on not claimed'),
);

/** 通知(12): for an inpatient from two weeks before the day of discharge to two weeks after it. */
export const aroundDischarge: Condition = {
  code: 'b009.aroundDischarge',
  text: words('退院日の前後2週間以内に提供した', 'Provided within two weeks before or after discharge'),
  facts: ['providedOn', 'dischargedOn'],
  judge: ({ facts: { providedOn, dischargedOn }, on }) => {
    if (!dischargedOn) return unknown('dischargedOn');
    const last: Day = addDays(dischargedOn, 14);
    if (!providedOn) return on > last ? lost(addDays(last, 1)) : unknown('providedOn');
    if (providedOn < addDays(dischargedOn, -14)) return { is: 'failed' };
    return providedOn <= last ? { is: 'met', on: providedOn } : lost(addDays(last, 1));
  },
};

/** 通知(12): before discharge not for a patient for whom the liaison fee was claimed; afterwards it may be. */
export const notBesideLiaison: Condition = needs(
  'b009.notLiaison',
  words('退院前の提供なら、介護支援等連携指導料を算定していない', 'Before discharge: liaison fee not claimed'),
  ['claimedSameStay', 'providedOn', 'dischargedOn'],
  ({ claimedSameStay, providedOn, dischargedOn }) =>
    providedOn < dischargedOn && claimedSameStay.some(one => one === 'B005-1-2.1' || one === 'B005-1-2.2')
      ? lost(providedOn)
      : met,
);
