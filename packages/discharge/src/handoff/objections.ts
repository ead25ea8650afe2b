import { consentsFor, readsPlan } from '../consent.ts';
import type { CaseEvent, Objection, Objections } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import type { Words } from '../words.ts';
import { asksFirstVisit } from './first-visit.ts';
import { isOpenBy } from './open-by.ts';
import { unsaid } from './open-points.ts';
import { criticalSections, type HandoffSection, neededSections, sayAll } from './section-list.ts';
import { findHandoff, type Handoff, objectionTo } from './step.ts';
import { teachBack } from './teach-back.ts';

type About = CaseEvent<{ handoffId: string }>;

const saying = (
  ids: readonly HandoffSection[],
  ja: (names: string) => string,
  en: (names: string) => string,
): Words => {
  const names = sayAll(ids);
  return { ja: ja(names.ja), en: en(names.en) };
};

/** Against sending: not of this state or side; else all of: nothing new, a section missing, no consent to read it. */
export function sendObjections(facts: CaseFacts, event: About): Objections {
  const handoff = findHandoff(facts, event.body.handoffId);
  const objection = objectionTo('handoff.sent', 'sender')(facts, event);
  if (objection || !handoff) return objection;
  return [
    sentObjection(handoff),
    unwrittenObjection(facts, handoff),
    nightObjection(facts, handoff),
    consentObjection(facts, handoff, event.on),
  ];
}

/** Sent twice, one version would ask the recipient to decide again about what it has decided. */
function sentObjection({ id, version, sentVersion, sentOn }: Handoff): Objection | null {
  if (sentVersion !== version) return null;
  return {
    code: 'handoff.sentAlready',
    text: {
      ja: `第${version}版はもう送ってあります。変わったところがあれば、引き継ぎを改めてから送ってください。`,
      en: `Version ${version} was sent already. Revise the handoff where something changed, and send that.`,
    },
    params: { version, on: sentOn },
    fix: 'handoff.composed',
    fill: { handoffId: id },
  };
}

/** Nobody is handed a child without whom to call, how it is, its breathing, its medicines and what to do in an emergency. */
function unwrittenObjection(facts: CaseFacts, handoff: Handoff): Objection | null {
  const missing = neededSections(facts).filter(id => handoff.unwritten?.includes(id));
  if (missing.length === 0) return null;
  const why = missing.includes('deviceSettings') ? devicesInUse : { ja: '', en: '' };
  return {
    code: 'handoff.unwritten',
    text: saying(
      missing,
      names => `まだ書いていない項目があります:${names}。${why.ja}`,
      names => `Sections not yet written: ${names}.${why.en}`,
    ),
    params: { sections: missing },
    fix: 'handoff.composed',
    fill: { handoffId: handoff.id },
  };
}

/** By day and by night (experience.md §5.11): written here, or recorded for the case, which every recipient is shown. */
function nightObjection({ contacts }: CaseFacts, { id, night, unwritten = [] }: Handoff): Objection | null {
  if (night || unwritten.includes('contacts') || contacts.some(({ when }) => when === 'night')) return null;
  return {
    code: 'handoff.nightContact',
    text: {
      ja: '夜間・休日の連絡先が入っていません。引き継ぎに書くか、連絡先として記録してください。',
      en: 'Whom to call at night and on holidays is missing: write it into the handoff, or record it as a contact.',
    },
    fix: 'handoff.composed',
    fill: { handoffId: id },
  };
}

const devicesInUse: Words = {
  ja: '機器を使うお子さんには、機器の項目も要ります。',
  en: ' For a child with a device that section is needed, too.',
};

/**
 * Nothing leaves the house without the family's consent for this recipient (people.md); whoever has no id here is told by
 * voice. Sections may stay closed; the plan is what the handoff stands in, and without it nobody opens it at all.
 */
function consentObjection(facts: CaseFacts, { org, on: since }: Handoff, on: string): Objection | null {
  if (!org || readsPlan(facts, org, on)) return null;
  const hasConsent = consentsFor(facts, org, on).length > 0;
  return {
    code: hasConsent ? 'handoff.planNotShared' : 'handoff.consent',
    text: hasConsent
      ? {
          ja: '相手先への同意に「計画・会議」が入っていないため、送っても相手は開けません。ご家族に確かめて、同意を記録してください。',
          en: 'The consent for the recipient does not name plan and minutes, so it could not open the handoff. Ask the family and record the consent.',
        }
      : {
          ja: '相手先への情報共有の同意がまだありません。',
          en: 'There is no consent yet to share with the recipient.',
        },
    params: { recipient: org, ...(hasConsent ? { categories: ['plan'] } : {}) },
    turn: { org: facts.lead, role: 'dischargeNurse', since },
    fix: 'consent.recorded',
    fill: { scope: 'recipient', recipient: org },
  };
}

/** Whether the family's consent lets the recipient read a section; the lead, and whoever is told by voice, has them all. */
function isShown(facts: CaseFacts, { org }: Handoff, on: string): (id: HandoffSection) => boolean {
  if (!org || org === facts.lead) return () => true;
  const consents = consentsFor(facts, org, on);
  return id => isOpenBy(consents, id);
}

