import { daysBetween } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { about, isOneOf } from '../../about.ts';
import {
  changeItem,
  defineFact,
  defineMove,
  mustBeNew,
  type NotYet,
  noteText,
  type Objection,
  putItem,
  shownToTeam,
  stampOf,
} from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { repeatedIn } from '../../faults.ts';
import { handoffSection } from '../../handoff/sections.ts';
import { keepRecent, nextOrdinal } from '../../keep-recent.ts';
import { livesAt } from '../../lives-at.ts';
import { happenedOn } from '../../occurred-on.ts';
import { day, itemId } from '../../vocabulary.ts';
import { admissionEvents } from './admission-events.ts';
import { BED_NIGHTS } from './beds.ts';
import { runningEvaluation } from './running.ts';

/** Where an evaluation admission may lead; which of them is open follows from where it began. */
const returnTargets = ['preparing', 'jointConference', 'followUp', 'stableAtHome', 'planning'] as const;

const recent = (evaluations: CaseFacts['evaluations']) =>
  keepRecent(evaluations, ({ status }) => status === 'closed' || status === 'withdrawn');

const evaluationRequested = defineFact('evaluation.requested', {
  label: { ja: '在宅医療評価入院を申し込む', en: 'Request an evaluation admission' },
  reading: 'ざいたく いりょう ひょうか にゅういん を もうしこむ',
  told: { ja: '在宅医療評価入院を申し込んだ', en: 'Evaluation admission requested' },
  category: 'plan',
  apart: { purposes: 'clinical', note: 'clinical', care: 'clinical', wishes: 'family' },
  item: { field: 'evaluationId', isNew: 'always' },
  body: {
    evaluationId: itemId,
    purposes: z.array(z.enum(['careReview', 'familyRest', 'deviceReview', 'growth'])).min(1),
    from: day.optional(),
    to: day.optional(),
  },
  period: ['from', 'to'],
  texts: {
    care: { label: { ja: '入院中に要る看護', en: 'Nursing needed in hospital' }, maxLength: 2000 },
    wishes: { label: { ja: '家族の希望', en: 'What the family wishes' }, maxLength: 2000 },
    ...noteText,
  },
  objection: (facts, event) => mustBeNew(facts.evaluations, event.body.evaluationId),
  record: (facts, event) => {
    const { evaluationId, from, to } = event.body;
    const ordinal = nextOrdinal(facts.evaluations);
    const period = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    const evaluation = { ...stampOf(facts, event), id: evaluationId, ordinal, status: 'requested' as const, ...period };
    return { ...facts, evaluations: recent(putItem(facts.evaluations, evaluation)) };
  },
});

const waiting = about('evaluations', 'evaluationId', isOneOf('status', ['requested', 'bedHeld']));

const evaluationBedHeld = defineFact('evaluation.bedHeld', {
  label: { ja: '評価入院のベッドを取った', en: 'Bed held for the evaluation' },
  reading: 'ひょうか にゅういん の べっど を とった',
  todo: { ja: '評価入院のベッドを取る', en: 'Hold a bed for the evaluation' },
  category: 'plan',
  body: {
    evaluationId: itemId,
    from: day,
    to: day,
    bed: z.int().min(1).max(60).optional().describe('評価入院のベッドの番号'),
  },
  period: ['from', 'to'],
  about: waiting,
  objection: (_facts, { body: { bed, from, to } }) =>
    bed !== undefined && daysBetween(from, to) > BED_NIGHTS ? tooLong : null,
  record: (facts, event) => {
    const { evaluationId, from, to, bed } = event.body;
    const change = { status: 'bedHeld' as const, from, to, ...held(facts, bed) };
    const evaluations = facts.evaluations.map(one => (one.id === evaluationId ? withBed(one, change) : one));
    return { ...facts, evaluations };
  },
});

type Evaluation = CaseFacts['evaluations'][number];

/** Whoever has a bed waits for none; another one takes the place of the one before. */
const withBed = ({ bed: _before, waiting: _over, ...evaluation }: Evaluation, change: Partial<Evaluation>) => ({
  ...evaluation,
  ...change,
});
const held = ({ lead }: CaseFacts, no: number | undefined) => (no === undefined ? {} : { bed: { house: lead, no } });
const tooLong: Objection = {
  code: 'evaluation.tooLong',
  text: {
    ja: `評価入院のベッドは${BED_NIGHTS}泊まで取れます。`,
    en: `An evaluation bed is held for ${BED_NIGHTS} nights at most.`,
  },
};

