import { type Remark, remark } from '../remark.ts';
import type { MedicalCareFacts } from './medical-care-facts.ts';

/** Whether an enema counts: a disposable glycerin one of at most these grams is no 医療的ケア (別紙様式14の3 末尾). */
export type EnemaReading = { readonly counts: boolean; readonly needsReview: readonly Remark[] };

type Limit = { readonly from: number; readonly grams: number };
/** By age in years, each up to the next; 12 to 17 stand in no group, and are compared with the adult's. */
const limits: readonly Limit[] = [
  { from: 0, grams: 5 },
  { from: 1, grams: 10 },
  { from: 6, grams: 20 },
  { from: 12, grams: 40 },
];
const ADULT = 18;
const UNGROUPED = 12;
/** 「おおむね」: what is a tenth beyond a limit is for the physician to judge. */
const ABOUT = 1.1;

const gramsFor = (ageYears: number): number => limits.findLast(({ from }) => from <= ageYears)?.grams ?? 0;

export function readEnema({ enema, ageYears }: MedicalCareFacts): EnemaReading {
  if (!enema) return { counts: true, needsReview: [kindUnknown] };
  if (!enema.disposableGlycerin) return counted;
  const tube = within(enema.insertionCm, { from: 5, to: 6 });
  // 「50％程度」: five either way.
  const glycerin = within(enema.glycerinPercent, { from: 50, to: 50, by: 1.1 });
  const volume = volumeOf(enema.volumeG, ageYears);
  const readings = [tube, glycerin, volume.reading];
  if (readings.includes('outside')) return counted;
  const about = readings.includes('about') ? [nearLimit] : [];
  return { counts: volume.counts || about.length > 0, needsReview: [...about, ...volume.needsReview] };
}

const counted: EnemaReading = { counts: true, needsReview: [] };
type Nearness = 'within' | 'about' | 'outside';

function within(value: number, { from, to, by = ABOUT }: { from: number; to: number; by?: number }): Nearness {
  if (value >= from && value <= to) return 'within';
  return value >= from / by && value <= to * by ? 'about' : 'outside';
}

type Volume = { readonly reading: Nearness; readonly counts: boolean; readonly needsReview: readonly Remark[] };

function volumeOf(grams: number, ageYears: number | undefined): Volume {
  const upTo = (limit: number): Nearness => within(grams, { from: 0, to: limit });
  if (ageYears === undefined) {
    // The smallest limit holds at every age, the largest at none that is beyond it.
    if (upTo(5) === 'within') return { reading: 'within', counts: false, needsReview: [] };
    if (upTo(40) === 'outside') return { reading: 'outside', counts: true, needsReview: [] };
    return { reading: 'within', counts: true, needsReview: [ageUnknown] };
  }
  const reading = upTo(gramsFor(ageYears));
  const isUngrouped = ageYears >= UNGROUPED && ageYears < ADULT;
  return { reading, counts: isUngrouped, needsReview: isUngrouped ? [noGroup] : [] };
}

const kindUnknown = remark(
  'enemaKind',
  '浣腸器の種類が分かりません。市販のディスポーザブルグリセリン浣腸器で基準の容量までのものは数えません。',
  'The kind of enema is not given: a disposable glycerin one up to the limit is not counted.',
);
const nearLimit = remark(
  'enemaAbout',
  '浣腸器の長さ・濃度・容量が「おおむね」の境にあります。除外にあたるかは医師が判断します。',
  'Length, concentration or volume is about at the limit: whether it is excluded is for the physician.',
);
const ageUnknown = remark(
  'enemaAge',
  '年齢が分からないため、容量の基準（0歳5g、1〜5歳10g、6〜11歳20g、成人40g）と比べられません。',
  'Without the age the volume cannot be compared (5 g at 0, 10 g at 1–5, 20 g at 6–11, 40 g for adults).',
);
const noGroup = remark(
  'enemaNoAgeGroup',
  '12〜17歳の容量の基準は表にありません。成人の基準はおおむね40gです。',
  'The form has no limit for 12 to 17 years; for adults it is about 40 g.',
);
