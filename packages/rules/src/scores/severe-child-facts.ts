import { z } from 'zod';
import { type Day, day } from '../calendar/meant-day.ts';
import { type Fault, faultAt } from '../outcome.ts';
import { type SevereChildItemId, severeChildItem, severeChildItemIds } from './severe-child-items.ts';

const titled = (ja: string, en: string) => ({ title: `${ja} / ${en}` });

export const motorFunctions = ['lying', 'sitting', 'beyondSitting'] as const;
const itemId = z.enum(severeChildItemIds);
const itemSince = z.strictObject({
  id: itemId,
  since: day.meta(titled('この状態のはじまり', 'state since')),
  beganInNicu: z.boolean().optional().meta(titled('NICUではじまった', 'began in the NICU')),
});

/** What is asked for the criteria of 超重症児・準超重症児; plain ids take `stateSince` and `stateBeganInNicu`. */
export const severeChildFacts = z.strictObject({
  assessedOn: day.meta(titled('判定日', 'day of the assessment')),
  motorFunction: z.enum(motorFunctions).meta(titled('運動機能', 'motor function')),
  bornOn: day.optional().meta(titled('生年月日', 'born on')),
  leftNicuOn: day.optional().meta(titled('NICU退室日', 'left the NICU on')),
  items: z
    .array(z.union([itemId, itemSince]))
    .max(100)
    .meta(titled('あてはまる項目', 'items that apply')),
  stateSince: day.optional().meta(titled('状態のはじまり', 'state since')),
  stateBeganInNicu: z.boolean().optional().meta(titled('NICUではじまった状態', 'state began in the NICU')),
});
export type SevereChildFacts = z.infer<typeof severeChildFacts>;

/** One ticked item with its own period; `since` null: nobody said since when. */
export type TickedItem = { readonly id: SevereChildItemId; readonly since: Day | null; readonly beganInNicu: boolean };

export const tickedItems = ({ items, stateSince, stateBeganInNicu = false }: SevereChildFacts): TickedItem[] =>
  items.map(item =>
    typeof item === 'string'
      ? { id: item, since: stateSince ?? null, beganInNicu: stateBeganInNicu }
      : { id: item.id, since: item.since, beganInNicu: item.beganInNicu ?? false },
  );

/** Every part of the facts that the criteria forbid, or that cannot be. */
export function severeChildFaults(facts: SevereChildFacts): Fault[] {
  const ids = tickedItems(facts).map(({ id }) => id);
  return [
    ...ids.flatMap((id, at) => combinationFaults(ids, at).map(({ text }) => ({ path: pathOf(facts, at), text }))),
    ...dayFaults(facts),
  ];
}

const pathOf = ({ items }: SevereChildFacts, at: number) =>
  typeof items[at] === 'string' ? ['items', at] : ['items', at, 'id'];

function combinationFaults(ids: readonly SevereChildItemId[], at: number): Fault[] {
  const id = ids[at];
  if (!id) return [];
  const before = ids.slice(0, at);
  const { place, oneOf, onlyWith } = severeChildItem(id);
  if (before.includes(id)) return [faultAt([], `項目${place}が二度あります。`, `Item ${place} is named twice.`)];
  if (oneOf && before.some(other => severeChildItem(other).oneOf === oneOf)) return [alternatives[oneOf]];
  return onlyWith && !ids.some(other => other === onlyWith) ? [pumpAlone] : [];
}

const alternatives = {
  suction: faultAt(
    [],
    '吸引は、1回／時間以上か6回／日以上のどちらか一つです（別紙14 (5)）。',
    'Suction is hourly or six times a day, not both (annex 14 (5)).',
  ),
  feeding: faultAt(
    [],
    '経口摂取、経管、腸ろう・腸管栄養は、いずれか一つだけを選びます（別紙14 ※3）。',
    'By mouth, by tube or jejunal: one only (annex 14, note 3).',
  ),
};
const pumpAlone = faultAt(
  [],
  '持続注入ポンプは、腸ろう・腸管栄養のときだけ数えます（別紙14 (9)）。',
  'The feeding pump counts with jejunal feeding alone (annex 14 (9)).',
);

function dayFaults(facts: SevereChildFacts): Fault[] {
  const { items, stateSince, stateBeganInNicu, bornOn, leftNicuOn, assessedOn } = facts;
  const begins = [
    ...items.flatMap((item, at) =>
      typeof item === 'string' ? [] : [{ path: ['items', at, 'since'], on: item.since, inNicu: item.beganInNicu }],
    ),
    { path: ['stateSince'], on: stateSince, inNicu: stateBeganInNicu },
  ];
  return [
    ...begins.flatMap(({ path, on, inNicu }) => (on ? beginFaults(facts, { path, on, inNicu: inNicu ?? false }) : [])),
    ...(bornOn && bornOn > assessedOn ? [faultAt(['bornOn'], ...afterAssessment)] : []),
    ...(bornOn && leftNicuOn && leftNicuOn < bornOn ? [faultAt(['leftNicuOn'], ...beforeBirth)] : []),
  ];
}

type Begin = { readonly path: Fault['path']; readonly on: Day; readonly inNicu: boolean };

function beginFaults({ assessedOn, bornOn, leftNicuOn }: SevereChildFacts, { path, on, inNicu }: Begin): Fault[] {
  if (on > assessedOn) return [faultAt(path, ...afterAssessment)];
  if (bornOn && on < bornOn) return [faultAt(path, ...beforeBirth)];
  return inNicu && leftNicuOn && on > leftNicuOn
    ? [faultAt(path, 'NICUを退室したあとの日です。', 'After the child left the NICU.')]
    : [];
}

const afterAssessment = ['判定日よりあとの日です。', 'After the day of the assessment.'] as const;
const beforeBirth = ['生まれる前の日です。', 'Before the birth.'] as const;
