import { consentFor, consentsFor } from '../consent.ts';
import type { CaseEvent, Objection } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import type { Words } from '../words.ts';
import { isOpenBy } from './open-by.ts';
import { criticalSections, type HandoffSection, neededSections, sayAll } from './section-list.ts';
import { findHandoff, type Handoff, objectionTo } from './step.ts';

type About = CaseEvent<{ handoffId: string }>;

const saying = (
  ids: readonly HandoffSection[],
  ja: (names: string) => string,
  en: (names: string) => string,
): Words => {
  const names = sayAll(ids);
  return { ja: ja(names.ja), en: en(names.en) };
};

/** Against sending: not of this state or side, a section missing, or no consent. */
export const sendObjection = (facts: CaseFacts, event: About): Objection | null =>
  objectionTo('handoff.sent', 'sender')(facts, event) ??
  unwrittenObjection(findHandoff(facts, event.body.handoffId)) ??
  consentObjection(facts, event);

/** Nobody is handed a child without whom to call, how it is, its breathing, its medicines and what to do in an emergency. */
function unwrittenObjection(handoff: Handoff | undefined): Objection | null {
  const missing = neededSections.filter(id => handoff?.unwritten?.includes(id));
  if (!handoff || missing.length === 0) return null;
  return {
    code: 'handoff.unwritten',
    text: saying(
      missing,
      names => `まだ書いていない節があります:${names}。`,
      names => `Sections not yet written: ${names}.`,
    ),
    params: { sections: missing },
    fix: 'handoff.composed',
    fill: { handoffId: handoff.id },
  };
}

/** Nothing leaves the house without the family's consent for this recipient (people.md); whoever has no id here is told by voice. */
function consentObjection(facts: CaseFacts, event: About): Objection | null {
  const recipient = findHandoff(facts, event.body.handoffId)?.org;
  if (!recipient || recipient === facts.lead || consentFor(facts, recipient, event.on)) return null;
  return {
    code: 'handoff.consent',
    text: {
      ja: '相手先への情報共有の同意がまだありません。',
      en: 'There is no consent yet to share with the recipient.',
    },
    params: { recipient },
    fix: 'consent.recorded',
    fill: { scope: 'recipient', recipient },
  };
}

/** Whether the family's consent lets the recipient read a section; without one left nothing is read, and nothing let off. */
function isShared(facts: CaseFacts, { org }: Handoff, on: string): (id: HandoffSection) => boolean {
  const consents = org && org !== facts.lead ? consentsFor(facts, org, on) : [];
  if (consents.length === 0) return () => true;
  return id => isOpenBy(consents, id);
}

/** Against confirming: what is not shared has not been read. */
export function confirmObjection(
  facts: CaseFacts,
  event: CaseEvent<{ handoffId: string; section: HandoffSection }>,
): Objection | null {
  const objection = objectionTo('handoff.sectionConfirmed', 'receiver')(facts, event);
  const handoff = findHandoff(facts, event.body.handoffId);
  const { section } = event.body;
  if (objection || !handoff || isShared(facts, handoff, event.on)(section)) return objection;
  return {
    code: 'handoff.notShared',
    text: saying(
      [section],
      name => `「${name}」は、同意の範囲の外にあり、共有されていません。`,
      name => `“${name}” is outside the consent and is not shared.`,
    ),
    params: { section },
  };
}

/**
 * Against accepting: an open question, or a critical section that is not confirmed. What consent keeps closed is not let
 * off: whoever takes over a child has read how it breathes and what it is given.
 */
export function acceptObjection(facts: CaseFacts, event: About): Objection | null {
  const handoff = findHandoff(facts, event.body.handoffId);
  const objection = objectionTo('handoff.accepted', 'receiver')(facts, event);
  if (handoff && objection?.code === 'handoff.state' && handoff.status === 'questioned')
    return questionObjection(facts, handoff);
  if (objection || !handoff?.org) return objection;
  const shared = isShared(facts, handoff, event.on);
  const open = criticalSections.filter(id => !handoff.confirmed.includes(id));
  const closed = open.filter(id => !shared(id));
  if (closed.length > 0) return closedObjection(facts, handoff, closed);
  return open.length > 0 ? unconfirmedObjection(handoff, open) : null;
}

function closedObjection(facts: CaseFacts, { org, ...handoff }: Handoff, closed: HandoffSection[]): Objection {
  return {
    code: 'handoff.criticalNotShared',
    text: saying(
      closed,
      names => `同意の範囲外のため共有されていない節があり、受け入れられません:${names}。`,
      names => `These sections are not shared, being outside the consent, so it cannot be accepted: ${names}.`,
    ),
    params: { sections: closed },
    turn: { org: facts.lead, role: 'dischargeNurse', since: handoff.turnedOn ?? handoff.sentOn ?? handoff.on },
    fix: 'consent.recorded',
    fill: { scope: 'recipient', ...(org ? { recipient: org } : {}) },
  };
}

function unconfirmedObjection(handoff: Handoff, open: HandoffSection[]): Objection {
  return {
    code: 'handoff.unconfirmed',
    text: saying(
      open,
      names => `まだ確認していない節があります:${names}。`,
      names => `Sections not yet confirmed: ${names}.`,
    ),
    params: { sections: open },
    fix: 'handoff.sectionConfirmed',
    fill: { handoffId: handoff.id },
  };
}

function questionObjection(facts: CaseFacts, handoff: Handoff): Objection {
  const open = handoff.questions.filter(({ answered }) => !answered);
  const sections = [...new Set(open.map(({ section }) => section))];
  return {
    code: 'handoff.question',
    text: saying(
      sections,
      names => `回答を待っている質問があります:${names}。`,
      names => `Questions not yet answered: ${names}.`,
    ),
    params: { sections, questions: open.map(({ id }) => id) },
    turn: { org: facts.lead, role: 'dischargeNurse', since: handoff.turnedOn ?? handoff.on },
    fix: 'handoff.answered',
    fill: { handoffId: handoff.id },
  };
}
