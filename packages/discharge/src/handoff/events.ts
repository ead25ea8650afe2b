import { z } from 'zod';
import { consentFor } from '../consent.ts';
import { type CaseEvent, changeItem, defineFact, noteText, type Objection, putItem, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { keepRecent } from '../keep-recent.ts';
import { day, itemId } from '../vocabulary.ts';
import { addressee, afterStep, findHandoff, type Handoff, objectionTo } from './step.ts';

/** Sections without which nobody may accept: condition, breathing, medication, emergency (experience.md §5.11). */
const criticalSections = [2, 3, 6, 8] as const;
const section = z.int().min(1).max(9);
const allSections = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Versions whose text a recipient can read back; older ones stay in the history of the lead. */
const VERSIONS_GIVEN = 9;

const handoffComposed = defineFact('handoff.composed', {
  label: { ja: '引き継ぎを作る・改める', en: 'Compose or revise a handoff' },
  reading: 'ひきつぎ を つくる あらためる',
  told: { ja: '引き継ぎを作った・改めた', en: 'Handoff composed or revised' },
  category: 'plan',
  // A draft is the lead's own until it is sent, and one that was replaced before stays so.
  addressee: (facts, event) => {
    const { given = [], org } = findHandoff(facts, event.body.handoffId) ?? {};
    return given.includes(event.seq) ? org : undefined;
  },
  item: { field: 'handoffId', isNew: 'orKnown' },
  body: {
    handoffId: itemId,
    recipient: itemId.optional().describe('ネットワークの外の相手は、名前を文章で'),
    changedSections: z.array(section).max(9).optional().describe('改めた節。受け手はここだけを確認し直す'),
  },
  texts: {
    outside: {
      label: { ja: 'ネットワークの外の相手の名前', en: 'Name of a recipient outside the network' },
      maxLength: 200,
    },
    content: { label: { ja: '引き継ぎの内容', en: 'Content of the handoff' }, required: true, maxLength: 20_000 },
  },
  objection: (facts, event) => {
    const { handoffId, recipient } = event.body;
    if (findHandoff(facts, handoffId)) return objectionTo('handoff.composed', 'sender')(facts, event);
    return recipient || event.said?.includes('outside') !== false
      ? null
      : {
          code: 'handoff.recipient',
          text: { ja: '相手先を選ぶか、名前を書いてください。', en: 'Choose or name the recipient.' },
        };
  },
  record: (facts, event) => {
    const { handoffId, recipient, changedSections } = event.body;
    const known = findHandoff(facts, handoffId);
    // Nothing named is everything: nobody confirms unseen what somebody forgot to tick.
    const sections = changedSections?.length ? changedSections : allSections;
    const changed = known?.sentSeq ? [...new Set([...(known.changed ?? []), ...sections])].sort() : undefined;
    const base = known ?? {
      id: handoffId,
      status: 'draft' as const,
      confirmed: [],
      questions: [],
      ...(recipient ? { org: recipient } : {}),
    };
    const version = (known?.version ?? 0) + 1;
    const handoffs = putItem(facts.handoffs, {
      ...base,
      ...stampOf(facts, event),
      version,
      ...(changed ? { changed } : {}),
    });
    const isOver = ({ status, round }: Handoff) =>
      status === 'declined' || status === 'withdrawn' || (status === 'closed' && round < facts.round);
    return { ...facts, handoffs: keepRecent(handoffs, isOver) };
  },
});

/** Nothing leaves the house without the family's consent for this recipient (people.md); whoever has no id here is told by voice. */
function consentObjection(facts: CaseFacts, event: CaseEvent<{ handoffId: string }>): Objection | null {
  const recipient = findHandoff(facts, event.body.handoffId)?.org;
  if (!recipient || recipient === facts.lead || consentFor(facts, recipient, event.on)) return null;
  return {
    code: 'handoff.consent',
    text: {
      ja: '相手先への情報共有の同意がまだありません。',
      en: 'There is no consent yet to share with the recipient.',
    },
    params: { recipient },
  };
}

const handoffSent = defineFact('handoff.sent', {
  label: { ja: '引き継ぎを送る', en: 'Send the handoff' },
  reading: 'ひきつぎ を おくる',
  told: { ja: '引き継ぎを送った', en: 'Handoff sent' },
  category: 'plan',
  addressee,
  body: { handoffId: itemId },
  objection: (facts, event) => objectionTo('handoff.sent', 'sender')(facts, event) ?? consentObjection(facts, event),
  record: (facts, event) => {
    const handoff = findHandoff(facts, event.body.handoffId);
    if (!handoff) return facts;
    const { changed = [], ...sent } = handoff;
    const { given = [], confirmed, version, seq } = sent;
    return afterStep({ ...facts, handoffs: putItem(facts.handoffs, sent) }, event, {
      sentSeq: event.seq,
      sentOn: event.on,
      sentVersion: version,
      given: [...new Set([...given, seq])].slice(-VERSIONS_GIVEN),
      // The receiver confirms anew what changed, from now on and not while it is being written.
      confirmed: confirmed.filter(done => !changed.includes(done)),
    });
  },
});

const handoffOpened = defineFact('handoff.opened', {
  label: { ja: '引き継ぎを開いた', en: 'Handoff opened' },
  reading: 'ひきつぎ を ひらいた',
  category: 'plan',
  addressee,
  append: true,
  body: { handoffId: itemId },
  objection: objectionTo('handoff.opened', 'receiver'),
  record: (facts, event) => afterStep(facts, event),
});

const handoffSectionConfirmed = defineFact('handoff.sectionConfirmed', {
  label: { ja: '引き継ぎの節を確認した', en: 'Section of the handoff confirmed' },
  reading: 'ひきつぎ の せつ を かくにん した',
  category: 'plan',
  addressee,
  append: true,
  body: { handoffId: itemId, section },
  objection: objectionTo('handoff.sectionConfirmed', 'receiver'),
  record: (facts, event) => {
    const confirmed = new Set([...(findHandoff(facts, event.body.handoffId)?.confirmed ?? []), event.body.section]);
    return afterStep(facts, event, { confirmed: [...confirmed].sort() });
  },
});

const handoffAsked = defineFact('handoff.asked', {
  label: { ja: '引き継ぎについて質問する', en: 'Ask about the handoff' },
  reading: 'ひきつぎ に ついて しつもん する',
  told: { ja: '引き継ぎについて質問した', en: 'Question asked about the handoff' },
  category: 'plan',
  addressee,
  append: true,
  item: { field: 'questionId', isNew: 'always' },
  body: { handoffId: itemId, questionId: itemId, section },
  texts: { question: { label: { ja: '質問', en: 'Question' }, required: true, maxLength: 2000 } },
  objection: objectionTo('handoff.asked', 'receiver'),
  record: (facts, event) => {
    const question = { id: event.body.questionId, section: event.body.section, answered: false };
    const questions = putItem(findHandoff(facts, event.body.handoffId)?.questions ?? [], question);
    return afterStep(facts, event, {
      questions: keepRecent(questions, ({ answered }) => answered),
      turnedOn: event.on,
    });
  },
});

const handoffAnswered = defineFact('handoff.answered', {
  label: { ja: '質問に答える', en: 'Answer a question' },
  reading: 'しつもん に こたえる',
  alsoCalled: { ja: 'ひきつぎ', en: 'handoff' },
  told: { ja: '質問に答えた', en: 'Question answered' },
  category: 'plan',
  addressee,
  body: { handoffId: itemId, questionId: itemId },
  texts: { answer: { label: { ja: '答え', en: 'Answer' }, required: true, maxLength: 4000 } },
  objection: (facts, event) => {
    const objection = objectionTo('handoff.answered', 'sender')(facts, event);
    const asked = findHandoff(facts, event.body.handoffId)?.questions.some(
      question => question.id === event.body.questionId,
    );
    if (objection || asked) return objection;
    return {
      code: 'item.unknown',
      text: { ja: 'その質問は記録されていません。', en: 'That question is not recorded.' },
    };
  },
  record: (facts, event) => {
    const questions = changeItem(findHandoff(facts, event.body.handoffId)?.questions ?? [], event.body.questionId, {
      answered: true,
    });
    const isOpen = questions.some(question => !question.answered);
    const isQuestioned = findHandoff(facts, event.body.handoffId)?.status === 'questioned';
    return afterStep(facts, event, {
      questions,
      // While a question is open it stays the lead's turn, from the day it was asked.
      ...(isOpen ? {} : { turnedOn: event.on }),
      ...(isQuestioned && isOpen ? { status: 'questioned' as const } : {}),
    });
  },
});

/** Id of the first visit that an acceptance proposes; an id has forty characters at most. */
const visitIdOf = (handoffId: string) => `first-${handoffId.slice(-34)}`;

const handoffAccepted = defineFact('handoff.accepted', {
  label: { ja: '引き継ぎを受け入れる', en: 'Accept the handoff' },
  reading: 'ひきつぎ を うけいれる',
  told: { ja: '引き継ぎを受け入れた', en: 'Handoff accepted' },
  category: 'plan',
  addressee,
  body: { handoffId: itemId, withConditions: z.boolean(), firstVisitOn: day.optional().describe('初回訪問の日の提案') },
  texts: { conditions: { label: { ja: '条件', en: 'Conditions' } } },
  objection: (facts, event) => {
    const handoff = findHandoff(facts, event.body.handoffId);
    const open = criticalSections.filter(needed => !handoff?.confirmed.includes(needed));
    const objection = objectionTo('handoff.accepted', 'receiver')(facts, event);
    if (objection || !handoff?.org || open.length === 0) return objection;
    return {
      code: 'handoff.unconfirmed',
      text: {
        ja: `確認していない節があります(${open.join('、')})。`,
        en: `Sections not yet confirmed: ${open.join(', ')}.`,
      },
      params: { sections: open },
    };
  },
  record: (facts, event) => {
    const { withConditions, firstVisitOn, handoffId } = event.body;
    const status = withConditions ? 'acceptedWithConditions' : 'accepted';
    const accepted = afterStep(facts, event, { status, decidedOn: event.on });
    const known = facts.visits.find(visit => visit.id === visitIdOf(handoffId));
    if (!firstVisitOn || (known && known.recordedBy.length > 0)) return accepted;
    const visit = {
      ...stampOf(facts, event),
      id: visitIdOf(handoffId),
      kind: 'first',
      plannedOn: firstVisitOn,
      accompanied: known?.accompanied ?? true,
    } as const;
    return {
      ...accepted,
      visits: putItem(accepted.visits, { ...visit, recordedBy: [], signedBy: [], openDifferences: 0 }),
    };
  },
});

const handoffDeclined = defineFact('handoff.declined', {
  label: { ja: '引き継ぎを辞退する', en: 'Decline the handoff' },
  reading: 'ひきつぎ を じたい する',
  told: { ja: '引き継ぎを辞退した', en: 'Handoff declined' },
  category: 'plan',
  addressee,
  body: { handoffId: itemId, declineReason: z.enum(['noCapacity', 'hours', 'experience', 'distance', 'other']) },
  texts: noteText,
  objection: objectionTo('handoff.declined', 'receiver'),
  record: (facts, event) => afterStep(facts, event, { decidedOn: event.on }),
});

const handoffWithdrawn = defineFact('handoff.withdrawn', {
  label: { ja: '引き継ぎを取り下げる', en: 'Withdraw the handoff' },
  reading: 'ひきつぎ を とりさげる',
  told: { ja: '引き継ぎを取り下げた', en: 'Handoff withdrawn' },
  category: 'plan',
  addressee,
  body: { handoffId: itemId },
  texts: noteText,
  objection: objectionTo('handoff.withdrawn', 'sender'),
  record: (facts, event) => afterStep(facts, event),
});

export const handoffEvents = [
  handoffComposed,
  handoffSent,
  handoffOpened,
  handoffSectionConfirmed,
  handoffAsked,
  handoffAnswered,
  handoffAccepted,
  handoffDeclined,
  handoffWithdrawn,
] as const;
