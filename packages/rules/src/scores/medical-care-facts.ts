import { z } from 'zod';
import { day } from '../calendar/meant-day.ts';
import { type Fault, faultAt } from '../outcome.ts';
import { medicalCareItem, medicalCareItemIds, watchLevels } from './medical-care-items.ts';

const titled = (ja: string, en: string) => ({ title: `${ja} / ${en}` });

const ticked = z.strictObject({
  id: z.enum(medicalCareItemIds),
  watch: z.enum(watchLevels).optional().meta(titled('見守り', 'watch')),
});

/** What is asked for a 医療的ケア判定スコア; a missing watch is `low`. */
export const medicalCareFacts = z.strictObject({
  assessedOn: day.meta(titled('判定日', 'day of the assessment')),
  items: z.array(ticked).max(100).meta(titled('あてはまる項目', 'items that apply')),
  pumpCgmLinked: z
    .boolean()
    .optional()
    .meta(titled('インスリンポンプと持続血糖測定器の連動', 'insulin pump and glucose monitor are linked')),
  enema: z
    .strictObject({
      disposableGlycerin: z.boolean().meta(titled('市販のディスポーザブルグリセリン浣腸器', 'disposable glycerin enema')),
      insertionCm: z.number().positive().max(100).meta(titled('挿入部の長さ（cm）', 'insertion part in cm')),
      glycerinPercent: z.number().min(0).max(100).meta(titled('グリセリン濃度（％）', 'glycerin in per cent')),
      volumeG: z.number().positive().max(1000).meta(titled('容量（g）', 'volume in g')),
    })
    .optional()
    .meta(titled('浣腸器', 'enema')),
  ageYears: z.int().min(0).max(120).optional().meta(titled('年齢', 'age in years')),
  seizure: z
    .strictObject({
      physicianInstruction: z.boolean().meta(titled('医師から発作時の指示がある', 'physician’s instruction')),
      lastAttackOn: day.meta(titled('最後の発作', 'last attack')),
    })
    .optional()
    .meta(titled('痙攣', 'seizures')),
});
export type MedicalCareFacts = z.infer<typeof medicalCareFacts>;

/** Every part of the facts that the form forbids. */
export function medicalCareFaults({ items, assessedOn, seizure }: MedicalCareFacts): Fault[] {
  const faults = items.flatMap(({ id, watch }, at): Fault[] => {
    const { place, watch: points, oneOf } = medicalCareItem(id);
    const before = items.slice(0, at);
    if (before.some(other => other.id === id))
      return [faultAt(['items', at, 'id'], `項目${place}が二度あります。`, `Item ${place} is named twice.`)];
    const isSecond = oneOf !== undefined && before.some(other => medicalCareItem(other.id).oneOf === oneOf);
    const second = faultAt(
      ['items', at, 'id'],
      `項目${oneOf}は、いずれか一つだけを選びます（別紙様式14の3 項目${oneOf}の注）。`,
      `Of item ${oneOf} one alternative only (form 14-3, note to item ${oneOf}).`,
    );
    const hasIt = watch === undefined || points[watch] !== undefined;
    return [...(isSecond ? [second] : []), ...(hasIt ? [] : [noSuchWatch(at, place, Object.keys(points))])];
  });
  const isAhead = seizure !== undefined && seizure.lastAttackOn > assessedOn;
  const ahead = faultAt(['seizure', 'lastAttackOn'], '判定日よりあとの発作です。', 'After the day of the assessment.');
  return [...faults, ...(isAhead ? [ahead] : [])];
}

function noSuchWatch(at: number, place: string, levels: readonly string[]): Fault {
  const path = ['items', at, 'watch'];
  return levels.length === 0
    ? faultAt(path, `項目${place}に見守りスコアはありません。`, `Item ${place} has no watch score.`)
    : faultAt(
        path,
        `項目${place}の見守りに「中」はありません（中があるのは人工呼吸器だけです）。`,
        `Item ${place} has no middle watch; only the ventilator has.`,
      );
}
