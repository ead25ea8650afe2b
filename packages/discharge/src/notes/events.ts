import { z } from 'zod';
import { type CaseEvent, defineFact } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { entrySeq, itemId, narrowVisibilities, noteVisibilities } from '../vocabulary.ts';

/** Facts are written whole with every event: of calls that nobody answers the oldest are forgotten. */
const MOST_CALLS = 12;

const noteTexts = { note: { label: { ja: '内容', en: 'Text' }, required: true, maxLength: 8000 } };

const mentions = z
  .array(itemId)
  .max(10)
  .optional()
  .describe('memberships of those who are called, each of whom may read the note');

type Called = { readonly mentions?: readonly string[] | undefined };

/** Whoever writes has answered what it was called to; those whom the note calls have something to answer. */
function withCalls(facts: CaseFacts, { body, by, on }: CaseEvent<Called>, seq: number): CaseFacts {
  const before = facts.mentions ?? [];
  const kept = before.filter(({ to }) => to !== by.membership);
  const isCalled = (to: string) => kept.some(call => call.seq === seq && call.to === to);
  const called = [...new Set(body.mentions)].filter(to => to !== by.membership && !isCalled(to));
  if (kept.length === before.length && called.length === 0) return facts;
  return withMentions(facts, [...kept, ...called.map(to => ({ seq, to, on }))].slice(-MOST_CALLS));
}

function withMentions({ mentions: _before, ...facts }: CaseFacts, calls: CaseFacts['mentions'] = []): CaseFacts {
  return calls.length > 0 ? { ...facts, mentions: calls } : facts;
}

const noteAdded = defineFact('note.added', {
  label: { ja: '書き込む', en: 'Write a note' },
  reading: 'かきこむ',
  alsoCalled: { ja: 'めも', en: 'memo' },
  told: { ja: '書き込んだ', en: 'Note written' },
  category: 'plan',
  append: true,
  body: { mentions },
  texts: noteTexts,
  record: (facts, event) => withCalls(facts, event, event.seq),
});

const noteAddressed = defineFact('note.addressed', {
  label: { ja: '見せる相手をしぼって書き込む', en: 'Write a note for some of the team' },
  reading: 'みせる あいて を しぼって かきこむ',
  told: { ja: '見せる相手をしぼって書き込んだ', en: 'Note written for some of the team' },
  category: 'plan',
  append: true,
  isAddressed: true,
  body: { visibility: z.enum(narrowVisibilities), mentions },
  texts: noteTexts,
  record: (facts, event) => withCalls(facts, event, event.seq),
});

/** A new version; who may read it says who may read every version before it. Whose note it is, the history knows. */
const noteRevised = defineFact('note.revised', {
  label: { ja: '書き込みを直す', en: 'Revise a note' },
  reading: 'かきこみ を なおす',
  told: { ja: '書き込みを直した', en: 'Note revised' },
  category: 'plan',
  append: true,
  isAddressed: true,
  body: { seq: entrySeq, visibility: z.enum(noteVisibilities), mentions },
  texts: noteTexts,
  record: (facts, event) => withCalls(facts, event, event.body.seq),
});

const mentionAnswered = defineFact('mention.answered', {
  label: { ja: '呼ばれた書き込みを見た', en: 'Seen a note that called me' },
  reading: 'よばれた かきこみ を みた',
  todo: { ja: '呼ばれた書き込みを見る', en: 'Look at the note that calls you' },
  category: 'plan',
  append: true,
  isAddressed: true,
  body: { seq: entrySeq },
  objection: ({ mentions: calls = [] }, { body, by }) =>
    calls.some(({ seq, to }) => seq === body.seq && to === by.membership)
      ? null
      : {
          code: 'mention.none',
          text: {
            ja: 'この書き込みで呼ばれていないか、もう答えています。',
            en: 'You are not called there, or have answered.',
          },
        },
  record: (facts, { body, by }) =>
    withMentions(
      facts,
      facts.mentions?.filter(({ seq, to }) => seq !== body.seq || to !== by.membership),
    ),
});

export const noteEvents = [noteAdded, noteAddressed, noteRevised, mentionAnswered] as const;