const evaluationWithdrawn = defineFact('evaluation.withdrawn', {
  label: { ja: '評価入院を取り下げる', en: 'Withdraw the evaluation admission' },
  reading: 'ひょうか にゅういん を とりさげる',
  told: { ja: '評価入院を取り下げた', en: 'Evaluation admission withdrawn' },
  category: 'plan',
  body: { evaluationId: itemId },
  texts: noteText,
  about: waiting,
  record: (facts, event) => ({
    ...facts,
    evaluations: recent(changeItem(facts.evaluations, event.body.evaluationId, { status: 'withdrawn' })),
  }),
});

const isRequested = ({ status }: CaseFacts['evaluations'][number]) => status === 'requested' || status === 'bedHeld';
const notRequested: NotYet = {
  code: 'evaluation.notRequested',
  text: { ja: '評価入院がまだ申し込まれていません。', en: 'No evaluation admission is requested yet.' },
  fix: 'evaluation.requested',
};

const evaluationAdmitted = defineMove('evaluation.admitted', {
  label: { ja: '評価入院をはじめる', en: 'Admit for evaluation' },
  reading: 'ひょうか にゅういん を はじめる',
  told: { ja: '評価入院をはじめた', en: 'Admitted for evaluation' },
  category: 'clinical',
  body: { evaluationId: itemId, origin: z.enum(['home', 'ward']) },
  texts: noteText,
  notYet: facts => (facts.evaluations.some(isRequested) ? null : notRequested),
  about: waiting,
  record: (facts, event) => ({
    ...facts,
    whereabouts: 'hospital',
    evaluations: changeItem(facts.evaluations, event.body.evaluationId, {
      status: 'admitted',
      origin: event.body.origin,
      cameFrom: facts.entry.stage,
      admittedSeq: event.seq,
    }),
  }),
  effects: [shownToTeam],
});

const evaluationRecorded = defineFact('evaluation.recorded', {
  label: { ja: '評価の結果を記録する', en: 'Record the result of the evaluation' },
  reading: 'ひょうか の けっか を きろく する',
  told: { ja: '評価の結果を記録した', en: 'Result of the evaluation recorded' },
  category: 'clinical',
  body: {
    changesCare: z.boolean().describe('ケア・機器・計画に変更があるか'),
    touches: z.array(handoffSection).optional().describe('変わることが書かれている引き継ぎの項目'),
    goesTo: z.enum(returnTargets).optional().describe('評価のあとの戻り先'),
  },
  texts: {
    result: { label: { ja: '結果', en: 'Result' }, required: true, maxLength: 10_000 },
    changes: { label: { ja: '変わったこと(携行カードに出ます)', en: 'What changed (shown on the carry card)' } },
  },
  faults: sent => repeatedIn(sent, 'touches'),
  objection: facts =>
    runningEvaluation(facts)
      ? null
      : { code: 'evaluation.none', text: { ja: '評価入院中ではありません。', en: 'No evaluation is under way.' } },
  record: (facts, event) => {
    const { changesCare, touches, goesTo } = event.body;
    const result = {
      ...{ status: 'evaluated' as const, resultSeq: event.seq, resultOn: happenedOn(event), changesCare },
      ...(changesCare && touches && touches.length > 0 ? { touches } : {}),
      ...(goesTo ? { goesTo } : {}),
    };
    const running = runningEvaluation(facts);
    return running ? { ...facts, evaluations: changeItem(facts.evaluations, running.id, result) } : facts;
  },
});

const evaluationClosed = defineMove('evaluation.closed', {
  label: { ja: '評価入院を終える', en: 'Close the evaluation' },
  reading: 'ひょうか にゅういん を おえる',
  told: { ja: '評価入院を終えた', en: 'Evaluation closed' },
  category: 'plan',
  body: { returnTo: z.enum(returnTargets) },
  texts: noteText,
  record: (facts, event) => {
    const running = runningEvaluation(facts);
    const isBack = event.body.returnTo === 'followUp' || event.body.returnTo === 'stableAtHome';
    const closed = running && changeItem(facts.evaluations, running.id, { status: 'closed' });
    return {
      ...facts,
      whereabouts: isBack ? livesAt(facts) : 'hospital',
      evaluations: closed ? recent(closed) : facts.evaluations,
    };
  },
});

export const evaluationEvents = [
  evaluationRequested,
  evaluationBedHeld,
  evaluationWithdrawn,
  evaluationAdmitted,
  evaluationRecorded,
  evaluationClosed,
  ...admissionEvents,
] as const;
