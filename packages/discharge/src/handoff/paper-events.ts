import { z } from 'zod';
import { type CaseEvent, defineTime, type Objection } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { textHash } from '../item-facts.ts';
import { instant, itemId } from '../vocabulary.ts';
import { isPaperCurrent, type PaperAnswer, paperAnswers, paperWays } from './paper.ts';
import { addressee, afterStep, findHandoff } from './step.ts';
import { sideToMove } from './turn.ts';

type Acknowledged = CaseEvent<{ handoffId: string; version: number; answer: PaperAnswer }>;

const gone: Objection = {
  code: 'handoff.paperGone',
  text: {
    ja: 'この紙の引き継ぎは、もう返事を待っていません。',
    en: 'This printed handoff waits for no answer any more.',
  },
};

function recordOf(facts: CaseFacts, event: Acknowledged): CaseFacts {
  const { handoffId, version, answer } = event.body;
  const handoff = findHandoff(facts, handoffId);
  if (!handoff) return facts;
  const { body, on } = event;
  const paper = { version, on, answer };
  const isOpen = sideToMove(handoff.status) !== null;
  if (body.answer === 'paperTaken' && isOpen)
    return afterStep(facts, event, { paper, status: 'accepted', decidedOn: on });
  return afterStep(facts, event, { paper, ...(handoff.status === 'sent' ? { status: 'opened' as const } : {}) });
}

/** Somebody outside the network answers the printed handoff by the short code that stands on it: for that version alone. */
const handoffPaperAcknowledged = defineTime('handoff.paperAcknowledged', {
  label: { ja: '紙の引き継ぎに返事があった', en: 'A printed handoff was answered' },
  category: 'plan',
  // Of nobody in the network: between the lead and whoever holds the paper.
  addressee,
  body: {
    handoffId: itemId,
    version: z.int().min(1).max(9999),
    ofHash: textHash.optional(),
    answer: z.enum(paperAnswers),
    way: z.enum(paperWays),
    heardBy: itemId.optional().describe('who heard it on the telephone: a person'),
    saidAt: instant.optional().describe('when it was said'),
  },
  texts: { saidBy: { label: { ja: '返事をした人', en: 'Who answered' }, maxLength: 200 } },
  objection: (facts, { body }) => (isPaperCurrent(findHandoff(facts, body.handoffId), body.version) ? null : gone),
  record: recordOf,
});

export const paperEvents = [handoffPaperAcknowledged] as const;