/** Against confirming: what is not shared has not been read, nor has the answer to what is asked about it. */
export function confirmObjection(
  facts: CaseFacts,
  event: CaseEvent<{ handoffId: string; section: HandoffSection }>,
): Objection | null {
  const objection = objectionTo('handoff.sectionConfirmed', 'receiver')(facts, event);
  const handoff = findHandoff(facts, event.body.handoffId);
  const { section } = event.body;
  if (objection || !handoff) return objection;
  if (!isShown(facts, handoff, event.on)(section)) return notSharedObjection(section);
  const open = openQuestions(handoff).filter(question => question.section === section);
  return open.length > 0 ? questionObjection(facts, handoff, open) : null;
}

const notSharedObjection = (section: HandoffSection): Objection => ({
  code: 'handoff.notShared',
  text: saying(
    [section],
    name => `「${name}」は、同意の範囲の外にあり、共有されていません。`,
    name => `“${name}” is outside the consent and is not shared.`,
  ),
  params: { section },
});

type Acceptance = CaseEvent<{
  handoffId: string;
  firstVisitOn?: string | undefined;
  readHash?: string | undefined;
}>;

/**
 * Against accepting: an open question; else a critical section that is not confirmed, and no day for the first visit. What
 * consent keeps closed is not let off: whoever takes over a child has read how it breathes and what it is given.
 */
export function acceptObjections(facts: CaseFacts, event: Acceptance): Objections {
  const handoff = findHandoff(facts, event.body.handoffId);
  const objection = objectionTo('handoff.accepted', 'receiver')(facts, event);
  if (handoff && objection?.code === 'handoff.state' && handoff.status === 'questioned')
    return questionObjection(facts, handoff, openQuestions(handoff));
  if (objection || !handoff?.org) return objection;
  return [
    otherVersionObjection(handoff, event),
    sectionObjection(facts, handoff, event.on),
    teachBackObjection(facts, handoff, event.on),
    firstVisitObjection(facts, handoff, event),
  ];
}

/** Nobody answers for a text that was replaced while it was being read. */
function otherVersionObjection({ id, sentHash, sentVersion }: Handoff, { body }: Acceptance): Objection | null {
  if (!body.readHash || !sentHash || body.readHash === sentHash) return null;
  return {
    code: 'handoff.otherVersion',
    text: {
      ja: `読んでいるあいだに、第${sentVersion}版が届いています。変わったところを確認してから返事をしてください。`,
      en: `Version ${sentVersion} came while you were reading: look at what changed, then answer.`,
    },
    fix: 'handoff.sectionConfirmed',
    fill: { handoffId: id },
  };
}

/** Every question has an answer, whatever it is: whoever is not sure says so, and is talked with. */
function teachBackObjection(facts: CaseFacts, handoff: Handoff, on: string): Objection | null {
  const left = unsaid(handoff, consentsFor(facts, handoff.org ?? '', on));
  if (left.length === 0) return null;
  const names = (language: 'ja' | 'en') =>
    left.map(({ topic }) => teachBack[topic].words[language]).join(language === 'ja' ? '、' : ', ');
  return {
    code: 'handoff.teachBack',
    text: {
      ja: `まだ答えていない確認の問いがあります:${names('ja')}。自信がないときは、そう答えれば進めます。`,
      en: `Questions not yet answered: ${names('en')}. Where you are not sure, say so: that is an answer.`,
    },
    params: { topics: left.map(({ topic }) => topic) },
    fix: 'handoff.taughtBack',
    fill: { handoffId: handoff.id },
  };
}

function sectionObjection(facts: CaseFacts, handoff: Handoff, on: string): Objection | null {
  const isOpen = isShown(facts, handoff, on);
  const open = criticalSections.filter(id => !handoff.confirmed.includes(id));
  const closed = open.filter(id => !isOpen(id));
  if (closed.length > 0) return closedObjection(facts, handoff, closed);
  return open.length > 0 ? unconfirmedObjection(handoff, open) : null;
}

function firstVisitObjection(facts: CaseFacts, { id }: Handoff, { by, body, on }: Acceptance): Objection | null {
  const { entry, visits } = facts;
  if (body.firstVisitOn || !asksFirstVisit({ role: by.role, stage: entry.stage, handoffId: id, visits })) return null;
  return {
    code: 'handoff.firstVisit',
    text: {
      ja: '初回訪問の日がまだ入っていません。受け入れるときに、訪問できる日を入れてください。',
      en: 'The day of the first visit is missing: give one on which you can come when you accept.',
    },
    params: { field: 'firstVisitOn' },
    turn: { org: by.org, role: 'visitingNurse', since: on },
    fix: 'handoff.accepted',
    fill: { handoffId: id },
  };
}

function closedObjection(facts: CaseFacts, { org, ...handoff }: Handoff, closed: HandoffSection[]): Objection {
  return {
    code: 'handoff.criticalNotShared',
    text: saying(
      closed,
      names => `同意の範囲外のため共有されていない項目があり、受け入れられません:${names}。`,
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
      names => `まだ確認していない項目があります:${names}。`,
      names => `Sections not yet confirmed: ${names}.`,
    ),
    params: { sections: open },
    fix: 'handoff.sectionConfirmed',
    fill: { handoffId: handoff.id },
  };
}

const openQuestions = ({ questions }: Handoff) => questions.filter(({ answered }) => !answered);

function questionObjection(facts: CaseFacts, handoff: Handoff, open: Handoff['questions']): Objection {
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
