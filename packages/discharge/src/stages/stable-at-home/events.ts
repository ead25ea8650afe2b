import { defineMove, noteText, stampOf } from '../../event.ts';

const caseCompleted = defineMove('case.completed', {
  label: { ja: 'ケースを終了する', en: 'Complete the case' },
  reading: 'けーす を しゅうりょう する',
  told: { ja: 'ケースを終了した', en: 'Case completed' },
  form: { asks: 'grave' },
  category: 'plan',
  texts: noteText,
  record: (facts, event) => ({ ...facts, closing: { ...stampOf(facts, event), how: 'completed' } }),
  effects: [{ type: 'cancel', text: { ja: '残りの期限を取り消します', en: 'Remaining deadlines are cancelled' } }],
});

export const stableAtHomeEvents = [caseCompleted] as const;
