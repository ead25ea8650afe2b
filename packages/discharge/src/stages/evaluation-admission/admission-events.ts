import { z } from 'zod';
import { about, isOneOf } from '../../about.ts';
import { changeItem, defineFact, noteText } from '../../event.ts';
import { happenedOn } from '../../occurred-on.ts';
import { itemId } from '../../vocabulary.ts';
import { measureTexts } from './measures.ts';

const fatigue = z
  .int()
  .min(1)
  .max(5)
  .describe('介護者の疲れ 1 ほとんどない 2 少しある 3 ある 4 かなりある 5 とても強い');

const evaluationWaitlisted = defineFact('evaluation.waitlisted', {
  label: { ja: '評価入院の空き待ちに入れる', en: 'Put on the waiting list for an evaluation' },
  reading: 'ひょうか にゅういん の あきまち に いれる',
  alsoCalled: { ja: 'たいき、まんしょう', en: 'full, queue' },
  told: { ja: '評価入院の空き待ちに入れた', en: 'Put on the waiting list for an evaluation' },
  todo: { ja: '評価入院の空き待ちに入れる', en: 'Put the child on the waiting list for an evaluation' },
  category: 'plan',
  body: { evaluationId: itemId },
  texts: noteText,
  about: about('evaluations', 'evaluationId', isOneOf('status', ['requested'])),
  record: (facts, event) => ({
    ...facts,
    evaluations: changeItem(facts.evaluations, event.body.evaluationId, {
      waiting: { house: facts.lead, since: happenedOn(event) },
    }),
  }),
});

const evaluationVisited = defineFact('evaluation.visited', {
  label: { ja: '評価入院の前の訪問を記録する', en: 'Record the visit before the evaluation' },
  reading: 'ひょうか にゅういん の まえ の ほうもん を きろく する',
  alsoCalled: { ja: 'にゅういん まえ しえん', en: 'pre-admission' },
  told: { ja: '評価入院の前に訪問した', en: 'Visited before the evaluation' },
  category: 'clinical',
  // The family is to read it, whatever else it was granted.
  apart: { bring: 'plan' },
  body: {
    evaluationId: itemId,
    means: z.enum(['inPerson', 'byVideo']).describe('inPerson: 自宅で、byVideo: 画面ごしに'),
  },
  texts: {
    findings: { label: { ja: '家で見たケアのようす', en: 'Care as it was seen at home' }, required: true },
    bring: { label: { ja: '持ってきてもらうもの', en: 'What the family is to bring' }, maxLength: 1000 },
  },
  about: about('evaluations', 'evaluationId', isOneOf('status', ['requested', 'bedHeld', 'admitted'])),
  record: (facts, event) => ({
    ...facts,
    evaluations: changeItem(facts.evaluations, event.body.evaluationId, { visitedOn: happenedOn(event) }),
  }),
});

const evaluationMeasured = defineFact('evaluation.measured', {
  label: { ja: '家と病院の値を記録する', en: 'Record values at home or in hospital' },
  reading: 'いえ と びょういん の あたい を きろく する',
  alsoCalled: { ja: 'さんそ ほうわど、せってい', en: 'vital signs, settings' },
  told: { ja: '家と病院の値を記録した', en: 'Values at home or in hospital recorded' },
  category: 'clinical',
  // How tired somebody of the family is, is said of the family.
  apart: { fatigue: 'family', fatigueNote: 'family' },
  body: {
    evaluationId: itemId,
    where: z.enum(['atHome', 'inHospital']),
    fatigue: fatigue.optional(),
  },
  texts: {
    ...measureTexts,
    fatigueNote: { label: { ja: '介護者の疲れについて', en: 'About the fatigue of the caregiver' }, maxLength: 1000 },
    ...noteText,
  },
  about: about(
    'evaluations',
    'evaluationId',
    isOneOf('status', ['requested', 'bedHeld', 'admitted', 'evaluated', 'closed']),
  ),
});

/** Beside the stay itself: waiting for a bed, the look at the home before it, and what was measured here and there. */
export const admissionEvents = [evaluationWaitlisted, evaluationVisited, evaluationMeasured] as const;
