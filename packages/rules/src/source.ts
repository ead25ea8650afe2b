import type { RuleSetId } from './rule-set.ts';
import type { Words } from './words.ts';

/** Where a rule stands. */
export const sourceKinds = ['law', 'announcement', 'notice', 'form', 'questions', 'practice'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How far a reading is sure: read in the text, inferred from its neighbour, or generally known and not read. */
export const marks = {
  C: { ja: '✔ 本文で確認', en: '✔ read in the text' },
  I: { ja: '△ 本文からの推定', en: '△ inferred from the text' },
  G: { ja: '? 未確認', en: '? not confirmed' },
} as const satisfies Record<string, Words>;
export type Mark = keyof typeof marks;

/** 告示・通知・様式 and the place in it, as an auditor would look it up. */
export type Source = {
  readonly kind: SourceKind;
  /** `A246 通知(2)`, `別紙14の3 注3`. */
  readonly place: string;
  readonly mark: Mark;
  /** What is inferred and why, or where a handbook says otherwise than the notice. */
  readonly note?: Words;
};

/** The sources of a rule in each revision that has it; without an entry a revision does not know the rule. */
export type Sources = Readonly<Partial<Record<RuleSetId, readonly Source[]>>>;

/** `通知 A246(2)、告示 A246 注1`: one line, as it is printed beside an answer. */
export const sourceLine = (sources: readonly Source[]): string =>
  sources.map(({ kind, place }) => `${kindWords[kind].ja} ${place}`).join('、');

export const kindWords = {
  law: { ja: '法令', en: 'Law' },
  announcement: { ja: '告示', en: 'Announcement' },
  notice: { ja: '通知', en: 'Notice' },
  form: { ja: '様式', en: 'Form' },
  questions: { ja: '疑義解釈', en: 'Questions and answers' },
  practice: { ja: '運用', en: 'Practice' },
} as const satisfies Record<SourceKind, Words>;

/** The same place in both revisions. */
export const inBoth = (sources: readonly Source[]): Sources => ({ R6: sources, R8: sources });
