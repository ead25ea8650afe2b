import { z } from 'zod';
import { defineFact, defineMove, noteText, shownToTeam, stampOf } from '../../event.ts';
import { livesAt } from '../../lives-at.ts';
import { happenedOn } from '../../occurred-on.ts';

const readmissionBegun = defineMove('readmission.begun', {
  label: { ja: '再入院を記録する', en: 'Record the readmission' },
  reading: 'さい にゅういん を きろく する',
  told: { ja: '再入院した', en: 'Readmitted' },
  category: 'clinical',
  body: { planned: z.boolean() },
  texts: { cause: { label: { ja: '理由・経過', en: 'Cause and course' } } },
  record: (facts, event) => ({
    ...facts,
    whereabouts: 'hospital',
    evaluations: facts.evaluations.map(evaluation =>
      evaluation.status === 'admitted' || evaluation.status === 'evaluated'
        ? { ...evaluation, status: 'closed' as const }
        : evaluation,
    ),
    readmission: { ...stampOf(facts, event), cameFrom: origin(facts), reviewed: false },
  }),
  effects: [shownToTeam],
});

/** An evaluation interrupted by a readmission returns to where the child lived before it. */
function origin(facts: Parameters<typeof stampOf>[0]): string {
  const running = facts.evaluations.find(({ status }) => status === 'admitted' || status === 'evaluated');
  return facts.entry.stage === 'evaluationAdmission' ? (running?.cameFrom ?? 'followUp') : facts.entry.stage;
}

const readmissionReviewed = defineFact('readmission.reviewed', {
  label: { ja: '再入院を振り返り、計画を見直した', en: 'Readmission reviewed' },
  reading: 'さい にゅういん を ふりかえり けいかく を みなおした',
  todo: { ja: '再入院を振り返り、計画を見直す', en: 'Review the readmission' },
  category: 'clinical',
  body: { avoidable: z.enum(['avoidable', 'notAvoidable', 'cannotTell']).optional() },
  texts: {
    course: { label: { ja: '入院までに家で起きたこと', en: 'What happened at home before it' }, maxLength: 4000 },
    nextTime: { label: { ja: '次に備えて変えること', en: 'What is changed for the next time' }, maxLength: 4000 },
    ...noteText,
  },
  objection: facts =>
    facts.readmission
      ? null
      : { code: 'readmission.none', text: { ja: '再入院の記録がありません。', en: 'There is no readmission.' } },
  record: (facts, event) =>
    facts.readmission
      ? { ...facts, readmission: { ...facts.readmission, reviewed: true, reviewedOn: happenedOn(event) } }
      : facts,
});

const readmissionEnded = defineMove('readmission.ended', {
  label: { ja: '再入院を終える', en: 'End the readmission' },
  reading: 'さい にゅういん を おえる',
  told: { ja: '再入院を終えた', en: 'Readmission ended' },
  category: 'plan',
  body: { returnTo: z.enum(['discharged', 'followUp', 'stableAtHome', 'planning']) },
  texts: noteText,
  record: (facts, event) => {
    const { readmission: _over, ...rest } = facts;
    return { ...rest, whereabouts: event.body.returnTo === 'planning' ? 'hospital' : livesAt(facts) };
  },
});

export const readmissionEvents = [readmissionBegun, readmissionReviewed, readmissionEnded] as const;
