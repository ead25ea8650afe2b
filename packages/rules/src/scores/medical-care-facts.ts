import { z } from 'zod';
import { type Day, dayAmongFacts as day } from '../calendar/meant-day.ts';
import { type Fault, faultAt } from '../outcome.ts';
import { ruleSetOn } from '../rule-set.ts';
import { entriesOf, fieldOf, partOf, type Sent, toldBeside } from '../told-beside.ts';
import {
  type MedicalCareItemId,
  medicalCareItem,
  medicalCareItemIds,
  type WatchLevel,
  watchLevels,
} from './medical-care-items.ts';

const titled = (ja: string, en: string) => ({ title: `${ja} / ${en}` });

const ticked = z.strictObject({
  id: z.enum(medicalCareItemIds),
  watch: z.enum(watchLevels).optional().meta(titled('見守り', 'watch')),
});

const asked = z.strictObject({
  assessedOn: day.meta(titled('判定日', 'day of the assessment')),
  items: z.array(ticked).max(100).meta(titled('あてはまる項目', 'items that apply')),
  pumpCgmLinked: z
    .boolean()
    .optional()
    .meta(titled('インスリンポンプと持続血糖測定器の連動', 'insulin pump and glucose monitor are linked')),
  enema: z
    .strictObject({
      disposableGlycerin: z
        .boolean()
        .meta(titled('市販のディスポーザブルグリセリン浣腸器', 'disposable glycerin enema')),
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
/** What is asked for a 医療的ケア判定スコア; a missing watch is `low`. */
export const medicalCareFacts = toldBeside(asked, medicalCareFaults);
export type MedicalCareFacts = z.infer<typeof medicalCareFacts>;

/** Every part of what was sent that the form forbids. */
export function medicalCareFaults(sent: Sent): Fault[] {
  const ticks = entriesOf(sent.items).map(readTick);
  const assessedOn = partOf(day, sent.assessedOn);
  const lastAttackOn = partOf(day, fieldOf(sent.seizure, 'lastAttackOn'));
  const isAhead = assessedOn !== undefined && lastAttackOn !== undefined && lastAttackOn > assessedOn;
  const ahead = faultAt(['seizure', 'lastAttackOn'], '判定日よりあとの発作です。', 'After the day of the assessment.');
  return [
    ...ticks.flatMap((_tick, at) => tickFaults(ticks, at)),
    ...(isAhead ? [ahead] : []),
    ...revisionFaults(assessedOn),
  ];
}

type Tick = { readonly id: MedicalCareItemId | undefined; readonly watch: WatchLevel | undefined };

const readTick = (entry: unknown): Tick => ({
  id: partOf(z.enum(medicalCareItemIds), fieldOf(entry, 'id')),
  watch: partOf(z.enum(watchLevels), fieldOf(entry, 'watch')),
});

function tickFaults(ticks: readonly Tick[], at: number): Fault[] {
  const { id, watch } = ticks[at] ?? {};
  if (!id) return [];
  const { place, watch: points, oneOf } = medicalCareItem(id);
  const before = ticks.slice(0, at).flatMap(other => other.id ?? []);
  if (before.includes(id))
    return [faultAt(['items', at, 'id'], `項目${place}が二度あります。`, `Item ${place} is named twice.`)];
  const isSecond = oneOf !== undefined && before.some(other => medicalCareItem(other).oneOf === oneOf);
  const second = faultAt(
    ['items', at, 'id'],
    `項目${oneOf}は、いずれか一つだけを選びます（別紙様式14の3 項目${oneOf}の注）。`,
    `Of item ${oneOf} one alternative only (form 14-3, note to item ${oneOf}).`,
  );
  const hasIt = watch === undefined || points[watch] !== undefined;
  return [...(isSecond ? [second] : []), ...(hasIt ? [] : [noSuchWatch(at, place, Object.keys(points))])];
}

/** An assessment before the first revision that is held. */
export const revisionFaults = (assessedOn: Day | undefined): Fault[] =>
  assessedOn !== undefined && ruleSetOn(assessedOn) === null
    ? [
        faultAt(
          ['assessedOn'],
          '令和6年6月1日より前の判定基準は入っていません。',
          'No criteria before 2024-06-01 are held.',
        ),
      ]
    : [];

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
