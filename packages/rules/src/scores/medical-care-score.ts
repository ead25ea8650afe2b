import { type Fault, faultAt } from '../outcome.ts';
import { type Remark, remark } from '../remark.ts';
import { dated, defineRule } from '../rule.ts';
import { ruleSetOn } from '../rule-set.ts';
import type { Sources } from '../source.ts';
import { readEnema } from './enema.ts';
import { type MedicalCareFacts, medicalCareFacts, medicalCareFaults } from './medical-care-facts.ts';
import { type MedicalCareItemId, medicalCareItem } from './medical-care-items.ts';
import { readSeizure } from './seizure.ts';

/** From these totals on: 医療的ケア区分 3, 2, 1 (障害児通所支援, 令和3年度). */
const CLASS_FROM = [
  [32, 3],
  [16, 2],
  [3, 1],
] as const;
/** The score that A246-3 医療的ケア児（者）入院前支援加算 asks (通知(2)); one of its conditions. */
const A246_3_FROM = 16;

export type CountedItem = { readonly id: MedicalCareItemId; readonly base: number; readonly watch: number };
export type MedicalCareScore = {
  readonly base: number;
  readonly watch: number;
  readonly total: number;
  readonly class: 0 | 1 | 2 | 3;
  /** The condition of the score alone; A246-3 has others. */
  readonly eligibleA2463: boolean;
  readonly counted: readonly CountedItem[];
  readonly needsReview: readonly Remark[];
  readonly notes: readonly Remark[];
};

const sources: Sources = {
  R6: [
    {
      kind: 'form',
      place: '基本診療料施設基準通知 別添6 別紙14の3 医療的ケア判定スコア表',
      mark: 'I',
      note: {
        ja: '令和6年版の別紙は読んでいません。令和8年版と同じ表として扱います（令和6年 A246-3 通知(2) の16点と、障害福祉の令和3年の表の点数は同じ）。',
        en: 'The form of 2024 was not read; it is taken to be that of 2026 (A246-3 of 2024 asks the same 16, the welfare table of 2021 has the same points).',
      },
    },
    { kind: 'notice', place: 'A246-3 通知(2)', mark: 'C' },
  ],
  R8: [
    {
      kind: 'form',
      place: '基本診療料施設基準通知 別添6 別紙14の3 医療的ケア判定スコア表（様式の表題は「別紙様式14の3」）',
      mark: 'C',
    },
    { kind: 'notice', place: 'A246-3 通知(2)', mark: 'C' },
    {
      kind: 'notice',
      place: '令和3年度障害福祉サービス等報酬改定（医療的ケア区分 32・16・3点）',
      mark: 'I',
      note: { ja: '区分は概要資料で確認。', en: 'The classes were read in a summary.' },
    },
  ],
};

/** 医療的ケア判定スコア: a calculation for reference; the physician's written assessment is the one that holds. */
export const medicalCareScore = defineRule({
  id: 'medicalCareScore',
  kind: 'score',
  title: { ja: '医療的ケア判定スコア', en: 'Medical care score' },
  sources,
  revisionBy: 'assessedOn',
  facts: medicalCareFacts,
  ask(facts) {
    const set = ruleSetOn(facts.assessedOn);
    const faults = [...medicalCareFaults(facts), ...(set ? [] : [tooEarly])];
    if (!set || faults.length > 0) return { ok: false, faults };
    return { ok: true, answer: dated(scoreOf(facts), set, sources[set] ?? []) };
  },
});

export const tooEarly: Fault = faultAt(
  ['assessedOn'],
  '令和6年6月1日より前の判定基準は入っていません。',
  'No criteria before 2024-06-01 are held.',
);

function scoreOf(facts: MedicalCareFacts): MedicalCareScore {
  const has = (id: MedicalCareItemId) => facts.items.some(item => item.id === id);
  const readings = [
    ...(has('enema') ? [{ id: 'enema', notes: [], ...readEnema(facts) }] : []),
    ...(has('seizureRescue') ? [{ id: 'seizureRescue', ...readSeizure(facts) }] : []),
    ...(has('glucoseMonitoring') ? [{ id: 'glucoseMonitoring', ...readPump(facts, has('subcutPump')) }] : []),
  ];
  const leftOut = new Set<string>(readings.flatMap(({ id, counts }) => (counts ? [] : [id])));
  const counted = facts.items
    .filter(({ id }) => !leftOut.has(id))
    .map(({ id, watch = 'low' }): CountedItem => {
      const points = medicalCareItem(id).watch[watch] ?? 0;
      return { id, base: medicalCareItem(id).base, watch: id === 'tracheostomy' && has('ventilator') ? 0 : points };
    });
  const base = counted.reduce((sum, item) => sum + item.base, 0);
  const watch = counted.reduce((sum, item) => sum + item.watch, 0);
  const total = base + watch;
  const suppressed = has('ventilator') && facts.items.some(item => item.id === 'tracheostomy' && item.watch === 'high');
  return {
    base,
    watch,
    total,
    class: CLASS_FROM.find(([from]) => total >= from)?.[1] ?? 0,
    eligibleA2463: total >= A246_3_FROM,
    counted,
    needsReview: readings.flatMap(({ needsReview }) => needsReview),
    notes: [
      ...(suppressed ? [noSecondWatch] : []),
      ...(leftOut.has('enema') ? [enemaLeftOut] : []),
      ...readings.flatMap(({ notes }) => notes),
    ],
  };
}

type Reading = {
  readonly counts: boolean;
  readonly needsReview: readonly Remark[];
  readonly notes: readonly Remark[];
};

/** 項目10の注: with an insulin pump that is linked with the glucose monitor, measuring is not counted. */
function readPump({ pumpCgmLinked }: MedicalCareFacts, hasPump: boolean): Reading {
  if (pumpCgmLinked === true && hasPump) return { counts: false, needsReview: [], notes: [linkedNote] };
  const isOpen = pumpCgmLinked === true || (pumpCgmLinked === undefined && hasPump);
  return { counts: true, needsReview: isOpen ? [hasPump ? isLinked : pumpMissing] : [], notes: [] };
}

const noSecondWatch = remark(
  'tracheostomyWatch',
  '人工呼吸器と気管切開の両方があるため、気管切開の見守りスコアは加えていません（項目2の注）。',
  'With a ventilator the watch score of the tracheostomy is not added (note to item 2).',
);
const enemaLeftOut = remark(
  'enemaExcluded',
  '基準の容量までの市販のディスポーザブルグリセリン浣腸器のため、浣腸は数えていません。',
  'The enema is not counted: a disposable glycerin one within the limit.',
);
const linkedNote = remark(
  'pumpCgmLinked',
  'インスリンポンプと持続血糖測定器が連動しているため、血糖測定は加えていません（項目10の注）。',
  'Glucose measurement is not added: pump and monitor are linked (note to item 10).',
);
const isLinked = remark(
  'pumpCgmLink',
  'インスリンポンプと持続血糖測定器が連動していれば、血糖測定は加えません。連動の有無を確かめてください。',
  'If an insulin pump and the glucose monitor are linked, measuring is not added: check whether they are.',
);
const pumpMissing = remark(
  'pumpNotTicked',
  '連動とありますが、項目9(2)の持続皮下注射ポンプが選ばれていません。',
  'A link is given, but the pump of item 9(2) is not ticked.',
);
