import { z } from 'zod';
import { type CaseEvent, defineFact, type Objection, putItem, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { bothInAndOutside } from '../faults.ts';
import type { Stamp } from '../stamp.ts';
import { itemId } from '../vocabulary.ts';
import { type HandoffSection, handoffSectionIds, handoffSections, sectionsAmong } from './section-list.ts';
import { handoffSection, sentSection } from './sections.ts';
import { findHandoff, type Handoff, objectionTo, rememberRecent } from './step.ts';

type Composed = {
  handoffId: string;
  recipient?: string | undefined;
  changedSections?: HandoffSection[] | undefined;
  sections?: HandoffSection[] | undefined;
  night?: boolean | undefined;
};

/** The text of whom to call at night: a part of the first section, written apart so that it is not forgotten. */
const NIGHT = 'contactsNight';

/** `contacts`, `condition` …: a text of its own for every section, read by whoever reads the section's category. */
const sectionTexts = Object.fromEntries(
  handoffSectionIds.map(id => [id, { label: handoffSections[id].words, maxLength: 4000 }]),
);
const categoryOfText = Object.fromEntries(handoffSectionIds.map(id => [id, handoffSections[id].category]));

export const handoffComposed = defineFact('handoff.composed', {
  label: { ja: '引き継ぎを作る・改める', en: 'Compose or revise a handoff' },
  reading: 'ひきつぎ を つくる あらためる',
  told: { ja: '引き継ぎを作った・改めた', en: 'Handoff composed or revised' },
  category: 'plan',
  // One text about everything is mostly about the child's condition.
  apart: { ...categoryOfText, contactsNight: 'contacts', content: 'clinical' },
  // A draft is the lead's own until it is sent, and one that was replaced before stays so.
  addressee: (facts, event) => {
    const { given = [], org } = findHandoff(facts, event.body.handoffId) ?? {};
    return given.includes(event.seq) ? org : undefined;
  },
  item: { field: 'handoffId', isNew: 'orKnown' },
  body: {
    handoffId: itemId,
    recipient: itemId.optional().describe('ネットワークの外の相手は、名前を文章で'),
    changedSections: z.array(sentSection).max(9).optional().describe('改めた項目。受け手はここだけを確認し直す'),
    sections: z.array(handoffSection).max(9).optional().describe('文章のある項目'),
    night: z.boolean().optional().describe('夜間・休日の連絡先が書いてある'),
  },
  filledIn: ['sections', 'night'],
  texts: {
    outside: {
      label: { ja: 'ネットワークの外の相手の名前', en: 'Name of a recipient outside the network' },
      maxLength: 200,
    },
    ...sectionTexts,
    contactsNight: {
      label: { ja: '夜間・休日の連絡先', en: 'Whom to call at night and on holidays' },
      maxLength: 2000,
    },
    content: { label: { ja: '項目に分けない文章', en: 'One text for all sections' }, maxLength: 20_000 },
  },
  faults: bothInAndOutside('recipient'),
  complete: completeSections,
  objection: (facts, event) => {
    const { handoffId, recipient } = event.body;
    const known = findHandoff(facts, handoffId);
    const isOutside = event.said?.includes('outside') ?? false;
    if (known && ((recipient && recipient !== known.org) || (known.org && isOutside))) return anotherRecipient;
    if (known) return objectionTo('handoff.composed', 'sender')(facts, event);
    return recipient || event.said?.includes('outside') !== false
      ? null
      : {
          code: 'handoff.recipient',
          text: { ja: '相手先を選ぶか、名前を書いてください。', en: 'Choose or name the recipient.' },
        };
  },
  record: (facts, event) => {
    const { handoffId, recipient, changedSections, sections = [], night } = event.body;
    const known = findHandoff(facts, handoffId);
    // Where one text stands for all and no section is named, nobody confirms unseen what somebody forgot to name.
    const named = changedSections ?? handoffSectionIds;
    const missing = without(sections);
    const changed = known?.sentSeq ? sectionsAmong([...(known.changed ?? []), ...named]) : [];
    const { unwritten: _before, hash: _unsent, ...base } = known ?? draftOf(handoffId, recipient);
    const handoffs = putItem(facts.handoffs, {
      ...base,
      ...stampOf(facts, event),
      // Counted by what was sent: whoever receives it meets no gap where a draft was saved twice.
      version: (known?.sentVersion ?? 0) + 1,
      ...(missing.length > 0 ? { unwritten: missing } : {}),
      ...(changed.length > 0 ? { changed } : {}),
      ...(event.record ? { hash: event.record.hash } : {}),
      ...(night ? { night: true as const } : {}),
    });
    return rememberRecent({ ...facts, handoffs });
  },
});

/** What was written for one is never sent to another. */
const anotherRecipient: Objection = {
  code: 'handoff.anotherRecipient',
  text: {
    ja: 'この引き継ぎの相手先は変えられません。別の相手には、新しい引き継ぎを作ってください。',
    en: 'The recipient of a handoff does not change: compose another one for somebody else.',
  },
};

type Draft = Omit<Handoff, keyof Stamp | 'version'>;

const draftOf = (id: string, recipient: string | undefined): Draft => ({
  id,
  status: 'draft',
  confirmed: [],
  questions: [],
  ...(recipient ? { org: recipient } : {}),
});

/**
 * Which sections have a text, and which of them changed: those whose text came, and those that the person names beside.
 * A text that does not come stays as it is, so that nothing named is no change; one for all sections tells by itself of no
 * section whether it changed.
 */
function completeSections(facts: CaseFacts, { body, said = [] }: CaseEvent<Composed>): Composed {
  const { handoffId, changedSections = [], ...rest } = body;
  const isWhole = said.includes('content');
  const names = said.includes(NIGHT) ? [...said, 'contacts'] : said;
  const came = sectionsAmong(names);
  const sections = isWhole ? [...handoffSectionIds] : sectionsAmong([...said, ...writtenOf(facts, handoffId)]);
  const changed = sectionsAmong([...came, ...changedSections]);
  const isTold = !isWhole || changedSections.length > 0;
  const night = isWhole || said.includes(NIGHT) || findHandoff(facts, handoffId)?.night === true;
  return {
    ...rest,
    handoffId,
    sections,
    ...(isTold ? { changedSections: changed } : {}),
    ...(night ? { night } : {}),
  };
}

function writtenOf(facts: CaseFacts, handoffId: string): HandoffSection[] {
  const handoff = findHandoff(facts, handoffId);
  return handoff ? without(handoff.unwritten ?? []) : [];
}

/** Every section but these. */
const without = (ids: readonly HandoffSection[]) => handoffSectionIds.filter(id => !ids.includes(id));
