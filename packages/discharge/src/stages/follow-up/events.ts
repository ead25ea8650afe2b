import { z } from 'zod';
import { defineFact, defineMove, noteText, stampOf } from '../../event.ts';

const followUpEvaluated = defineFact('followUp.evaluated', {
  label: { ja: '退院後の評価をした', en: 'Follow-up evaluated' },
  reading: 'たいいんご の ひょうか を した',
  todo: { ja: '退院後の評価をする', en: 'Make the follow-up evaluation' },
  category: 'clinical',
  body: { point: z.enum(['early', 'month1', 'month3', 'month6']).describe('early: 早い時期の連絡、month1: 1か月 …') },
  texts: noteText,
  record: (facts, event) => {
    // Evaluations of an earlier discharge are history: nothing asks for them again.
    const others = facts.followUps.filter(done => done.point !== event.body.point && done.round === facts.round);
    return { ...facts, followUps: [...others, { ...stampOf(facts, event), point: event.body.point }] };
  },
});

const followUpClosed = defineMove('followUp.closed', {
  label: { ja: '在宅で安定とする', en: 'Stable at home' },
  reading: 'ざいたく で あんてい と する',
  alsoCalled: { ja: 'たいいんご の ひょうか', en: 'follow-up' },
  told: { ja: '在宅で安定とした', en: 'Stable at home' },
  todo: { ja: '在宅で安定としてよいか判断する', en: 'Judge whether the child is stable at home' },
  category: 'plan',
});

export const followUpEvents = [followUpEvaluated, followUpClosed] as const;
