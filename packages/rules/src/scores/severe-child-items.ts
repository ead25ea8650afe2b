import type { Words } from '../words.ts';

type Item = {
  /** As 別紙14 numbers it. */
  readonly place: string;
  readonly label: Words;
  readonly score: number;
  /** Items of one group are alternatives. */
  readonly oneOf?: 'suction' | 'feeding';
  /** Counts beside this item alone. */
  readonly onlyWith?: string;
};

const item = (place: string, words: readonly [ja: string, en: string], score: number): Item => ({
  place,
  label: { ja: words[0], en: words[1] },
  score,
});

/** 超重症児（者）・準超重症児（者）の判定基準 (別紙14): every row and its score. */
export const severeChildItems = {
  respirator: item('(1)', ['レスピレーター管理（毎日の機械的気道加圧を含む）', 'Respirator (daily airway pressure too)'], 10),
  intubationOrTracheostomy: item('(2)', ['気管内挿管、気管切開', 'Intubation or tracheostomy'], 8),
  npAirway: item('(3)', ['鼻咽頭エアウェイ', 'Nasopharyngeal airway'], 5),
  oxygenOrDesat: item('(4)', ['O₂吸入又はSpO₂90％以下の状態が10％以上', 'Oxygen, or SpO₂ ≤ 90 % for 10 % of the time'], 5),
  suctionHourly: { ...item('(5)', ['1回／時間以上の頻回の吸引', 'Suction every hour or more often'], 8), oneOf: 'suction' },
  suction6PerDay: { ...item('(5)', ['6回／日以上の頻回の吸引', 'Suction six times a day or more'], 3), oneOf: 'suction' },
  nebulizer: item('(6)', ['ネブライザ6回／日以上または継続使用', 'Nebuliser six times a day, or continuous'], 3),
  ivh: item('(7)', ['IVH', 'Central venous nutrition'], 10),
  oralFullAssist: { ...item('(8)', ['経口摂取（全介助）', 'Fed by mouth, full help'], 3), oneOf: 'feeding' },
  tubeFeeding: { ...item('(8)', ['経管（経鼻・胃ろう含む）', 'Tube feeding (nose, gastrostomy)'], 5), oneOf: 'feeding' },
  enterostomyFeeding: { ...item('(9)', ['腸ろう・腸管栄養', 'Jejunal feeding'], 8), oneOf: 'feeding' },
  enteralPump: {
    ...item('(9)', ['持続注入ポンプ使用（腸ろう・腸管栄養時）', 'Feeding pump (jejunal feeding)'], 3),
    onlyWith: 'enterostomyFeeding',
  },
  hypertonia: item('(10)', ['過緊張で更衣と姿勢修正を3回／日以上', 'Hypertonia, changed and repositioned three times a day'], 3),
  dialysis: item('(11)', ['継続する透析（腹膜灌流を含む）', 'Continuing dialysis'], 10),
  catheterization: item('(12)', ['定期導尿（3回／日以上、人工膀胱を含む）', 'Catheterised three times a day'], 5),
  colostomy: item('(13)', ['人工肛門', 'Colostomy'], 5),
  repositioning: item('(14)', ['体位交換6回／日以上', 'Repositioned six times a day or more'], 3),
} as const satisfies Record<string, Item>;

export type SevereChildItemId = keyof typeof severeChildItems;
export const severeChildItemIds = Object.keys(severeChildItems) as [SevereChildItemId, ...SevereChildItemId[]];
export const severeChildItem = (id: SevereChildItemId): Item => severeChildItems[id];
