import { instant } from '@kaerimichi/discharge';
import { z } from 'zod';
import { card } from '../card.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const caseId = z.strictObject({ id: opaqueId });
const orgName = z.strictObject({ id: z.string(), name: z.string() });
const act = z.strictObject({ at: instant, name: z.string().nullable(), org: z.string().nullable() });
const side = z.enum(['sender', 'receiver']);

const question = z.strictObject({
  id: z.string(),
  by: act,
  /** null: not shared with whoever reads. */
  text: z.string().nullable(),
  answer: z.strictObject({ by: act, text: z.string().nullable() }).nullable(),
});

export const handoffSectionView = z.strictObject({
  id: z.string(),
  shared: z.boolean(),
  /** null: nothing is written, or it is not shared. */
  text: z.string().nullable(),
  /** When the text came as it stands; null without one. */
  updatedAt: instant.nullable(),
  /** As it was in the version before, where it was another. */
  before: z.string().nullable(),
  /** Of the text as it stands. */
  confirmed: act.nullable(),
  questions: z.array(question),
});
export type HandoffSectionView = z.infer<typeof handoffSectionView>;

/** What the receiver is asked to say back in its own words, and how far that has come. */
export const saidBackView = z.strictObject({
  topic: z.string(),
  section: z.string(),
  question: z.string(),
  said: z.enum(['sure', 'unsure']).nullable(),
  check: z.enum(['agreed', 'toTalk', 'talked']).nullable(),
  by: act.nullable(),
  /** null: nothing is written, or it is not shared. */
  text: z.string().nullable(),
  minutes: z.int().nullable(),
  heard: z.string().nullable(),
});
export type SaidBackView = z.infer<typeof saidBackView>;

const review = z.strictObject({
  by: act,
  informed: z.string(),
  /** Sections that differed from what was handed over. */
  differed: z.array(z.string()),
  difference: z.string().nullable(),
  trouble: z.string().nullable(),
  wantsReply: z.boolean(),
  reply: z.strictObject({ by: act, text: z.string().nullable() }).nullable(),
});

/** What somebody without an account said of a printed version. */
const paperAnswer = z.strictObject({
  at: instant,
  answer: z.string(),
  way: z.string(),
  version: z.int(),
  saidBy: z.string().nullable(),
  /** Who heard it on the telephone. */
  heardBy: z.string().nullable(),
  saidAt: instant.nullable(),
});

export const handoffView = z.strictObject({
  id: z.string(),
  side,
  /** Recipient; null: outside the network, `outside` names it. */
  org: orgName.nullable(),
  outside: z.string().nullable(),
  status: z.string(),
  version: z.int(),
  /** For the sender: a newer version than the one that was sent is being written. */
  hasDraft: z.boolean(),
  /** One text for all sections, where it was written so. */
  content: z.string().nullable(),
  /** Whom to call at night and on holidays, a part of the first section. */
  night: z.strictObject({ text: z.string().nullable(), before: z.string().nullable() }),
  /** Salted SHA-256 of the text that was sent last: an answer is bound to it. */
  hash: z.string().nullable(),
  saidBack: z.array(saidBackView),
  review: review.nullable(),
  /** Whether the viewer is asked to look back at it now. */
  isReviewWanted: z.boolean(),
  paper: z.array(paperAnswer),
  sections: z.array(handoffSectionView),
  /** Every step, oldest first: both ends see the same. */
  clock: z.array(act.extend({ step: z.string() })),
  turn: side.nullable(),
  replyDueAt: instant.nullable(),
  decision: z
    .strictObject({
      reason: z.string().nullable(),
      firstVisitOn: z.string().nullable(),
      text: z.string().nullable(),
      /** Who else might take the child, as whoever declined says. */
      suggestion: z.string().nullable(),
      version: z.int().nullable(),
      hash: z.string().nullable(),
    })
    .nullable(),
  /** Steps that the viewer can take now. */
  can: z.array(z.string()),
});
export type HandoffView = z.infer<typeof handoffView>;

export const handoffRow = z.strictObject({
  caseId: z.string(),
  id: z.string(),
  card,
  /** The other end; null: outside the network. */
  with: orgName.nullable(),
  status: z.string(),
  turn: side.nullable(),
  sentOn: z.string().nullable(),
  /** Day on which the turn came to whoever has it. */
  turnedOn: z.string().nullable(),
  /** Day by which whoever has the turn is expected to have replied; null: nobody has it, or it is still being written. */
  replyDueOn: z.string().nullable(),
  confirmed: z.int(),
  openQuestions: z.int(),
});
export type HandoffRow = z.infer<typeof handoffRow>;

/** What receivers said after first visits, counted: what the next handoff should say better. */
const reviewCounts = z.strictObject({
  informed: z.strictObject({ informedWell: z.int(), informedPartly: z.int(), informedPoorly: z.int() }),
  /** Sections that differed, most often first. */
  differed: z.array(z.strictObject({ section: z.string(), n: z.int() })),
});
export type ReviewCounts = z.infer<typeof reviewCounts>;

const suggestion = z.strictObject({
  /** Organisation of the network; null: from a public list. */
  org: z.string().nullable(),
  id: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  municipality: z.string().nullable(),
  phone: z.string().nullable(),
  /** The day of which its list is. */
  listedOn: z.string().nullable(),
  reasons: z.array(z.string()),
  /** What is not known of it: somebody asks. */
  lacks: z.array(z.string()),
});
export type Suggestion = z.infer<typeof suggestion>;

export const handoffEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/handoffs',
    summary: 'Handoffs of active cases, received or sent by the own organisation, whose turn first',
    query: z.strictObject({ box: z.enum(['in', 'out']) }),
    /** `more`: there are others, of older cases. `reviews`: of those sent, what receivers said after the first visit. */
    answer: z.strictObject({ handoffs: z.array(handoffRow), more: z.boolean(), reviews: reviewCounts.nullable() }),
    status: 200,
  }),
  proposal: endpoint({
    method: 'GET',
    path: '/cases/:id/handoff-proposal',
    summary: 'A text for each section of a handoff from what is recorded, with sources and days',
    params: caseId,
    answer: z.strictObject({
      sections: z.array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          sources: z.array(z.strictObject({ seq: z.int(), label: z.string(), on: z.string() })),
          old: z.boolean(),
        }),
      ),
    }),
    status: 200,
  }),
  suggestions: endpoint({
    method: 'GET',
    path: '/cases/:id/handoffs/:handoff/suggestions',
    summary:
      'Who might take over what the recipient of a handoff declined: of the network and of the public lists, best first, with the reasons and with what is not known',
    params: z.strictObject({ id: opaqueId, handoff: opaqueId }),
    answer: z.strictObject({ suggestions: z.array(suggestion) }),
    status: 200,
  }),
  ofCase: endpoint({
    method: 'GET',
    path: '/cases/:id/handoffs',
    summary: 'Every handoff of a case that the viewer may read, section by section',
    params: caseId,
    answer: z.strictObject({
      version: z.int(),
      no: z.string(),
      lead: orgName,
      handoffs: z.array(handoffView),
      mayCompose: z.boolean(),
    }),
    status: 200,
  }),
};
