/** The nine columns of the board and the archive, in order; labels are defaults that a rule set may override. */
export const columns = [
  { id: 'intake', phase: 'P1', label: { ja: '受付', en: 'Intake' } },
  { id: 'assessment', phase: 'P1', label: { ja: 'アセスメント', en: 'Assessment' } },
  { id: 'preparation', phase: 'P1', label: { ja: '準備・技術習得', en: 'Preparation & training' } },
  { id: 'conference', phase: 'P2', label: { ja: '共同カンファ', en: 'Joint conference' } },
  { id: 'evaluation', phase: 'P2', label: { ja: '評価入院', en: 'Evaluation admission' } },
  { id: 'handoff', phase: 'P2', label: { ja: '引き継ぎ', en: 'Handoff' } },
  { id: 'discharge', phase: 'P3', label: { ja: '退院・初回訪問', en: 'Discharge & first visit' } },
  { id: 'home', phase: 'P3', label: { ja: '在宅支援', en: 'Home support' } },
  { id: 'adult', phase: 'P4', label: { ja: '成人移行', en: 'Transition to adult care' } },
  { id: 'closed', phase: '-', label: { ja: '終了', en: 'Closed' } },
] as const;

export type ColumnId = (typeof columns)[number]['id'];
