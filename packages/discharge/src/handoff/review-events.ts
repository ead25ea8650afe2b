import { z } from 'zod';
import { defineFact, type Objection } from '../event.ts';
import { repeatedIn } from '../faults.ts';
import { type Category, itemId } from '../vocabulary.ts';
import { isReviewOpen, isReviewWanted } from './open-points.ts';
import { handoffSections } from './section-list.ts';
import { handoffSection, sentSection } from './sections.ts';
import { addressee, afterStep, findHandoff, objectionTo } from './step.ts';

/** How far what was handed over was enough. */
const informed = ['informedWell', 'informedPartly', 'informedPoorly'] as const;

/** What differed is for whoever reads those sections; of several kinds, what is about the child's condition. */
function categoryOf(differed: unknown): Category {
  const sections = z.array(handoffSection).safeParse(differed).data ?? [];
  const [first, ...others] = [...new Set(sections.map(id => handoffSections[id].category))];
  return first && others.length === 0 ? first : 'clinical';
}

const notAsked: Objection = {
  code: 'handoff.notReviewed',
  text: {
    ja: '引き継ぎの振り返りは、初回訪問のあとに一度、受け手が書きます。',
    en: 'The receiver looks back at the handoff once, after the first visit.',
  },
};

/** Three quick answers after the first visit: was it enough, what differed, what was hard first. */
const handoffReviewed = defineFact('handoff.reviewed', {
  label: { ja: '引き継ぎを振り返る', en: 'Look back at the handoff' },
  reading: 'ひきつぎ を ふりかえる',
  told: { ja: '引き継ぎを振り返った', en: 'Looked back at the handoff' },
  category: 'plan',
  addressee,
  append: true,
  apart: ({ differed }) => ({ difference: categoryOf(differed), trouble: 'clinical' }),
  body: {
    handoffId: itemId,
    informed: z.enum(informed),
    differed: z.array(sentSection).max(9).optional().describe('引き継ぎと違っていた項目'),
    wantsReply: z.boolean().optional().describe('送り手から返事がほしい'),
  },
  texts: {
    difference: { label: { ja: '引き継ぎと違っていた点', en: 'What differed from the handoff' }, maxLength: 2000 },
    trouble: { label: { ja: '最初に困ったこと', en: 'What was hard at first' }, maxLength: 2000 },
  },
  faults: sent => repeatedIn(sent, 'differed'),
  objection: (facts, event) => {
    const objection = objectionTo('handoff.reviewed', 'receiver')(facts, event);
    const handoff = findHandoff(facts, event.body.handoffId);
    if (objection || !handoff) return objection;
    return isReviewWanted(handoff) ? null : notAsked;
  },
  record: (facts, event) => {
    const { informed: how, differed = [], wantsReply } = event.body;
    return afterStep(facts, event, {
      review: {
        seq: event.seq,
        on: event.on,
        informed: how,
        ...(differed.length > 0 ? { differed } : {}),
        ...(wantsReply ? { wantsReply } : {}),
      },
    });
  },
});

const nothingOpen: Objection = {
  code: 'handoff.reviewSettled',
  text: { ja: '返事を待っている振り返りはありません。', en: 'No such word waits for an answer.' },
};

/** The sender answers what the receiver wrote after the first visit. */
const handoffReviewAnswered = defineFact('handoff.reviewAnswered', {
  label: { ja: '引き継ぎの振り返りに返事をする', en: 'Answer what was said of the handoff' },
  reading: 'ひきつぎ の ふりかえり に へんじ を する',
  told: { ja: '引き継ぎの振り返りに返事をした', en: 'Answered what was said of the handoff' },
  category: 'plan',
  addressee,
  apart: { reply: 'clinical' },
  body: { handoffId: itemId },
  texts: { reply: { label: { ja: '返事', en: 'Answer' }, required: true, maxLength: 2000 } },
  objection: (facts, event) => {
    const objection = objectionTo('handoff.reviewAnswered', 'sender')(facts, event);
    const handoff = findHandoff(facts, event.body.handoffId);
    if (objection || !handoff) return objection;
    return isReviewOpen(handoff) ? null : nothingOpen;
  },
  record: (facts, event) => {
    const review = findHandoff(facts, event.body.handoffId)?.review;
    if (!review) return facts;
    const { wantsReply: _answered, ...settled } = review;
    return afterStep(facts, event, { review: { ...settled, answeredOn: event.on } });
  },
});

export const reviewEvents = [handoffReviewed, handoffReviewAnswered] as const;
