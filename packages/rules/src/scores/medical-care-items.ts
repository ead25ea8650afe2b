import type { Words } from '../words.ts';

export const watchLevels = ['high', 'mid', 'low'] as const;
export type WatchLevel = (typeof watchLevels)[number];
type Watch = Readonly<Partial<Record<WatchLevel, number>>>;

type Item = {
  /** As the form numbers it. */
  readonly place: string;
  readonly label: Words;
  readonly base: number;
  /** 見守りスコア by level; without entries the item has none at all. */
  readonly watch: Watch;
  /** Items of one group are alternatives (注「いずれか一つを選択」). */
  readonly oneOf?: string;
};

const high = (points: number): Watch => ({ high: points, low: 0 });
const item = (place: string, words: readonly [ja: string, en: string], base: number, watch: Watch = {}): Item => ({
  place,
  label: { ja: words[0], en: words[1] },
  base,
  watch,
});

/** 医療的ケア判定スコア表 (別紙様式14の3): every row, its 基本スコア and 見守りスコア. */
export const medicalCareItems = {
  ventilator: item('1', ['人工呼吸器の管理', 'Ventilator'], 10, { high: 2, mid: 1, low: 0 }),
  tracheostomy: item('2', ['気管切開の管理', 'Tracheostomy'], 8, high(2)),
  nasopharyngealAirway: item('3', ['鼻咽頭エアウェイの管理', 'Nasopharyngeal airway'], 5, high(1)),
  oxygen: item('4', ['酸素療法', 'Oxygen therapy'], 8, high(1)),
  suction: item('5', ['吸引（口鼻腔・気管内吸引）', 'Suction'], 8, high(1)),
  nebulizer: item('6', ['ネブライザーの管理', 'Nebuliser'], 3),
  enteralTube: item('7(1)', ['経管栄養（経鼻胃管、胃瘻、経鼻腸管、経胃瘻腸管、腸瘻、食道瘻）', 'Tube feeding'], 8, high(2)),
  enteralPump: item('7(2)', ['持続経管注入ポンプ使用', 'Feeding pump'], 3, high(1)),
  centralLine: item('8', ['中心静脈カテーテルの管理', 'Central venous line'], 8, high(2)),
  subcutInjection: {
    ...item('9(1)', ['皮下注射（インスリン、麻薬など）', 'Subcutaneous injection'], 5, high(1)),
    oneOf: '9',
  },
  subcutPump: { ...item('9(2)', ['持続皮下注射ポンプ使用', 'Subcutaneous pump'], 3, high(1)), oneOf: '9' },
  glucoseMonitoring: item('10', ['血糖測定（持続血糖測定器を含む）', 'Glucose measurement'], 3, high(1)),
  dialysis: item('11', ['継続的な透析（血液透析、腹膜透析を含む）', 'Dialysis'], 8, high(2)),
  intermittentCath: {
    ...item('12(1)', ['利用時間中の間欠的導尿', 'Intermittent catheterisation'], 5),
    oneOf: '12',
  },
  continuousCath: {
    ...item('12(2)', ['持続的導尿（尿道留置カテーテル、膀胱瘻、腎瘻、尿路ストーマ）', 'Indwelling urinary drainage'], 3, high(1)),
    oneOf: '12',
  },
  stoma: { ...item('13(1)', ['消化管ストーマ', 'Intestinal stoma'], 5, high(1)), oneOf: '13' },
  disimpaction: { ...item('13(2)', ['摘便、洗腸', 'Disimpaction, irrigation'], 5), oneOf: '13' },
  enema: { ...item('13(3)', ['浣腸', 'Enema'], 3), oneOf: '13' },
  seizureRescue: item('14', ['痙攣時の処置', 'Seizure rescue'], 3, high(2)),
} as const satisfies Record<string, Item>;

export type MedicalCareItemId = keyof typeof medicalCareItems;
export const medicalCareItemIds = Object.keys(medicalCareItems) as [MedicalCareItemId, ...MedicalCareItemId[]];
export const medicalCareItem = (id: MedicalCareItemId): Item => medicalCareItems[id];
