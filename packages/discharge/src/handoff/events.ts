import { z } from 'zod';
import { consentsFor } from '../consent.ts';
import { type CaseEvent, changeItem, defineFact, noteText, putItem, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { textHash } from '../item-facts.ts';
import { keepRecent } from '../keep-recent.ts';
import { type Category, day, declineReasons, itemId } from '../vocabulary.ts';
import { handoffComposed } from './composed.ts';
import { visitIdOf, withoutProposedVisit } from './first-visit.ts';
import { acceptObjections, confirmObjection, sendObjections } from './objections.ts';
import { isOpenBy } from './open-by.ts';
import { paperEvents } from './paper-events.ts';
import { withoutPart, withPart } from './part.ts';
import { reviewEvents } from './review-events.ts';
import { handoffSections, sectionsAmong } from './section-list.ts';
import { handoffSection, sentSection } from './sections.ts';
import { addressee, afterStep, findHandoff, type Handoff, objectionTo, rememberRecent } from './step.ts';
import { TEACH_BACK_MOST, teachBackOf, teachBackTopics, teachBack as topics } from './teach-back.ts';
import { teachBackEvents } from './teach-back-events.ts';

/** Versions whose text a recipient can read back; older ones stay in the history of the lead. */
const VERSIONS_GIVEN = 9;

/** From here on the other side is waited for: to the instant, since both see the same clock. */
const turnOf = ({ seq, at }: CaseEvent<unknown>) => ({ seq, at });

const handoffSent = defineFact('handoff.sent', {
  label: { ja: '引き継ぎを送る', en: 'Send the handoff' },
  reading: 'ひきつぎ を おくる',
  told: { ja: '引き継ぎを送った', en: 'Handoff sent' },
  form: { asks: 'outgoing' },
  category: 'plan',
  addressee,
  body: {
    handoffId: itemId,
    teachBack: z.boolean().optional().describe('受け手に、大切なことを自分の言葉で確かめてもらう'),
    topics: z.array(z.enum(teachBackTopics)).max(TEACH_BACK_MOST).optional(),
  },
  filledIn: ['topics'],
  complete: (facts, event) => {
    const { topics: _none, ...body } = event.body;
    const asked = body.teachBack ? topicsFor(facts, event) : [];
    return asked.length > 0 ? { ...body, topics: asked } : body;
  },
  objection: sendObjections,
  record: (facts, event) => {
    const handoff = findHandoff(facts, event.body.handoffId);
    if (!handoff) return facts;
    const { changed = [], hash, teachBack: before = [], ...sent } = handoff;
    const { given = [], confirmed, version, seq } = sent;
    const asked = (event.body.topics ?? []).map(topic => askedAgain(topic, before, changed));
    return afterStep({ ...facts, handoffs: putItem(facts.handoffs, sent) }, event, {
      sentSeq: event.seq,
      sentOn: event.on,
      turned: turnOf(event),
      sentVersion: version,
      ...(hash ? { sentHash: hash } : {}),
      ...(asked.length > 0 ? { teachBack: asked } : {}),
      given: [...new Set([...given, seq])].slice(-VERSIONS_GIVEN),
      // The receiver confirms anew what changed, from now on and not while it is being written.
      confirmed: confirmed.filter(done => !changed.includes(done)),
    });
  },
});

type Topic = (typeof teachBackTopics)[number];

/** Of what the recipient can read, where something is written: nobody outside the network answers here. */
function topicsFor(facts: CaseFacts, { body, on }: CaseEvent<{ handoffId: string }>): Topic[] {
  const { org, unwritten = [] } = findHandoff(facts, body.handoffId) ?? {};
  if (!org) return [];
  const consents = consentsFor(facts, org, on);
  return teachBackOf(facts, section => !unwritten.includes(section) && isOpenBy(consents, section));
}

/** What was said of a section that stays as it was is not asked again. */
function askedAgain(topic: Topic, before: NonNullable<Handoff['teachBack']>, changed: readonly string[]) {
  const { section } = topics[topic];
  const said = before.find(one => one.topic === topic);
  return said && !changed.includes(section) ? said : { topic, section };
}

const handoffOpened = defineFact('handoff.opened', {
  label: { ja: '引き継ぎを開いた', en: 'Handoff opened' },
  reading: 'ひきつぎ を ひらいた',
  todo: { ja: '引き継ぎを開く', en: 'Open the handoff' },
  category: 'plan',
  addressee,
  append: true,
  body: { handoffId: itemId },
  objection: objectionTo('handoff.opened', 'receiver'),
  record: (facts, event) => afterStep(facts, event),
});

const handoffSectionConfirmed = defineFact('handoff.sectionConfirmed', {
  label: { ja: '引き継ぎの項目を確認した', en: 'Section of the handoff confirmed' },
  reading: 'ひきつぎ の こうもく を かくにん した',
  todo: { ja: '引き継ぎの項目を確認する', en: 'Confirm the sections of the handoff' },
  category: 'plan',
  addressee,
  append: true,
  body: { handoffId: itemId, section: sentSection },
  objection: confirmObjection,
  record: (facts, event) => {
    const confirmed = [...(findHandoff(facts, event.body.handoffId)?.confirmed ?? []), event.body.section];
    return afterStep(facts, event, { confirmed: sectionsAmong(confirmed) });
  },
});

/** What is asked and answered about a section is for whoever reads the section. */
const categoryOf = (section: unknown): Category =>
  handoffSections[handoffSection.safeParse(section).data ?? 'condition'].category;

const handoffAsked = defineFact('handoff.asked', {
  label: { ja: '引き継ぎについて質問する', en: 'Ask about the handoff' },
  reading: 'ひきつぎ に ついて しつもん する',
  told: { ja: '引き継ぎについて質問した', en: 'Question asked about the handoff' },
  category: 'plan',
  addressee,
  append: true,
  apart: ({ section }) => ({ question: categoryOf(section) }),
  item: { field: 'questionId', isNew: 'always' },
  body: { handoffId: itemId, questionId: itemId, section: sentSection },
  texts: { question: { label: { ja: '質問', en: 'Question' }, required: true, maxLength: 2000 } },
  objection: objectionTo('handoff.asked', 'receiver'),
  record: (facts, event) => {
    const { handoffId, questionId, section } = event.body;
    const handoff = findHandoff(facts, handoffId);
    const questions = putItem(handoff?.questions ?? [], { id: questionId, section, answered: false });
    return afterStep(facts, event, {
      // Whoever asks about a section confirms it with the answer read.
      confirmed: (handoff?.confirmed ?? []).filter(done => done !== section),
      questions: keepRecent(questions, ({ answered }) => answered),
      turnedOn: event.on,
      turned: turnOf(event),
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
  apart: ({ section }) => ({ answer: categoryOf(section) }),
  body: { handoffId: itemId, questionId: itemId, section: handoffSection.optional() },
  filledIn: ['section'],
  complete: (facts, { body }) => {
    const { handoffId, questionId } = body;
    const asked = findHandoff(facts, handoffId)?.questions.find(({ id }) => id === questionId);
    return { ...body, section: asked?.section };
  },
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
      ...(isOpen ? {} : { turnedOn: event.on, turned: turnOf(event) }),
      ...(isQuestioned && isOpen ? { status: 'questioned' as const } : {}),
    });
  },
});

const handoffAccepted = defineFact('handoff.accepted', {
  label: { ja: '引き継ぎを受け入れる', en: 'Accept the handoff' },
  reading: 'ひきつぎ を うけいれる',
  told: { ja: '引き継ぎを受け入れた', en: 'Handoff accepted' },
  category: 'plan',
  addressee,
  body: {
    handoffId: itemId,
    withConditions: z.boolean(),
    firstVisitOn: day.optional().describe('初回訪問の日の提案'),
    readHash: textHash.optional().describe('読んだ版の印'),
    ofVersion: z.int().min(1).optional(),
    ofHash: textHash.optional(),
  },
  filledIn: ['ofVersion', 'ofHash'],
  // An answer is bound to what was sent: to the version, and to the hash of its text.
  complete: (facts, { body }) => {
    const { sentVersion, sentHash } = findHandoff(facts, body.handoffId) ?? {};
    const { ofVersion: _version, ofHash: _hash, ...sent } = body;
    return { ...sent, ...(sentVersion ? { ofVersion: sentVersion } : {}), ...(sentHash ? { ofHash: sentHash } : {}) };
  },
  texts: { conditions: { label: { ja: '条件', en: 'Conditions' } } },
  objection: acceptObjections,
  record: (facts, event) => {
    const { withConditions, firstVisitOn, handoffId } = event.body;
    const status = withConditions ? 'acceptedWithConditions' : 'accepted';
    const accepted = withPart(afterStep(facts, event, { status, decidedOn: event.on }), event);
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

/** What an acceptance brought goes with the handoff: a planned first visit, and the part of whoever was not asked otherwise. */
const afterEnd = (facts: CaseFacts, event: CaseEvent<{ handoffId: string }>): CaseFacts =>
  withoutPart(withoutProposedVisit(facts, event.body.handoffId), event);

const handoffDeclined = defineFact('handoff.declined', {
  label: { ja: '引き継ぎを辞退する', en: 'Decline the handoff' },
  reading: 'ひきつぎ を じたい する',
  told: { ja: '引き継ぎを辞退した', en: 'Handoff declined' },
  form: { asks: 'outgoing' },
  category: 'plan',
  addressee,
  body: { handoffId: itemId, declineReason: z.enum(declineReasons) },
  texts: {
    ...noteText,
    suggestion: { label: { ja: 'ほかに引き受けられそうな先', en: 'Who else might take the child' }, maxLength: 500 },
  },
  objection: objectionTo('handoff.declined', 'receiver'),
  record: (facts, event) => afterEnd(afterStep(facts, event, { decidedOn: event.on }), event),
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
  record: (facts, event) => rememberRecent(afterEnd(afterStep(facts, event), event)),
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
  ...teachBackEvents,
  ...reviewEvents,
  ...paperEvents,
] as const;
