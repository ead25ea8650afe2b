import { defineMove, reasonText } from '../../event.ts';

const firstVisitBegun = defineMove('firstVisit.begun', {
  label: { ja: '初回訪問をはじめる', en: 'Begin the first visit' },
  reading: 'しょかい ほうもん を はじめる',
  told: { ja: '初回訪問をはじめた', en: 'First visit begun' },
  category: 'plan',
});
const firstVisitNotPlanned = defineMove('firstVisit.notPlanned', {
  label: { ja: '初回訪問なしで在宅支援へ進める', en: 'Go on without a first visit' },
  reading: 'しょかい ほうもん なし で ざいたく しえん へ すすめる',
  told: { ja: '初回訪問なしで在宅支援へ進めた', en: 'Went on without a first visit' },
  category: 'plan',
  texts: reasonText,
});
const firstVisitRefused = defineMove('firstVisit.refused', {
  label: { ja: '家族が初回訪問を断った', en: 'The family declined the first visit' },
  reading: 'かぞく が しょかい ほうもん を ことわった',
  todo: { ja: '家族が初回訪問を断ったことを記録する', en: 'Record that the family declined the first visit' },
  category: 'plan',
  texts: reasonText,
});

export const dischargedEvents = [firstVisitBegun, firstVisitNotPlanned, firstVisitRefused] as const;
